package himalia.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the method whose body has a place. */
final class MethodBodies extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final SourcePositions positions;
    private final CompilationUnitTree unit;
    private final long place;
    private final String except;
    private @Nullable Stretch innermost;

    /** Looks for the place in all bodies but those of the methods called {@code except}. */
    MethodBodies(SourcePositions positions, CompilationUnitTree unit, long place, String except) {
        this.except = except;
        this.positions = positions;
        this.unit = unit;
        this.place = place;
    }

    Optional<Stretch> innermost() {
        scan(unit, null);
        return Optional.ofNullable(innermost);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void nothing) {
        var body = tree.getBody();
        if (body != null && !tree.getName().contentEquals(except)) {
            int start = (int) positions.getStartPosition(unit, body);
            int end = (int) positions.getEndPosition(unit, body);
            if (place >= start && place < end) {
                innermost = tree.getReturnType() == null ? null : new Stretch(start, end);
            }
        }
        return super.visitMethod(tree, nothing);
    }
}
