package himalia.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** The first table of a process, by a thread that is interrupted. */
class FirstTableTest {
    /** What the other process does. */
    public static final class Interrupted {
        private Interrupted() {}

        public static void main(String[] words) {
            Thread.currentThread().interrupt();
            FirstTable.begin();
            boolean isStill = Thread.currentThread().isInterrupted();
            System.exit(
                    isStill && Table.create("t", IntColumn.create("i", 1)).rowCount() == 1 ? 7 : 1);
        }
    }

    @Test
    void itIsMadeAndTheInterruptStays() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process =
                new ProcessBuilder(
                                java,
                                "-cp",
                                System.getProperty("java.class.path"),
                                Interrupted.class.getName())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(7);
        } finally {
            process.destroyForcibly();
        }
    }
}
