package himalia.install.runner;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;

/** A kernel that runs cells: all that the runner sees of it. */
public interface RunningKernel extends AutoCloseable {
    /** Returns what the kernel says of its language, for the notebook's metadata. */
    JsonObject languageInfo() throws IOException;

    /**
     * Runs code and waits for its end.
     *
     * @param outputs takes each published message in order: its type and its content; also what the code's jobs and
     *     threads say later, while other code runs and as the kernel closes
     * @param limit how long it may take before it is interrupted; zero for ever
     * @throws IOException if the kernel is gone
     */
    Answer execute(String code, BiConsumer<String, JsonObject> outputs, Duration limit)
            throws IOException;

    /** Returns the names of the jobs that still run, and that {@link #close} ends. */
    List<String> jobs();

    /** Ends the kernel, once what it still said is passed on. */
    @Override
    void close();

    /**
     * How a cell ended.
     *
     * @param ok false where it failed
     * @param count the number it got
     * @param interrupted true where it took longer than its limit
     */
    record Answer(boolean ok, int count, boolean interrupted) {}
}
