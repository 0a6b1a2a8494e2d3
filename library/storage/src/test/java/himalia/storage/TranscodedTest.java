package himalia.storage;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranscodedTest {
    @Test
    void anInterruptEndsIt(@TempDir Path folder) throws IOException {
        var file = folder.resolve("rows.csv");
        Files.writeString(file, "a,b\n1,2\n".repeat(100_000), StandardCharsets.UTF_16);

        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> Transcoded.of(file, StandardCharsets.UTF_16).close())
                    .isInstanceOf(CancellationException.class)
                    .hasMessage("work on rows.csv was interrupted");
        } finally {
            Thread.interrupted();
        }
    }
}
