package himalia.training;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import java.util.function.Supplier;

/**
 * Starts PyTorch when it is first needed: quietly, and without asking any network.
 *
 * <pre>{@code
 * Engines.pytorch().getVersion()    // 2.7.1
 * }</pre>
 */
public final class Engines {
    /** PyTorch's engine gathers gradients for one training of the process at a time. */
    private static final Object ONE_AT_A_TIME = new Object();

    private static final long WORK_FOR_A_THREAD = 2_000_000;

    private Engines() {}

    /**
     * Returns PyTorch's engine; the first call on a machine unpacks its natives into the folder that the property or
     * variable {@code DJL_CACHE_DIR} names, or the user's home.
     */
    public static synchronized Engine pytorch() {
        unlessSet("ai.djl.offline", "true");
        unlessSet("OPT_OUT_TRACKING", "true");
        return Engine.getEngine("PyTorch");
    }

    /**
     * Runs a training, when no other one of the process runs.
     *
     * @param step how many multiplications the largest matrix product of a step has
     */
    static <R> R learning(long step, Supplier<R> work) {
        synchronized (ONE_AT_A_TIME) {
            return withThreads(Threads.worthwhile(step, WORK_FOR_A_THREAD), work);
        }
    }

    /**
     * Runs work in which so many threads share one operation, unless the user has chosen by DJL's own property.
     *
     * <p>The number belongs to the whole process, so it is put back: the user may run PyTorch too.
     */
    static <R> R withThreads(int count, Supplier<R> work) {
        if (System.getProperty("ai.djl.pytorch.num_threads") != null) {
            return work.get();
        }
        int before = JniUtils.getNumThreads();
        JniUtils.setNumThreads(count);
        try {
            return work.get();
        } finally {
            JniUtils.setNumThreads(before);
        }
    }

    /**
     * Runs work that learns nothing. Some layers compute by other ways where gradients may be asked for, with other last bits, and that belongs to each thread: DJL
     * switches it off for the one that has started it alone.
     */
    static <R> R withoutGradients(Supplier<R> work) {
        boolean before = JniUtils.isGradMode();
        JniUtils.setGradMode(false);
        try {
            return work.get();
        } finally {
            JniUtils.setGradMode(before);
        }
    }

    private static void unlessSet(String property, String value) {
        if (System.getProperty(property) == null && System.getenv(property) == null) {
            System.setProperty(property, value);
        }
    }
}
