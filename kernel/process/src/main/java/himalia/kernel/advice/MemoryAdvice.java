package himalia.kernel.advice;

import himalia.kernel.java.Outcome;
import java.util.Locale;

/** What to do about an {@code OutOfMemoryError}: memory is of several kinds, and each has a way out of its own. */
public final class MemoryAdvice {
    private static final long GIGABYTE = 1L << 30;
    private static final long MEGABYTE = 1L << 20;

    private MemoryAdvice() {}

    /**
     * Returns the words.
     *
     * @param message what the JVM said
     * @param note how many bytes the heap may take, as digits; empty where that is not known
     */
    static String of(String message, String note) {
        var words = message.toLowerCase(Locale.ROOT);
        if (words.contains("native thread")) {
            return "The system gives this process no more threads. "
                    + Outcome.Failed.KEPT
                    + " Let threads end, or hand work to a few: Executors.newFixedThreadPool(8).";
        }
        if (words.contains("direct buffer")) {
            return "The memory for direct buffers is full. "
                    + Outcome.Failed.KEPT
                    + " Let go of buffers (set their variables to null), or ask for more, in a new process without the"
                    + " variables: %jvm --options \"-XX:MaxDirectMemorySize=8g\".";
        }
        if (words.contains("metaspace") || words.contains("class space")) {
            return "The memory for classes is full, and no cell can be loaded without: the next one runs in a new process,"
                    + " without the variables. For more of it: %jvm --options \"-XX:MaxMetaspaceSize=2g\".";
        }
        if (words.contains("array size")
                || words.contains("array length")
                || words.contains("implementation limit")
                || words.contains("string")) {
            return "No array has so many elements and no text so many characters: some two billion are the most, of characters"
                    + " half of that where some are not of Latin-1, whatever the heap. "
                    + Outcome.Failed.KEPT
                    + " Take several, or write them to a file piece by piece.";
        }
        if (!words.isEmpty() && !words.contains("heap") && !words.contains("gc overhead")) {
            return "Memory of another kind than the heap ran out, or the program throws this itself. "
                    + Outcome.Failed.KEPT;
        }
        return "The heap of the worker is full"
                + (note.isEmpty() ? ". " : " (it may take " + size(Long.parseLong(note)) + "). ")
                + Outcome.Failed.KEPT
                + " Let go of what you do not need (set large variables to null; Out.clear() lets go of the values that were shown), or ask for a larger heap, in a new"
                + " process without the variables: %jvm --heap "
                + larger(note)
                + ".";
    }

    private static String size(long bytes) {
        return bytes < 2 * GIGABYTE ? bytes / MEGABYTE + " MB" : bytes / GIGABYTE + " GB";
    }

    /** Twice as much, in words that {@code %jvm} takes. */
    private static String larger(String note) {
        if (note.isEmpty()) {
            return "16g";
        }
        long twice = 2 * Long.parseLong(note);
        return twice < 2 * GIGABYTE
                ? (twice + MEGABYTE - 1) / MEGABYTE + "m"
                : (twice + GIGABYTE - 1) / GIGABYTE + "g";
    }
}
