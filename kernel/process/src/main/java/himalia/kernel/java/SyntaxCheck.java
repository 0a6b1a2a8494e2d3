package himalia.kernel.java;

import com.sun.source.util.JavacTask;
import himalia.javac.Problem;
import himalia.javac.SourceText;
import himalia.kernel.cells.Cutter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * Parses a snippet without compiling it: JShell's own analysis calls {@code int x = = 5;} complete, and a cell that does
 * not parse must not run in part.
 */
final class SyntaxCheck {
    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();
    private static final JavaFileManager FILES = JAVAC.getStandardFileManager(null, null, null);

    private SyntaxCheck() {}

    /** The places where a snippet may stand: what comes before it, what after. */
    private enum Place {
        STATEMENT("class S { void s() throws Throwable { ", "\n;}}"),
        MEMBER("class S { ", "\n}"),
        EXPRESSION("class S { Object s = ", "\n;}"),
        FILE("", "\n");

        private final String before;
        private final String after;

        Place(String before, String after) {
            this.before = before;
            this.after = after;
        }
    }

    /** Returns whether the source of one snippet is free of syntax errors. */
    static boolean parses(String source) {
        for (var place : Place.values()) {
            if (firstError(source, place) < 0) {
                return true;
            }
        }
        return false;
    }

    /** Returns where the source of one snippet is wrong, where it gets furthest; -1 where it parses. */
    static int firstError(String source, boolean asValue) {
        long furthest = 0;
        for (var place : Place.values()) {
            if (place == Place.EXPRESSION && !asValue) {
                continue;
            }
            long error = firstError(source, place);
            if (error < 0) {
                return -1;
            }
            furthest = Math.max(furthest, error);
        }
        return (int) Math.min(furthest, source.length());
    }

    /** Returns whether the source is wrong before its end, so that nothing typed after it can make it right. */
    static boolean isHopeless(String source) {
        int end = source.stripTrailing().length();
        for (var place : Place.values()) {
            long error = firstError(source, place);
            if (error < 0 || error >= end) {
                return false;
            }
        }
        return true;
    }

    /** Returns what is wrong with the source where it gets furthest; nothing where it parses. */
    static List<Problem> problems(String source) {
        var furthest =
                Arrays.stream(Place.values())
                        .max(Comparator.comparingLong(place -> reached(source, place)))
                        .orElse(Place.FILE);
        int shift = furthest.before.length();
        return errors(source, furthest).stream()
                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                .map(
                        each ->
                                new Problem(
                                        each.getCode(),
                                        each.getMessage(Locale.ENGLISH),
                                        Math.max(0, each.getStartPosition() - shift),
                                        Math.max(0, each.getEndPosition() - shift)))
                .toList();
    }

    private static long reached(String source, Place place) {
        long error = firstError(source, place);
        return error < 0 ? Long.MAX_VALUE : error;
    }

    /** Returns where the first error stands in the source, -1 where there is none. */
    private static long firstError(String source, Place place) {
        for (var error : errors(source, place)) {
            if (error.getKind() == Diagnostic.Kind.ERROR) {
                boolean open =
                        error.getCode().contains("unclosed.text.block")
                                || error.getCode().contains("unclosed.comment");
                int at = (int) Math.max(0, error.getPosition() - place.before.length());
                // It is told where the try begins, and its catch would stand at the end.
                boolean uncaught =
                        error.getCode().contains("try.without.catch")
                                && Cutter.depth(source.substring(Math.min(at, source.length())))
                                        == 0
                                && source.stripTrailing().endsWith("}");
                return open || uncaught ? source.length() : at;
            }
        }
        return -1;
    }

    private static List<Diagnostic<? extends JavaFileObject>> errors(String source, Place place) {
        var errors = new DiagnosticCollector<JavaFileObject>();
        var text = new SourceText(place.before + source + place.after);
        var task =
                (JavacTask)
                        JAVAC.getTask(
                                Writer.nullWriter(), FILES, errors, List.of(), null, List.of(text));
        try {
            task.parse();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory could not be read", e);
        }
        return errors.getDiagnostics();
    }
}
