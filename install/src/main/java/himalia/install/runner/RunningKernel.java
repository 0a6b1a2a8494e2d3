package himalia.install.runner;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.function.BiConsumer;

/** A kernel that runs cells: all that the runner sees of it. */
public interface RunningKernel extends AutoCloseable {
    /** Returns what the kernel says of its language, for the notebook's metadata. */
    JsonObject languageInfo() throws IOException;

    /**
     * Runs code and waits until its last output has come.
     *
     * @param outputs takes each published message in order: its type and its content
     * @param limit how long it may take before it is interrupted; zero for ever
     * @throws IOException if the kernel is gone
     */
    Answer execute(String code, BiConsumer<String, JsonObject> outputs, Duration limit)
            throws IOException;

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
