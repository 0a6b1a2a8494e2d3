package himalia.experiments;

import java.nio.file.Path;
import java.time.Clock;

/** A process of its own that writes runs: its file, then how many. */
final class RunLogWriter {
    private RunLogWriter() {}

    public static void main(String[] arguments) {
        var log = RunLog.at(Path.of(arguments[0]), Clock.systemUTC());
        for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
            log.run("written").metric("recall", 0.5).record();
        }
    }
}
