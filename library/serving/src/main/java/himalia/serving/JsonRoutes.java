package himalia.serving;

import com.google.gson.JsonElement;
import java.util.function.Supplier;

/**
 * What a {@link JsonServer} answers at its paths.
 *
 * <pre>{@code
 * record Greeting() implements JsonRoutes {
 *     public Reply answer(String method, String path, java.util.function.Supplier<String> body) {
 *         return Reply.of(new com.google.gson.JsonPrimitive("hello"));
 *     }
 *
 *     public Reply failed(Throwable failure) {
 *         return new Reply(500, "");
 *     }
 * }
 * }</pre>
 */
public interface JsonRoutes {
    /**
     * Answers one request.
     *
     * @param body read only where it is wanted
     */
    Reply answer(String method, String path, Supplier<String> body);

    /** Says what went wrong, in the protocol's words: a {@link Refusal}, or whatever {@link #answer} has thrown. */
    Reply failed(Throwable failure);

    /** Returns true for paths that need no token: probes carry no secrets, and learn nothing but that somebody is there. */
    default boolean isOpen(String path) {
        return false;
    }

    /**
     * An answer.
     *
     * <pre>{@code
     * var nothing = new JsonRoutes.Reply(200, "");
     * }</pre>
     *
     * @param status HTTP's number
     * @param json the body; empty for none
     */
    record Reply(int status, String json) {
        /** Answers a request that went well. */
        public static Reply of(JsonElement json) {
            return new Reply(200, json.toString());
        }
    }
}
