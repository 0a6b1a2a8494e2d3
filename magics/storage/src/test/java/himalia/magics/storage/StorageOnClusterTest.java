package himalia.magics.storage;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.magics.PicocliCatalog;
import himalia.magics.RecordingNotebook;
import himalia.magics.spi.SqlBody;
import himalia.storage.Conversion;
import himalia.storage.EltRun;
import himalia.storage.EltStep;
import himalia.streaming.TwoProcesses;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code --on HOST:PORT} of conversions and warehouses. */
@Tag("once")
@Timeout(240)
class StorageOnClusterTest {
    @TempDir private Path place;
    @TempDir private Path folder;

    @Test
    void filesAreConvertedAndLoadedThere() throws Exception {
        try (var cluster = TwoProcesses.start(place)) {
            var notebook = new RecordingNotebook(folder);
            var catalog = new PicocliCatalog();
            Files.writeString(folder.resolve("a.csv"), "x;y\n1,5;2\n3;4\n");
            var words =
                    List.<Object>of(
                            "a.csv",
                            "b.parquet",
                            "--decimal",
                            ",",
                            "--verify",
                            "--on",
                            cluster.address());
            var done =
                    (Conversion) Objects.requireNonNull(catalog.line(notebook, "convert", words));
            assertThat(done.rows()).isEqualTo(2);
            assertThat(folder.resolve("b.parquet")).exists();

            var body =
                    new SqlBody()
                            .text(
                                    "load a from 'b.parquet'; create table b as select sum(x) as s from a");
            var run =
                    (EltRun)
                            Objects.requireNonNull(
                                    catalog.cell(
                                            notebook,
                                            "elt",
                                            List.of(
                                                    "--db",
                                                    "shop.duckdb",
                                                    "--on",
                                                    cluster.address()),
                                            body));
            assertThat(run.steps()).extracting(EltStep::rows).containsExactly(2L, 1L);
        }
    }
}
