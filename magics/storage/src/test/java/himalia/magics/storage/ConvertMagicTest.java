package himalia.magics.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.magics.PicocliCatalog;
import himalia.magics.RecordingNotebook;
import himalia.storage.Conversion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertMagicTest {
    @TempDir Path folder;

    private final PicocliCatalog catalog = new PicocliCatalog();

    @Test
    void convertWorksBesideTheNotebook() throws Exception {
        Files.writeString(folder.resolve("a.csv"), "x,y\n1,2\n3,4\n");

        var done =
                (Conversion)
                        catalog.line(
                                new RecordingNotebook(folder),
                                "convert",
                                List.of("a.csv", "b.parquet"));

        assertThat(done).isNotNull();
        assertThat(done.rows()).isEqualTo(2);
        assertThat(folder.resolve("b.parquet")).exists();
    }

    @Test
    void aTornRowIsOneMessageUnderTheMagicsName() throws Exception {
        Files.writeString(folder.resolve("a.csv"), "x,y\n1,2\n3\n");

        assertThatThrownBy(
                        () ->
                                catalog.line(
                                        new RecordingNotebook(folder),
                                        "convert",
                                        List.of("a.csv", "b.avro")))
                .hasMessage(
                        "%convert: a.csv, line 3: 1 values where the header names 2 columns: 3");
    }

    @Test
    void aMissingTargetIsAskedFor() {
        assertThatThrownBy(
                        () ->
                                catalog.line(
                                        new RecordingNotebook(folder), "convert", List.of("a.csv")))
                .hasMessageStartingWith("%convert: TO is missing (The file to write;")
                .hasMessageEndingWith("Example: %convert trips.csv trips.parquet");
    }
}
