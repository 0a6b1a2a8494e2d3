package himalia.magics.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.magics.PicocliCatalog;
import himalia.magics.RecordingNotebook;
import himalia.magics.spi.JavaText;
import himalia.storage.Conversion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

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
                .hasMessageContaining("Example: %convert trips.csv trips.parquet");
    }

    @Test
    void aTableOfTheNotebookIsToldHowToBecomeAFile() {
        assertThatThrownBy(
                        () ->
                                catalog.line(
                                        new RecordingNotebook(folder),
                                        "convert",
                                        List.of("k", "out.csv")))
                .hasMessage(
                        "%convert: FROM is a file, and there is no 'k'; a table of the notebook is written by Storage.write(k, \"out.csv\")");
    }

    @Test
    void howACsvFileIsWrittenCanBeSaid() throws Exception {
        Files.writeString(folder.resolve("a.txt"), "report\nx;d\n1,5;24.12.2025\n-9;\n");

        catalog.line(
                new RecordingNotebook(folder),
                "convert",
                List.of(
                        "a.txt",
                        "b.csv",
                        "--separator",
                        ";",
                        "--decimal=,",
                        "--dates=dd.MM.yyyy",
                        "--missing=NA,-9",
                        "--skip=1",
                        "--header=true"));

        assertThat(folder.resolve("b.csv")).hasContent("x,d\n1.5,2025-12-24\n,\n");
    }

    @Test
    void whatIsSaidIsWrittenAsJava() {
        var magic = new ConvertMagic();
        new CommandLine(magic).parseArgs("a.csv", "b.csv", "--decimal=,", "--missing=NA,-9");

        assertThat(magic.java(new JavaText(Path.of(""), List.of())))
                .hasValueSatisfying(
                        java ->
                                assertThat(java)
                                        .endsWith(
                                                "CsvOptions.defaults().decimal(',').missing(\"NA\", \"-9\"))"));
    }

    @Test
    void bothFilesAreComparedWhereItIsAsked() throws Exception {
        Files.writeString(folder.resolve("a.csv"), "x,t,d\n1.5,a,2024-02-29\n,,\n");
        var notebook = new RecordingNotebook(folder);

        catalog.line(notebook, "convert", List.of("a.csv", "b.parquet", "--verify"));

        assertThat(notebook.shown())
                .anyMatch(
                        shown ->
                                shown.contains(
                                        "nothing was lost: both files have the same checksum in each of 3 columns"));
    }

    @Test
    void someColumnsOfSomeRowsOfSeveralFiles() throws Exception {
        Files.writeString(folder.resolve("a1.csv"), "x,y,z\n1,u,3\n");
        Files.writeString(folder.resolve("a2.csv"), "x,y,z\n2,u,4\n");
        var notebook = new RecordingNotebook(folder);

        catalog.line(
                notebook,
                "convert",
                List.of("a*.csv", "b.csv", "--select", "z,x", "--where", "x > 1", "--verify"));

        assertThat(folder.resolve("b.csv")).hasContent("z,x\n4,2\n");
        assertThat(notebook.shown()).anyMatch(shown -> shown.contains("in each of 2 columns"));
        assertThatThrownBy(
                        () ->
                                catalog.line(
                                        notebook,
                                        "convert",
                                        List.of("a1.csv", "b.csv", "--select", "zz")))
                .hasMessage(
                        "%convert: no column 'zz' in a1.csv; did you mean 'z'? There are: x, y, z");
    }

    @Test
    void allThatIsSaidIsWrittenAsJava() {
        var magic = new ConvertMagic();
        new CommandLine(magic)
                .parseArgs(
                        "a.csv",
                        "b.npy",
                        "--select",
                        "x,y",
                        "--where=x > 1",
                        "--lossy",
                        "--decimal=,");

        assertThat(magic.java(new JavaText(Path.of(""), List.of())).orElseThrow())
                .endsWith(
                        "ConvertOptions.defaults().select(\"x\", \"y\").where(\"x > 1\").lossy().csv(CsvOptions.defaults().decimal(',')))");
    }
}
