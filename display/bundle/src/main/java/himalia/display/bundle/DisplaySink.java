package himalia.display.bundle;

import java.util.Optional;

/** Where shown things go: the notebook's front end, or a terminal. */
public interface DisplaySink {
    /**
     * Shows a bundle.
     *
     * @param id the name under which it can be updated later
     */
    void show(MimeBundle bundle, Optional<String> id);

    /** Replaces every display shown under {@code id}. */
    void update(String id, MimeBundle bundle);

    /**
     * Clears the output of the running cell.
     *
     * @param wait true to clear only when the next output arrives, so that nothing flickers
     */
    void clear(boolean wait);

    /** Returns the run that the calling thread works for: the live displays begun in it end with it. */
    default long run() {
        return 0;
    }

    /** Returns {@code work} so that what it shows belongs to the calling thread's run, whichever thread does it. */
    default Runnable inThisRun(Runnable work) {
        return work;
    }

    /** Returns {@code work} so that it belongs to no run: interrupts of cells spare the threads that it starts. */
    default Runnable apart(Runnable work) {
        return work;
    }

    /** Ends something when the session ends; what is returned takes it back. */
    default Runnable onEnd(String what, AutoCloseable action) {
        return () -> {};
    }

    /** Returns the class file of a class that a cell declared, as the compiler wrote it. */
    default Optional<byte[]> classFile(String name) {
        return Optional.empty();
    }

    /** Returns whether somebody watches, so that showing how far work is makes sense. */
    default boolean isWatched() {
        return true;
    }
}
