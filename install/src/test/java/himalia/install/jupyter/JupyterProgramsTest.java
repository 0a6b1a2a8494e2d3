package himalia.install.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import himalia.install.notebook.NotebookCell;
import himalia.install.notebook.NotebookFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs that people run notebooks with, on the installed kernel. */
@Tag("kernel")
@Tag("once")
class JupyterProgramsTest {
    @TempDir private Path folder;

    @SuppressWarnings("NullAway.Init")
    private PythonTools tools;

    private Map<String, String> environment = Map.of();

    @BeforeEach
    void install() throws IOException, InterruptedException {
        tools = PythonTools.orSkip();
        environment = InstalledKernel.in(folder);
    }

    @Test
    void nbconvertRunsANotebook() throws IOException, InterruptedException {
        write("a.ipynb", "int n = 20;", "n + 22");

        var said =
                run(
                        "",
                        "jupyter",
                        "nbconvert",
                        "--execute",
                        "--to",
                        "notebook",
                        "--output",
                        "b.ipynb",
                        "a.ipynb");

        assertThat(said.words()).contains("b.ipynb");
        assertThat(values("b.ipynb")).contains("\"text/plain\":\"42\"");
    }

    @Test
    void papermillRunsANotebook() throws IOException, InterruptedException {
        write("a.ipynb", "int n = 20;", "n + 22");

        var said = run("", "papermill", "-k", "himalia", "--no-progress-bar", "a.ipynb", "b.ipynb");

        assertThat(said.status()).as(said.words()).isZero();
        assertThat(values("b.ipynb")).contains("\"text/plain\":\"42\"");
    }

    @Test
    void theConsoleAnswers() throws IOException, InterruptedException {
        var said =
                run(
                        "int n = 20;\nn + 22\nexit\n",
                        "jupyter",
                        "console",
                        "--kernel",
                        "himalia",
                        "--simple-prompt");

        assertThat(said.words()).contains("42");
    }

    private PythonTools.Said run(String input, String program, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(tools.program(program).toString());
        command.addAll(List.of(arguments));
        return tools.run(folder, environment, input, command);
    }

    private String values(String name) throws IOException {
        var all = new StringBuilder();
        NotebookFile.read(folder.resolve(name)).codeCells().stream()
                .map(NotebookCell::outputs)
                .forEach(all::append);
        return all.toString();
    }

    private void write(String name, String... sources) throws IOException {
        var cells = new JsonArray();
        for (var source : sources) {
            var cell = new JsonObject();
            cell.addProperty("cell_type", "code");
            cell.addProperty("source", source);
            cells.add(cell);
        }
        var notebook = new JsonObject();
        notebook.addProperty("nbformat", 4);
        notebook.addProperty("nbformat_minor", 5);
        notebook.add("cells", cells);
        var read = NotebookFile.parse(notebook.toString(), name);
        var spec = new JsonObject();
        spec.addProperty("name", "himalia");
        spec.addProperty("display_name", "Java");
        spec.addProperty("language", "java");
        read.metadata().add("kernelspec", spec);
        Files.writeString(folder.resolve(name), read.text());
    }
}
