package himalia.kernel.java;

import himalia.kernel.java.SnippetRunner.Thrown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jdk.jshell.EvalException;
import jdk.jshell.JShellException;
import org.jspecify.annotations.Nullable;

/** Exceptions for a person: the cell's own lines first, frames of ours and of JShell cut. */
public final class Tracebacks {
    private static final int MOST_FRAMES = 25;
    private static final int MOST_ALIKE = 3;

    /** What our library throws where it is asked for what cannot be. */
    private static final Set<String> REFUSALS =
            Set.of(
                    "java.lang.IllegalArgumentException",
                    "java.lang.IllegalStateException",
                    "java.lang.UnsupportedOperationException",
                    "java.io.IOException",
                    "java.io.UncheckedIOException",
                    "himalia.magics.spi.MagicException",
                    "himalia.model.UnfitCell",
                    "himalia.storage.BadFile");

    private final Places places;

    Tracebacks(Places places) {
        this.places = places;
    }

    /** Returns the lines for an exception and its causes. */
    List<String> of(List<Thrown> chain) {
        var lines = new ArrayList<String>();
        var before = List.<StackTraceElement>of();
        boolean refused = false;
        for (var next : chain) {
            var head = head(next);
            lines.add(
                    lines.isEmpty()
                            ? head
                            : (next.suppressed() ? "Suppressed " : "Caused by ") + head);
            var frames = next.frames().stream().map(places::translated).toList();
            var own = frames.subList(0, frames.size() - sameAtEnd(frames, before));
            refused |= isRefusal(next);
            frames(refused ? withoutInside(own) : own, lines);
            if (!next.suppressed()) {
                before = frames;
            }
        }
        return lines;
    }

    /** The simple name and the message, or what its own {@code toString} says instead. */
    private static String head(Thrown thrown) {
        var name = simple(thrown.className());
        var own = thrown.own();
        for (var prefix : List.of(thrown.className(), name)) {
            if (!own.isEmpty() && own.startsWith(prefix)) {
                return Ansi.red(name) + own.substring(prefix.length());
            }
        }
        var message = own.isEmpty() ? shown(thrown.message()) : own;
        return Ansi.red(name) + (message.isEmpty() ? "" : ": " + message);
    }

    /** Whether our library says so on purpose: then its words count, and not the way through it. */
    private static boolean isRefusal(Thrown thrown) {
        return REFUSALS.contains(thrown.className())
                && !thrown.frames().isEmpty()
                && thrown.frames().get(0).getClassName().startsWith("himalia.");
    }

    /** Of what lies above the user's first frame, the method that the user called is left. */
    private static List<StackTraceElement> withoutInside(List<StackTraceElement> frames) {
        int first = 0;
        while (first < frames.size() && !isUser(frames.get(first))) {
            first++;
        }
        return first == frames.size()
                ? List.of()
                : frames.subList(Math.max(0, first - 1), frames.size());
    }

    /** A cause ends with the frames of what it caused, which stand above it already. */
    private static int sameAtEnd(List<StackTraceElement> frames, List<StackTraceElement> before) {
        int same = 0;
        while (same < Math.min(frames.size(), before.size())
                && frames.get(frames.size() - 1 - same)
                        .equals(before.get(before.size() - 1 - same))) {
            same++;
        }
        return same;
    }

    /** Returns a message without the modules and loaders of classes, which a cast tells of behind what matters. */
    static String shown(String message) {
        return message.matches("(?s)class .* cannot be cast to class .*")
                ? message.replaceFirst(" \\([^()]* (?:is|are) in .*\\)$", "")
                : message;
    }

    /** Returns the lines for one stack, without colours. */
    List<String> plain(List<StackTraceElement> stack) {
        var lines = new ArrayList<String>();
        frames(stack.stream().map(places::translated).toList(), lines);
        return lines.stream().map(Ansi::without).toList();
    }

    /** Returns a chain without the frames of magics that waited when they were ended: where the user's line stands is left. */
    static List<Thrown> ofUser(List<Thrown> chain) {
        boolean magic =
                chain.stream()
                        .flatMap(each -> each.frames().stream())
                        .anyMatch(frame -> frame.getClassName().startsWith("himalia.magics."));
        if (!magic) {
            return chain;
        }
        var first = chain.get(0);
        var frames = first.frames().stream().filter(Tracebacks::isUser).toList();
        return List.of(new Thrown(first.className(), first.message(), frames));
    }

    /** Returns what JShell caught: its frames name the snippets. */
    static List<Thrown> chain(JShellException thrown) {
        var chain = new ArrayList<Thrown>();
        @Nullable Throwable next = thrown;
        while (next instanceof JShellException each) {
            var name =
                    each instanceof EvalException eval
                            ? eval.getExceptionClassName()
                            : "UnresolvedReference";
            var message = each.getMessage() == null ? "" : each.getMessage();
            chain.add(new Thrown(name, message, List.of(each.getStackTrace())));
            next = each.getCause();
        }
        return chain;
    }

    private void frames(List<StackTraceElement> trace, List<String> lines) {
        int user = lastOfUser(trace);
        // Of a cause, what is left of the trace when the rest stands above.
        int last = user < 0 ? Math.min(10, trace.size()) - 1 : user;
        var open =
                trace.subList(0, last + 1).stream()
                        .filter(frame -> place(frame).isPresent() || !isHidden(frame))
                        .toList();
        var told = MagicFrames.without(open, Tracebacks::isUser);
        int shown = 0;
        for (int i = 0; i < told.size(); ) {
            if (shown == MOST_FRAMES) {
                lines.add(Ansi.dim("    … " + (told.size() - i) + " more"));
                return;
            }
            var frame = told.get(i);
            lines.add(
                    place(frame)
                            .map(place -> userFrame(frame, place))
                            .orElseGet(() -> foreignFrame(frame)));
            shown++;
            int same = sameFrom(told, i);
            int inside = JdkFrames.inside(told, i);
            if (same > MOST_ALIKE) {
                // A recursion without end is one line; the JVM keeps the newest frames only.
                lines.add(Ansi.dim("    … the same " + (same - 1) + " times more, or oftener"));
                i += same;
            } else if (inside > 0) {
                lines.add(Ansi.dim("    … " + inside + " more inside the JDK"));
                i += 1 + inside;
            } else {
                i++;
            }
        }
    }

    private static int sameFrom(List<StackTraceElement> trace, int first) {
        int next = first;
        while (next < trace.size() && trace.get(next).equals(trace.get(first))) {
            next++;
        }
        return next - first;
    }

    /** What stands below the user's first frame is how the cell was called: ours. */
    private static int lastOfUser(List<StackTraceElement> trace) {
        for (int i = trace.size() - 1; i >= 0; i--) {
            if (isUser(trace.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isUser(StackTraceElement frame) {
        return frame.getFileName() != null && frame.getFileName().startsWith("#");
    }

    private Optional<Places.Place> place(StackTraceElement frame) {
        var file = frame.getFileName();
        return file == null || !isUser(frame) ? Optional.empty() : places.of(file.substring(1));
    }

    private static String userFrame(StackTraceElement frame, Places.Place place) {
        var method =
                frame.getMethodName().isEmpty() ? "" : Ansi.dim(" in " + frame.getMethodName());
        var typed = place.typed(frame.getLineNumber()).strip();
        var text = typed.isEmpty() ? place.text(frame.getLineNumber()).strip() : typed;
        return "  "
                + Ansi.cyan(place.where(frame.getLineNumber()))
                + method
                + (text.isEmpty() ? "" : "\n" + Ansi.bold("→ ") + text);
    }

    /** Returns whether a frame is of how cells are called. */
    private static boolean isHidden(StackTraceElement frame) {
        var name = frame.getClassName();
        return name.startsWith("himalia.worker.")
                || name.startsWith("jdk.internal.reflect.")
                || name.startsWith("jdk.internal.util.")
                || name.startsWith("java.lang.invoke.")
                || name.startsWith("REPL.");
    }

    private static String foreignFrame(StackTraceElement frame) {
        return Ansi.dim(
                "    at " + frame.getClassName() + "." + frame.getMethodName() + source(frame));
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

    public static String simple(String className) {
        int cut = Math.max(className.lastIndexOf('.'), className.lastIndexOf('$'));
        // What is declared inside a method has a number before its name.
        return className.substring(cut + 1).replaceFirst("^\\d+(?=\\D)", "");
    }
}
