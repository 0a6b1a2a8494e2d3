package himalia.parallel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies beside a worker. */
class LaunchTest {
    @TempDir private Path folder;

    @Test
    void aLogThatHasGrownTooLongIsCutOff() throws Exception {
        var log = folder.resolve("log");
        Launch.cutLog(folder);
        assertThat(log).doesNotExist();
        Files.writeString(log, "short");
        Launch.cutLog(folder);
        assertThat(log).hasContent("short");
        try (var file = new RandomAccessFile(log.toFile(), "rw")) {
            file.setLength(10_000_001);
        }

        Launch.cutLog(folder);

        assertThat(log).hasContent("what stood here, more than 10 MB, was cut off");
        assertThat(Launch.said(folder)).startsWith("what stood here");
    }

    @Test
    void jarsOfAClusterComeBeforeWhatIsThere() {
        var launch = Launch.usual();
        assertThat(launch.with(List.of(Path.of("a.jar"))).classPath())
                .isEqualTo("a.jar" + File.pathSeparator + launch.classPath());
    }
}
