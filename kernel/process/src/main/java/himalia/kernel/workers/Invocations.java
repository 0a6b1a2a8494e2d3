package himalia.kernel.workers;

import himalia.kernel.java.SnippetRunner;
import himalia.kernel.java.SnippetRunner.Purpose;
import himalia.kernel.java.SnippetRunner.Ran;
import himalia.kernel.java.Variable;
import himalia.link.LinkException;
import himalia.link.LinkMessage;
import himalia.link.Messages;
import himalia.link.PendingReply;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a worker is told when it is to run a snippet. */
final class Invocations {
    private static final long VALUE_PATIENCE = 500;

    private Invocations() {}

    /**
     * Has a worker run something, and waits until it has the classes for that. It takes both in the order in which they are
     * sent: this runs where those could be loaded.
     */
    static PendingReply send(
            WorkerProcess process, LinkMessage message, PendingLoad pending, RunningCell cell)
            throws IOException, InterruptedException {
        process.heap().begins();
        var reply = process.link().ask(message);
        try {
            pending.await();
            cell.begins();
        } catch (IOException | InterruptedException e) {
            if (e instanceof InterruptedException || pending.isOpen()) {
                // Nobody knows whether it runs: not once more by itself.
                cell.begins();
            }
            throw e;
        }
        return reply;
    }

    /** Waits for the answer; a refusal is one too. {@code stopping} says for how long the cell has been asked to end. */
    static LinkMessage answer(WorkerProcess process, PendingReply reply, LongSupplier stopping)
            throws IOException, InterruptedException {
        try {
            return AnswerTimeouts.whileCellRuns(process, reply, stopping);
        } catch (LinkException e) {
            return switch (e.reason()) {
                case GONE -> throw e;
                case FULL -> full(process.heap().most());
                case REFUSED ->
                        failed("exception", "himalia.Refused", String.valueOf(e.getMessage()));
            };
        }
    }

    /** Finds out whether a worker without memory can go on: not without any for classes, for each cell is one. */
    static void goOnAfter(LinkMessage answer, WorkerProcess process, Consumer<IOException> lose)
            throws IOException, InterruptedException {
        boolean classes =
                answer.list("chain").stream()
                        .map(thrown -> thrown instanceof Map<?, ?> map ? map.get("message") : "")
                        .map(String::valueOf)
                        .anyMatch(words -> words.matches("Metaspace|Compressed class space"));
        if (classes) {
            lose.accept(new GivenUpException(GivenUpException.NO_CLASSES));
        } else {
            AnswerTimeouts.pulse(process);
        }
    }

    /** What is answered in the place of a worker that is gone. */
    static LinkMessage lost() {
        return failed(SnippetRunner.Failure.LOST, "himalia.WorkerLost", "the worker is gone");
    }

    /** What is answered where the worker does not take the classes of a cell. */
    static LinkMessage refused(NotLoadedException why) {
        var words = String.valueOf(why.getMessage());
        int colon = words.indexOf(": ");
        return failed(
                SnippetRunner.Failure.REFUSED,
                colon < 0 ? words : words.substring(0, colon),
                colon < 0 ? "" : words.substring(colon + 2));
    }

    private static LinkMessage full(String most) {
        var only = failed("memory", "java.lang.OutOfMemoryError", "Java heap space");
        var fields = new LinkedHashMap<String, @Nullable Object>(only.fields());
        fields.put("most", most);
        return new LinkMessage(only.name(), fields);
    }

    private static LinkMessage failed(String kind, String name, String words) {
        var thrown = Map.of("class", name, "message", words, "frames", List.of());
        return new LinkMessage("failed", Map.of("kind", kind, "chain", List.of(thrown)));
    }

    /** What a worker is told that is to end a cell. */
    static LinkMessage interrupt(long cell) {
        return new LinkMessage(Messages.INTERRUPT, Map.of("cell", cell));
    }

    /** What a worker is told when a cell has ended. */
    static LinkMessage end(long cell, String how, String lane) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("cell", cell);
        fields.put("how", how);
        fields.put("lane", lane);
        return new LinkMessage(Messages.CELL_END, fields);
    }

    static LinkMessage message(
            String className,
            String method,
            Purpose purpose,
            String lane,
            long mark,
            boolean ahead) {
        return new LinkMessage(
                Messages.INVOKE,
                Map.of(
                        "ahead",
                        ahead,
                        "cell",
                        purpose.cell(),
                        "lane",
                        lane,
                        "class",
                        className,
                        "method",
                        method,
                        "show",
                        purpose.show(),
                        "mark",
                        mark,
                        "count",
                        (long) purpose.count()));
    }

    /** Returns the text of a variable's value, empty where it cannot be had in time. */
    static Optional<String> valueText(@Nullable WorkerProcess process, Variable variable) {
        var fields = Map.of("class", variable.className(), "field", variable.name());
        return inTime(process, new LinkMessage(Messages.VALUE, fields))
                .map(answer -> answer.text("text"));
    }

    /** Returns those of some variables that hold anything; all where that cannot be had in time. */
    static List<Variable> holding(@Nullable WorkerProcess process, List<Variable> some) {
        if (some.isEmpty()) {
            return some;
        }
        var classes = some.stream().map(Variable::className).toList();
        var names = some.stream().map(Variable::name).toList();
        var held =
                inTime(
                                process,
                                new LinkMessage(
                                        Messages.HELD, Map.of("classes", classes, "fields", names)))
                        .map(answer -> answer.list("held"))
                        .orElse(List.of());
        return IntStream.range(0, some.size())
                .filter(i -> i >= held.size() || !held.get(i).equals(false))
                .mapToObj(some::get)
                .toList();
    }

    /** Reads what an invocation gave. */
    static Ran ran(LinkMessage answer, boolean begun) {
        return answer.name().equals("failed")
                ? Ran.failed(FailureReader.read(answer, begun))
                : answer.has("data") ? Ran.shown(Bundles.read(answer)) : Ran.NOTHING;
    }

    /** Returns which values a parameter of a magic may have, for each of several lines; none where they cannot be had in time. */
    static List<List<String>> candidates(@Nullable WorkerProcess process, Map<String, ?> question) {
        return inTime(process, new LinkMessage(Messages.CANDIDATES, question))
                .map(answer -> answer.list("values").stream().map(Invocations::texts).toList())
                .orElse(List.of());
    }

    private static List<String> texts(@Nullable Object values) {
        return values instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static Optional<LinkMessage> inTime(
            @Nullable WorkerProcess process, LinkMessage question) {
        if (process == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(process.link().ask(question).await(VALUE_PATIENCE));
        } catch (LinkException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
