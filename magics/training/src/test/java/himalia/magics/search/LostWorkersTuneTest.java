package himalia.magics.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.magics.ModelTables;
import himalia.magics.PicocliCatalog;
import himalia.magics.RecordingNotebook;
import himalia.magics.spi.MagicCatalog.Value;
import himalia.magics.spi.MagicException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Tag("once")
@Timeout(120)
class LostWorkersTuneTest {
    @TempDir private Path folder;

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void whereWorkersAreKilledAgainAndAgainWhatWasFoundIsShown() throws Exception {
        var line = "tree --label y --folds 2 --trials 5000 --processes 2 --study tree.log";
        var words = new ArrayList<Object>(List.of(line.split(" ")));
        words.add(new Value("train", ModelTables.rows(120, 1)));
        var notebook = new RecordingNotebook(folder);
        var killer = new Thread(this::kill);
        killer.start();
        try {
            assertThatThrownBy(() -> new PicocliCatalog().line(notebook, "tune", words))
                    .isInstanceOf(MagicException.class)
                    .hasMessageMatching(
                            "%tune: worker [01] \\(process \\d+\\) was killed by signal 9.*, the 4th worker in a row that is lost; search by fewer, or by one in this process to see what ends them; what it has found is shown above, and the same line goes on with it");
        } finally {
            killer.interrupt();
            killer.join();
        }
        assertThat(notebook.shown()).last().asString().contains("; best 0.");
    }

    /** From the first value on. */
    private void kill() {
        try {
            while (!Thread.interrupted()) {
                var file = folder.resolve("tree.log");
                if (Files.exists(file)
                        && Files.readString(file).matches("(?s).*\"values\": ?\\[.*")) {
                    ProcessHandle.current()
                            .children()
                            .filter(LostWorkersTuneTest::isWorker)
                            .forEach(ProcessHandle::destroyForcibly);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isWorker(ProcessHandle process) {
        var words = process.info().arguments().orElse(new String[0]);
        return words.length > 0 && words[words.length - 1].endsWith("arguments");
    }
}
