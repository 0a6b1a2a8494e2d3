package himalia.streaming;

import java.util.Arrays;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Finds what went wrong in a job below all that Flink wraps around it. */
final class Failures {
    private static final String FLINK = "org.apache.flink.";

    private Failures() {}

    /** Returns the first cause that is not Flink's own word for "it failed". */
    static Throwable cause(Throwable thrown) {
        var found = thrown;
        while (found.getCause() != null && isWrapper(found)) {
            found = found.getCause();
        }
        var better = FlinkWords.better(found);
        cutFlinksPart(found);
        return better.isPresent() ? better.get() : found;
    }

    /** Of the way to the user's code, what Flink's threads did before that is nothing to him. */
    private static void cutFlinksPart(Throwable found) {
        var frames = found.getStackTrace();
        int own = 0;
        while (own < frames.length && !frames[own].getClassName().startsWith(FLINK)) {
            own++;
        }
        if (own > 0 && own < frames.length) {
            found.setStackTrace(Arrays.copyOf(frames, own));
        }
    }

    /** Throws the cause as itself where the caller may throw it. */
    static RuntimeException unchecked(Throwable thrown) {
        var cause = cause(thrown);
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException unchecked ? unchecked : new StreamFailed(cause);
    }

    private static boolean isWrapper(Throwable thrown) {
        var trace = thrown.getStackTrace();
        return thrown instanceof CompletionException
                || thrown instanceof ExecutionException
                || thrown.getClass().getName().startsWith(FLINK)
                || trace.length > 0 && trace[0].getClassName().startsWith(FLINK);
    }
}
