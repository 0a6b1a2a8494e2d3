package himalia.magics.spi;

import himalia.display.bundle.DisplayHandle;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The running notebook, as a magic sees it. */
public interface Notebook {
    /** Shows a value below the cell. */
    DisplayHandle display(@Nullable Object value);

    /** Returns the folder that magics and shell commands start from. */
    Path directory();

    /** Moves magics, shell commands and the next worker to another folder; relative paths of this JVM stay. */
    void changeDirectory(Path folder);

    /** Returns the variables that shell commands and the next worker are started with. */
    Map<String, String> environment();

    /** Sets a variable for shell commands and the next worker; this JVM's own environment stays. */
    void changeEnvironment(String name, String value);

    /** Keeps what the running cell prints and shows from now on, instead of showing it, until it is released. */
    void capture(Captured into);

    /** Ends a capture; one that was not begun is left alone. */
    void release(Captured into);

    /** Returns a clock's nanoseconds; between the parts of a cell, while code is compiled, it stands still. */
    default long runNanos() {
        return System.nanoTime();
    }

    /**
     * Closes something when the session ends or the process of the cells is replaced: the latest first, within two seconds
     * in all. An error is logged. Where the process is lost, what it was is told.
     *
     * @param what what it is: {@code job index}
     * @return takes it back, once it is closed otherwise
     */
    default Runnable onEnd(String what, AutoCloseable action) {
        return () -> {};
    }

    /**
     * Runs work on a thread that no interrupt of a cell is meant for; what it prints appears below this cell.
     *
     * @return what ends it: by an interrupt, and a little later by the checks in the code of cells
     */
    default Runnable background(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread::interrupt;
    }

    /** Returns every magic there is, by name. */
    List<MagicDescription> magics();

    /**
     * Asks the person in front of the notebook for a line.
     *
     * @param hidden whether what is typed is not to be shown
     * @throws IllegalStateException where nobody can be asked
     */
    String input(String prompt, boolean hidden);

    /**
     * Asks the kernel process for something that only it knows or can do.
     *
     * @param request such as {@code "variables"} or {@code "maven"}
     * @param arguments texts, numbers, booleans, and lists and maps of them
     * @return the same kinds of values
     * @throws MagicException with the kernel's words where it refuses
     */
    @Nullable Object ask(String request, Map<String, ?> arguments);
}
