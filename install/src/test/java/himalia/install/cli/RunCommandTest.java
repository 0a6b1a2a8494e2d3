package himalia.install.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonPrimitive;
import himalia.install.notebook.NotebookFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The headless runner on the real kernel. */
@Tag("kernel")
class RunCommandTest {
    @TempDir private Path folder;
    private final StringWriter said = new StringWriter();

    @Test
    void aNotebookIsRunWithItsParametersAndWrittenTwice() throws IOException {
        var notebook = write("int n = 3;", "System.out.println(n);\nn * 2");

        assertThat(himalia("run", notebook, "-o", out(), "-p", "n=4")).isZero();

        var executed = NotebookFile.read(folder.resolve("out/a.ipynb"));
        assertThat(executed.cells().get(2).outputs().toString())
                .contains("\"text\":\"4\\n\"")
                .contains("\"text/plain\":\"8\"");
        assertThat(executed.metadata().getAsJsonObject("language_info").get("name").getAsString())
                .isEqualTo("java");
        assertThat(Files.readString(folder.resolve("out/a.html")))
                .contains("<pre class=\"stdout\">8</pre>");
    }

    @Test
    void aCellThatFailsIsToldAndIsTheStatus() throws IOException {
        var notebook = write("int n = 3;", "throw new IllegalStateException(\"as asked\");");

        assertThat(himalia("run", notebook, "-o", out())).isEqualTo(1);

        assertThat(said.toString())
                .contains("a.ipynb, cell 2 failed:")
                .contains("IllegalStateException: as asked");
    }

    @Test
    void aCellThatTakesTooLongIsInterrupted() throws IOException {
        var notebook = write("int n = 3;", "while (true) { n++; }");

        assertThat(himalia("run", notebook, "-o", out(), "--timeout", "10")).isEqualTo(1);

        assertThat(said.toString()).contains("cell 2 took longer than 10 s and was interrupted");
    }

    @Test
    void aFreshRunIsComparedWithTheSavedOne() throws IOException {
        var notebook = write("int n = 3;", "n");
        assertThat(himalia("run", notebook, "-o", out())).isZero();
        var executed = folder.resolve("out/a.ipynb");

        assertThat(
                        himalia(
                                "run",
                                executed.toString(),
                                "-o",
                                folder.resolve("again").toString(),
                                "--check"))
                .isZero();
        Files.writeString(executed, Files.readString(executed).replace("int n = 3;", "int n = 4;"));
        assertThat(
                        himalia(
                                "run",
                                executed.toString(),
                                "-o",
                                folder.resolve("again").toString(),
                                "--check"))
                .isEqualTo(1);
        assertThat(said.toString()).contains("cell 2: text/plain was '3', now it is '4'");
    }

    @Test
    void theNotebooksOwnFolderIsNotWrittenInto() throws IOException {
        var notebook = write("1", "2");

        assertThat(himalia("run", notebook, "-o", folder.toString())).isEqualTo(1);

        assertThat(said.toString())
                .contains("is the notebook's own folder, and would overwrite it");
    }

    private int himalia(String... arguments) {
        var line = Himalia.commandLine();
        line.setErr(new PrintWriter(said, true));
        line.setOut(new PrintWriter(said, true));
        return line.execute(arguments);
    }

    private String out() {
        return folder.resolve("out").toString();
    }

    private String write(String parameters, String source) throws IOException {
        var file = folder.resolve("a.ipynb");
        var cells =
                "{\"cell_type\": \"code\", \"metadata\": {\"tags\": [\"parameters\"]}, \"source\": %s}, {\"cell_type\": \"code\", \"source\": %s}";
        var json =
                "{\"nbformat\": 4, \"nbformat_minor\": 5, \"cells\": ["
                        + cells.formatted(quoted(parameters), quoted(source))
                        + "]}";
        Files.writeString(file, json);
        return file.toString();
    }

    private static String quoted(String text) {
        return new JsonPrimitive(text).toString();
    }
}
