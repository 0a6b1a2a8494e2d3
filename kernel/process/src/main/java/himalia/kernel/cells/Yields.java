package himalia.kernel.cells;

import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;
import himalia.javac.Parsed;
import org.jspecify.annotations.Nullable;

/** Finds out whether a stretch of a source that was read as a statement yields something: then the switch there is none. */
final class Yields extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final Parsed source;
    private final int from;
    private final int to;
    private boolean found;

    private Yields(Parsed source, int from, int to) {
        this.source = source;
        this.from = from;
        this.to = to;
    }

    static boolean in(Parsed source, int from, int to) {
        var yields = new Yields(source, from, to);
        yields.scan(source.unit(), null);
        return yields.found;
    }

    @Override
    public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, @Nullable Void nothing) {
        // Who yields in there yields to it.
        return null;
    }

    @Override
    public @Nullable Void visitYield(YieldTree tree, @Nullable Void nothing) {
        int start = source.start(tree);
        found |= start >= from && start < to;
        return super.visitYield(tree, nothing);
    }
}
