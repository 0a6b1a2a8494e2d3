package himalia.client;

import himalia.kernel.protocol.Message;
import himalia.kernel.protocol.content.ExecuteReply;
import himalia.kernel.protocol.content.Failure;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a cell ended, and all that was published for it.
 *
 * @param answer the reply and the messages of iopub in order, statuses included
 * @param timedOut whether it was interrupted because it took longer than its limit
 */
public record CellResult(Answer answer, boolean timedOut) {
    /** Returns the reply, read. */
    public ExecuteReply reply() {
        return ExecuteReply.from(answer.reply().content());
    }

    /** Returns ok, error or aborted. */
    public String status() {
        return answer.fields().text("status", "");
    }

    /** Tells whether the cell ran to its end. */
    public boolean ok() {
        return status().equals("ok");
    }

    /** Returns the number that the cell got. */
    public long executionCount() {
        return answer.fields().number("execution_count", 0);
    }

    /** Returns what went wrong, if anything did. */
    public Optional<Failure> failure() {
        return reply().failure();
    }

    /** Returns the messages of iopub in order. */
    public List<Message> published() {
        return answer.published();
    }

    /** Returns what was published of one type. */
    public List<Message> published(String type) {
        return answer.published(type);
    }

    /** Returns all that was printed to the standard output. */
    public String stdout() {
        return stream("stdout");
    }

    /** Returns all that was printed to the error output. */
    public String stderr() {
        return stream("stderr");
    }

    /** Returns the value of the cell by MIME type; empty if it has none. */
    public Map<String, Object> value() {
        var results = published("execute_result");
        return results.isEmpty()
                ? Map.of()
                : results.get(results.size() - 1).fields().object("data");
    }

    /** Returns the value of the cell as plain text; empty if it has none. */
    public String text() {
        return value().get("text/plain") instanceof String text ? text : "";
    }

    private String stream(String name) {
        var text = new StringBuilder();
        for (var message : published("stream")) {
            if (message.fields().text("name", "").equals(name)) {
                text.append(message.fields().text("text", ""));
            }
        }
        return text.toString();
    }
}
