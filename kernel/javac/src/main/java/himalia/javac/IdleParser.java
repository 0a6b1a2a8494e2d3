package himalia.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.parser.ParserFactory;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCCompilationUnit;
import com.sun.tools.javac.tree.TreeInfo;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.JCDiagnostic;
import com.sun.tools.javac.util.Log;
import com.sun.tools.javac.util.Log.DeferredDiagnosticHandler;
import com.sun.tools.javac.util.Log.DiagnosticHandler;
import java.lang.reflect.Constructor;
import java.util.function.Predicate;

/**
 * The parser of a compiler that has done a task and waits for the next. A task that only parses takes five times as long as
 * its parsing: options are read, and a compiler is laid out and cleared again.
 */
final class IdleParser {
    private final Context context;

    IdleParser(Context context) {
        this.context = context;
    }

    /**
     * Parses a source; the task to come hears nothing of it.
     *
     * @throws LinkageError where this JDK's compiler is another one inside than those we know, or is kept to itself
     */
    Parsed parse(SourceText source, Problems problems) {
        var log = Log.instance(context);
        var listener = listener(log, problems);
        var before = log.useSource(source);
        try {
            var parser =
                    ParserFactory.instance(context)
                            .newParser(source.getCharContent(true), false, true, false);
            var parsed = new Unit(parser.parseCompilationUnit(), problems);
            // Asked here, where it may fail: a compiler that parses may keep places otherwise.
            parsed.end(parsed.unit());
            return parsed;
        } finally {
            log.useSource(before);
            log.popDiagnosticHandler(listener);
        }
    }

    private static DiagnosticHandler listener(Log log, Problems problems) {
        Predicate<JCDiagnostic> kept =
                told -> {
                    problems.report(told);
                    return true;
                };
        try {
            return Handlers.MADE_BY.newInstance(log, kept);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the compiler's log is another one", e);
        }
    }

    /** A class of its own on JDK 17, and one inside the log on JDK 25: made by what both have. */
    private static final class Handlers {
        static final Constructor<DeferredDiagnosticHandler> MADE_BY = find();

        private static Constructor<DeferredDiagnosticHandler> find() {
            try {
                return DeferredDiagnosticHandler.class.getConstructor(Log.class, Predicate.class);
            } catch (NoSuchMethodException e) {
                throw new LinkageError("the compiler's log is another one", e);
            }
        }
    }

    private record Unit(JCCompilationUnit tree, Problems problems) implements Parsed {
        @Override
        public CompilationUnitTree unit() {
            return tree;
        }

        @Override
        public int start(Tree of) {
            return TreeInfo.getStartPos((JCTree) of);
        }

        @Override
        public int end(Tree of) {
            return TreeInfo.getEndPos((JCTree) of, tree.endPositions);
        }

        @Override
        public boolean hasErrorIn(long from, long to) {
            return problems.anyIn(from, to);
        }
    }
}
