package himalia.parallel;

import static himalia.display.bundle.Given.given;

import java.nio.charset.StandardCharsets;

/**
 * What a {@link WorkerPool} has heard of one of its processes.
 *
 * <pre>{@code
 * new PoolEvent(1, PoolEvent.Kind.DONE, new byte[] {9}).body()    // what worker 1 has found
 * }</pre>
 *
 * @param worker its number, from 0
 * @param kind what has happened
 * @param body what it said
 */
public record PoolEvent(int worker, Kind kind, byte[] body) {
    public PoolEvent {
        given(kind, "kind");
        body = given(body, "body").clone();
    }

    /** Returns what it said. */
    @Override
    public byte[] body() {
        return body.clone();
    }

    /** Returns why it failed or was lost. */
    public String words() {
        return new String(body, StandardCharsets.UTF_8);
    }

    static PoolEvent of(int worker, Kind kind, String words) {
        return new PoolEvent(worker, kind, words.getBytes(StandardCharsets.UTF_8));
    }

    /** What has happened. */
    public enum Kind {
        /** It has found something, and waits for {@link WorkerPool#answer}. */
        ASKS,
        /** Its piece of work is done. */
        DONE,
        /** Its piece of work threw; the process lives. */
        FAILED,
        /** The process is gone, and another one can take its place. */
        LOST
    }
}
