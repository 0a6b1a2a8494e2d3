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
import org.junit.jupiter.api.Timeout;
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
    void aNotebookOfAnotherLanguageIsRefusedUnlessSomebodyInsists() throws IOException {
        var notebook = write("int n = 3;", "n");
        var file = Path.of(notebook);
        Files.writeString(
                file,
                Files.readString(file)
                        .replace(
                                "\"nbformat\": 4",
                                "\"metadata\": {\"kernelspec\": {\"name\": \"python3\", \"language\": \"python\"}}, \"nbformat\": 4"));
        assertThat(NotebookFile.read(file).language()).isEqualTo("python");

        assertThat(himalia("run", notebook, "-o", out())).isEqualTo(1);
        assertThat(himalia("run", notebook, "-o", out(), "-k", "python3")).isEqualTo(1);
        assertThat(said.toString())
                .contains(
                        "a.ipynb is written in python, and here is Java; --kernel himalia runs it all the same")
                .contains("--kernel: 'python3' cannot be run here");
        assertThat(folder.resolve("out")).doesNotExist();

        assertThat(himalia("run", notebook, "-o", out(), "-k", "himalia")).isZero();
    }

    @Test
    @Timeout(120)
    void aRunThatIsEndedLeavesWhatWasDone() throws Exception {
        var notebook = write("int n = 3;\nn", "Thread.sleep(100_000);");
        var process =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-Dhimalia.home=" + System.getProperty("himalia.home"),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Himalia.class.getName(),
                                "run",
                                notebook,
                                "-o",
                                out())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("said").toFile())
                        .start();
        var written = folder.resolve("out/a.ipynb");
        while (!Files.exists(written)) {
            assertThat(process.isAlive()).isTrue();
            Thread.sleep(50);
        }

        process.destroy();
        process.waitFor();

        var cells = NotebookFile.read(written).cells();
        assertThat(cells.get(0).outputs().toString()).contains("\"text/plain\":\"3\"");
        assertThat(cells.get(1).outputs().toString()).contains("the run was interrupted here");
        assertThat(folder.resolve("out/a.html")).exists();
        assertThat(Files.readString(folder.resolve("said"))).contains("cell 2 was interrupted");
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
        assertThat(said.toString())
                .contains("cell 2: text/plain was '3', now it is '4'")
                .contains("a.ipynb: 1 differs of 2 cells in ");
    }

    @Test
    void aComparisonWritesNothingUnlessItIsToldTo() throws IOException {
        var notebook = write("int n = 3;", "n");
        assertThat(himalia("run", notebook, "-o", out())).isZero();
        var executed = folder.resolve("out/a.ipynb");
        var before = Files.getLastModifiedTime(executed);

        assertThat(himalia("run", executed.toString(), "--check")).isZero();

        assertThat(Files.getLastModifiedTime(executed)).isEqualTo(before);
        assertThat(Path.of("out")).doesNotExist();
        assertThat(said.toString())
                .containsPattern("a\\.ipynb: all of 2 cells in \\d+\\.\\d s\\R$");
    }

    @Test
    void whatAJobSaysAfterItsCellStandsBelowIt() throws IOException {
        var notebook =
                write(
                        """
                        var go = new CountDownLatch(1);
                        var at = Display.display("0 %");
                        var wait = new CountDownLatch(1);
                        System.out.println("begins");
                        Jobs.start("talk", () -> {
                            go.await();
                            System.out.println("turn 0");
                            System.out.println("turn 1");
                            at.update("50 %");
                            wait.countDown();
                            Thread.sleep(60_000);
                        });""",
                        "go.countDown();\nwait.await();\nThread.sleep(300);");

        assertThat(himalia("run", notebook, "-o", out())).isZero();

        var executed = NotebookFile.read(folder.resolve("out/a.ipynb")).cells();
        assertThat(executed.get(0).outputs().toString())
                .contains("\"text\":\"begins\\nturn 0\\nturn 1\\n\"", "50 %");
        assertThat(executed.get(1).outputs()).isEmpty();
        assertThat(Files.readString(folder.resolve("out/a.html"))).contains("turn 1", "50 %");
        assertThat(said.toString())
                .contains(
                        "a.ipynb: job 'talk' still ran after the last cell, and was ended; a last"
                                + " cell '%jobs wait talk' waits for it");
    }

    @Test
    void aParameterIsGivenOnceAndWithItsValue() throws IOException {
        var notebook = write("int n = 3;", "n");

        assertThat(himalia("run", notebook, "-o", out(), "-p", "n=1", "-p", "n=2")).isEqualTo(1);
        assertThat(himalia("run", notebook, "-o", out(), "-p", "n")).isEqualTo(1);

        assertThat(said.toString())
                .isEqualToNormalizingNewlines(
                        """
                        himalia: -p: 'n' is given twice, as '1' and as '2'; give one
                        himalia: -p takes NAME=VALUE, as in -p seed=7; got 'n'
                        """);
    }

    @Test
    void aJobThatCompletionDoesNotKnowIsToldAtTheEndToo() throws IOException {
        var notebook =
                write(
                        "himalia.magics.spi.OwnMagics.line(\"jobs\", words -> \"\");",
                        "Jobs.start(\"sleep\", () -> Thread.sleep(60_000));");

        assertThat(himalia("run", notebook, "-o", out())).isZero();

        assertThat(said.toString()).contains("a.ipynb: job 'sleep' still ran after the last cell");
    }

    @Test
    void aPageOfHelpStandsBelowItsCellAndIsNotCompared() throws IOException {
        var notebook = write("int n = 3;", "%jvm?");

        assertThat(himalia("run", notebook, "-o", out(), "--check")).isZero();

        var executed = NotebookFile.read(folder.resolve("out/a.ipynb"));
        assertThat(executed.cells().get(1).outputs().toString())
                .contains("display_data", "text/plain", "Shows the JVM that runs the cells");
    }

    @Test
    void notebooksOfOneNameAreNotWrittenOverEachOther() throws IOException {
        var one = write("int n = 3;", "n");
        var other = Files.createDirectory(folder.resolve("b")).resolve("a.ipynb");
        Files.copy(Path.of(one), other);

        assertThat(himalia("run", one, other.toString(), "-o", out())).isEqualTo(1);

        assertThat(said.toString())
                .isEqualToNormalizingNewlines(
                        "himalia: %s and %s would both be written as %s; run one of them with another -o\n"
                                .formatted(one, other, folder.resolve("out/a.html")));
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void norAreThoseWhoseNamesDifferInCaseOnly() throws IOException {
        var one = write("int n = 3;", "n");
        var other = Files.createDirectory(folder.resolve("b")).resolve("A.ipynb");
        Files.copy(Path.of(one), other);

        assertThat(himalia("run", one, other.toString(), "-o", out())).isEqualTo(1);

        assertThat(said.toString())
                .isEqualToNormalizingNewlines(
                        "himalia: %s and %s would both be written as %s where case makes no other name; run one of them with another -o\n"
                                .formatted(one, other, Path.of(out(), "A.html")));
    }

    @Test
    void theNotebooksOwnFolderIsNotWrittenInto() throws IOException {
        var notebook = write("1", "2");

        assertThat(himalia("run", notebook, "-o", folder.toString())).isEqualTo(1);

        assertThat(said.toString())
                .contains("is the notebook's own folder, and would overwrite it");
    }

    @Test
    void oneNotebookThatCannotBeReadOrShownDoesNotKeepTheOthers() throws IOException {
        var broken = folder.resolve("broken.ipynb");
        Files.writeString(broken, "{\"nbformat\": 4, \"cells\": [{\"source\": \"\"}]}");
        var deep = folder.resolve("deep.ipynb");
        var quotes = quoted("> ".repeat(50_000) + "x");
        Files.writeString(
                deep,
                "{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"markdown\", \"source\": %s}]}"
                        .formatted(quotes));
        var good = write("int n = 3;", "n");

        assertThat(himalia("run", broken.toString(), deep.toString(), good, "-o", out()))
                .isEqualTo(1);

        assertThat(said.toString())
                .contains("himalia: " + broken + " is no notebook: cell 1 has no cell_type")
                .contains(deep + ": its page could not be made: java.lang.StackOverflowError")
                .contains("a.ipynb: all of 2 cells");
        assertThat(folder.resolve("out/deep.ipynb")).exists();
        assertThat(folder.resolve("out/a.html")).exists();
    }

    @Test
    void cellsBehindAFailedOneDidNotRunAndAreNotCompared() throws IOException {
        var notebook = write("int n = 3;", "n");
        assertThat(himalia("run", notebook, "-o", out())).isZero();
        var executed = folder.resolve("out/a.ipynb");
        Files.writeString(executed, Files.readString(executed).replace("int n = 3;", "int n = x;"));

        assertThat(himalia("run", executed.toString(), "--check")).isEqualTo(1);

        assertThat(said.toString())
                .contains("a.ipynb, cell 2 did not run")
                .doesNotContain("cell 2: ");
    }

    @Test
    void aFolderThatCannotBeMadeIsToldInWords() throws IOException {
        var notebook = write("1", "2");
        var file = Files.writeString(folder.resolve("file"), "");

        assertThat(himalia("run", notebook, "-o", file.resolve("x").toString())).isEqualTo(1);

        assertThat(said.toString())
                .contains("himalia: -o: " + file + " is a file; name a folder")
                .doesNotContain("Exception");
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
