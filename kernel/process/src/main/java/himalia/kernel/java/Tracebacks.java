package himalia.kernel.java;

import java.util.ArrayList;
import java.util.List;
import jdk.jshell.EvalException;
import jdk.jshell.JShellException;
import org.jspecify.annotations.Nullable;

/** Exceptions for a person: the cell's own lines first, frames of ours and of JShell cut. */
final class Tracebacks {
    private static final int MOST_FRAMES = 25;

    private final Places places;

    Tracebacks(Places places) {
        this.places = places;
    }

    /** Returns the lines for an exception and its causes. */
    List<String> of(JShellException thrown) {
        var lines = new ArrayList<String>();
        JShellException next = thrown;
        while (next != null) {
            var name = simple(className(next));
            var head =
                    Ansi.red(name)
                            + (next.getMessage() == null || next.getMessage().isEmpty()
                                    ? ""
                                    : ": " + next.getMessage());
            lines.add(lines.isEmpty() ? head : "Caused by " + head);
            frames(next.getStackTrace(), lines);
            next = cause(next);
        }
        return lines;
    }

    /** Returns the full name of the class that was thrown. */
    static String className(JShellException thrown) {
        return thrown instanceof EvalException eval
                ? eval.getExceptionClassName()
                : "UnresolvedReference";
    }

    private static @Nullable JShellException cause(JShellException thrown) {
        return thrown.getCause() instanceof JShellException cause ? cause : null;
    }

    private void frames(StackTraceElement[] trace, List<String> lines) {
        int last = lastOfUser(trace);
        int shown = 0;
        for (int i = 0; i <= last; i++) {
            if (shown == MOST_FRAMES) {
                lines.add(Ansi.dim("    … " + (last - i + 1) + " more"));
                return;
            }
            var line = isUser(trace[i]) ? userFrame(trace[i]) : foreignFrame(trace[i]);
            if (!line.isEmpty()) {
                lines.add(line);
                shown++;
            }
        }
        if (last < 0) {
            for (int i = 0; i < Math.min(trace.length, 10); i++) {
                lines.add(foreignFrame(trace[i]));
            }
        }
    }

    /** What stands below the user's first frame is how the cell was called: ours. */
    private static int lastOfUser(StackTraceElement[] trace) {
        for (int i = trace.length - 1; i >= 0; i--) {
            if (isUser(trace[i])) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isUser(StackTraceElement frame) {
        return frame.getFileName() != null && frame.getFileName().startsWith("#");
    }

    private String userFrame(StackTraceElement frame) {
        var file = frame.getFileName();
        var place = file == null ? null : places.of(file.substring(1)).orElse(null);
        if (place == null) {
            return foreignFrame(frame);
        }
        var method =
                frame.getMethodName().isEmpty() ? "" : Ansi.dim(" in " + frame.getMethodName());
        var text = place.text(frame.getLineNumber()).strip();
        return "  "
                + Ansi.cyan(place.where(frame.getLineNumber()))
                + method
                + (text.isEmpty() ? "" : "\n" + Ansi.bold("→ ") + text);
    }

    private static String foreignFrame(StackTraceElement frame) {
        var name = frame.getClassName();
        if (name.startsWith("himalia.worker.")
                || name.startsWith("jdk.internal.reflect.")
                || name.startsWith("java.lang.invoke.")) {
            return "";
        }
        return Ansi.dim("    at " + name + "." + frame.getMethodName() + source(frame));
    }

    private static String source(StackTraceElement frame) {
        if (frame.getFileName() == null) {
            return "";
        }
        return "("
                + frame.getFileName()
                + (frame.getLineNumber() > 0 ? ":" + frame.getLineNumber() : "")
                + ")";
    }

    static String simple(String className) {
        int cut = Math.max(className.lastIndexOf('.'), className.lastIndexOf('$'));
        return className.substring(cut + 1);
    }
}
