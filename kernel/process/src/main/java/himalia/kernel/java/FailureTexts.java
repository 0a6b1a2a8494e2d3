package himalia.kernel.java;

import himalia.kernel.cells.Cells;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The ways a cell fails, in words. */
final class FailureTexts {
    /** What long work throws where it is interrupted. */
    private static final Set<String> WORK =
            Set.of(
                    "java.util.concurrent.CancellationException",
                    "himalia.training.TrainingInterrupted");

    private FailureTexts() {}

    static Outcome.Failed compile(List<String> lines) {
        var text =
                lines.isEmpty()
                        ? List.of(
                                Ansi.red("Error")
                                        + ": this is no Java: nothing in it can be run or declared. An annotation or a"
                                        + " modifier stands before the class, method or variable that it is of.")
                        : lines;
        return new Outcome.Failed("CompileError", plain(text.get(0)), text, false);
    }

    /** Something was called whose body names what nobody has declared. */
    static Outcome.Failed unresolved(String text, List<String> trace) {
        var lines = new ArrayList<String>();
        lines.add(Ansi.red("Error") + ": " + text);
        lines.addAll(withoutHead(trace));
        return new Outcome.Failed("Unresolved", text, lines, false);
    }

    /** What was asked for cannot be done; the words say why. */
    static Outcome.Failed refused(String message) {
        return new Outcome.Failed(
                "MagicException", message, List.of(Ansi.red("Error") + ": " + message), false);
    }

    static Outcome.Failed interrupted(List<String> where) {
        var lines = new ArrayList<String>();
        lines.add(Ansi.red("Interrupted") + ": the cell was ended. " + Outcome.Failed.KEPT);
        lines.addAll(where);
        return new Outcome.Failed("Interrupted", "the cell was ended", lines, true);
    }

    static Outcome.Failed lost(String message) {
        return new Outcome.Failed(
                "WorkerLost", message, List.of(Ansi.red("WorkerLost") + ": " + message), false);
    }

    /** What came back from an invocation that failed. */
    static Outcome.Failed of(
            SnippetRunner.Failure failure,
            SnippetRunner.Thrown thrown,
            List<String> trace,
            Advisor advisor) {
        return switch (failure.kind()) {
            case "interrupted" -> interrupted(told(thrown, withoutHead(trace)));
            case "abandoned" -> abandoned(failure.note(), trace);
            case "exit" -> exit(thrown.message());
            case "memory" -> memory(advisor.aboutMemory(thrown.message(), failure.note()), trace);
            default -> exception(thrown, trace, advisor);
        };
    }

    /** Work of the library says how far it was, and what is kept; a wait or a loop says no more than that it was interrupted. */
    private static List<String> told(SnippetRunner.Thrown thrown, List<String> trace) {
        boolean isOfLibrary =
                WORK.contains(thrown.className()) && thrown.message().contains(" was interrupted");
        if (!isOfLibrary) {
            return trace;
        }
        var lines = new ArrayList<String>();
        lines.add(thrown.message());
        lines.addAll(trace);
        return lines;
    }

    private static Outcome.Failed exception(
            SnippetRunner.Thrown thrown, List<String> trace, Advisor advisor) {
        var name = thrown.className();
        if (name.equals("himalia.magics.spi.MagicException")) {
            // A slip in a magic: its words are all that helps.
            return new Outcome.Failed(
                    "MagicException",
                    thrown.message(),
                    List.of(Ansi.red("Error") + ": " + thrown.message()),
                    false);
        }
        if (name.equals("himalia_cells.UnresolvedException")) {
            return unresolved(advisor.asOfNow(thrown.message()), trace);
        }
        return new Outcome.Failed(
                name.startsWith(Cells.PACKAGE) ? Tracebacks.simple(name) : name,
                thrown.message(),
                trace,
                false);
    }

    private static Outcome.Failed abandoned(String thread, List<String> trace) {
        var lines = new ArrayList<String>();
        lines.add(
                "Its thread '"
                        + thread
                        + "' waits where nothing can end it; it was given up, and ends when it comes back:");
        lines.addAll(withoutHead(trace));
        return interrupted(lines);
    }

    /** Returns a trace without its first line, which names what was thrown. */
    private static List<String> withoutHead(List<String> trace) {
        return trace.subList(Math.min(1, trace.size()), trace.size());
    }

    private static Outcome.Failed exit(String message) {
        return new Outcome.Failed(
                "Exit", message, List.of(Ansi.red("Exit") + ": " + message), false);
    }

    private static Outcome.Failed memory(String advice, List<String> trace) {
        var lines = new ArrayList<>(trace);
        lines.add(advice);
        return new Outcome.Failed("java.lang.OutOfMemoryError", advice, lines, false);
    }

    private static String plain(String text) {
        return text.replaceAll("\u001b\\[[0-9;]*m", "");
    }
}
