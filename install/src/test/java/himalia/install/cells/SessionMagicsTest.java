package himalia.install.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Magics that load, repeat and forget code, on the real kernel. */
@Tag("kernel")
@Timeout(120)
class SessionMagicsTest {
    @TempDir private static Path folder;
    private static LiveKernel kernel;

    @BeforeAll
    static void start() throws IOException {
        Files.writeString(
                folder.resolve("Helper.java"),
                "package a.b;\nimport java.util.List;\npublic class Helper {\n"
                        + "    static int twice(int n) { return 2 * n; }\n}\n");
        Files.writeString(folder.resolve("part.jshell"), "int loaded = 42;\nloaded + 1");
        Files.writeString(
                folder.resolve("wrong.jshell"),
                "int fine = 1;\nthrow new IllegalStateException();");
        Files.writeString(folder.resolve("self.jshell"), "%load self\n");
        Files.writeString(
                folder.resolve("lesson.ipynb"),
                """
                {"cells": [
                  {"cell_type": "markdown", "metadata": {}, "source": ["%load nothing"]},
                  {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": null,
                   "source": ["int first = 5;\\n", "%time first++;"]},
                  {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": null,
                   "source": "first * 2"}],
                 "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
                """);
        kernel = LiveKernel.in(folder);
    }

    @AfterAll
    static void stop() {
        kernel.close();
    }

    @Test
    void aFileIsRunAndItsEndingMayBeLeftOut() {
        assertThat(kernel.value("%load part")).isEqualTo("43");
        assertThat(kernel.value("loaded")).isEqualTo("42");
        assertThat(kernel.value("%load Helper\nHelper.twice(4)")).isEqualTo("8");
    }

    @Test
    void aNotebookIsRunWithItsMagics() {
        assertThat(kernel.value("%run lesson")).isEqualTo("12");
        assertThat(kernel.value("int after = 1;\n%load lesson.ipynb\nafter + first"))
                .isEqualTo("7");
    }

    @Test
    void anErrorInALoadedFileNamesTheFile() {
        assertThat(kernel.failure("%load wrong.jshell"))
                .isEqualTo(
                        "IllegalStateException\n  wrong.jshell, line 2\n"
                                + "→ throw new IllegalStateException();");
        assertThat(kernel.value("fine")).isEqualTo("1");
    }

    @Test
    void aMissingFileIsToldWithTheNearestOne() {
        assertThat(kernel.failure("%load prat.jshell"))
                .startsWith("Error: %load: no file 'prat.jshell' in ")
                .endsWith("did you mean part.jshell?");
    }

    @Test
    void aFileThatLoadsItselfIsStopped() {
        assertThat(kernel.failure("%load self"))
                .isEqualTo(
                        "Error: code that loads code that loads code, 20 deep: does self.jshell load"
                                + " itself?");
    }

    @Test
    void editPutsTheTextIntoTheCell() {
        var payload = kernel.run("%load --edit part").reply().payload();
        assertThat(payload)
                .containsExactly(
                        Map.of(
                                "source",
                                "set_next_input",
                                "text",
                                "int loaded = 42;\nloaded + 1",
                                "replace",
                                true));
    }

    @Test
    void earlierCellsRunAgain() {
        kernel.value("int counted = 0;");
        kernel.value("counted += 1; counted");
        assertThat(kernel.value("%rerun")).isEqualTo("2");
        assertThat(kernel.value("%rerun -2")).isEqualTo("3");
        var count = kernel.run("counted").executionCount();
        assertThat(kernel.value("%rerun " + (count - 3) + " " + (count - 3) + "\ncounted"))
                .isEqualTo("5");
        assertThat(kernel.failure("%rerun 9999"))
                .startsWith("Error: %rerun: no cell 9999 in this session; there are 1 to ");
        assertThat(kernel.failure("%rerun last")).contains("'last' names no cell; write a number");
    }

    @Test
    void aCapturedCellShowsNothingAndKeepsAll() {
        var result =
                kernel.run(
                        "%%capture out\nSystem.out.println(\"printed\");\nSystem.err.print(\"told\");\n"
                                + "display(\"shown\");\nint inside = 3;\ninside + 4");
        assertThat(result.published("stream")).isEmpty();
        assertThat(result.published("display_data")).isEmpty();
        assertThat(result.value()).isEmpty();
        assertThat(kernel.value("out.stdout() + out.stderr() + inside"))
                .isEqualTo("printed\ntold3");
        assertThat(
                        kernel.value(
                                "out.displays().stream().map(MimeBundle::text).toList().toString()"))
                .isEqualTo("[shown, 7]");
        assertThat(kernel.run("out.show()").stdout()).isEqualTo("printed\n");
        assertThat(kernel.run("%%capture --no-stdout\nSystem.out.print(1);").stdout())
                .isEqualTo("1");
    }

    @Test
    void aCapturedCellThatFailsStillGivesWhatItPrinted() {
        assertThat(kernel.failure("%%capture partly\nSystem.out.print(7);\nint z = 1 / 0;"))
                .contains("/ by zero");
        assertThat(kernel.value("partly.stdout()")).isEqualTo("7");
        assertThat(kernel.run("System.out.print(8)").stdout()).isEqualTo("8");
    }

    @Test
    void aCaptureWithOnePercentSignSaysWhatToDo() {
        assertThat(kernel.failure("%capture out\nint a = 1;"))
                .contains(
                        "%capture out is the line of a whole cell: write it with two percent signs, %%capture out, as the first line, and the code below");
    }

    @Test
    void whatACellThatDoesNotCompileWouldCaptureStaysAsItWas() {
        kernel.run("%%capture kept\nSystem.out.print(7);");
        assertThat(kernel.failure("%%capture kept\nint z = \"text\";"))
                .contains("incompatible types");
        assertThat(kernel.failure("%%time\n%%capture kept\nint z = \"text\";"))
                .contains("incompatible types");
        assertThat(kernel.value("kept.stdout()")).isEqualTo("7");
        assertThat(kernel.run("System.out.print(8)").stdout()).isEqualTo("8");
        assertThat(kernel.run("%%capture kept").value()).isEmpty();
        assertThat(kernel.value("kept.stdout()")).isEmpty();
        assertThat(kernel.run("%%time\nint z = \"text\";").published("display_data")).isEmpty();
    }

    @Test
    void resetForgetsEveryName() {
        kernel.value("int gone = 1;\nrecord Gone(int n) {}");
        kernel.value("%reset");
        assertThat(kernel.failure("gone"))
                .contains("cannot find symbol")
                .contains("Hint: gone was forgotten by %reset");
        assertThat(kernel.failure("new Gone(1)")).contains("cannot find symbol");
        assertThat(kernel.value("List.of(1)")).isEqualTo("[1]");
    }

    @Test
    void aNewJvmKeepsTypesAndNamesTheLostVariables() {
        kernel.value("%reset");
        kernel.value("record Kept(int n) {}\nint lost = 1;\nvar kept = new Kept(lost);");
        var result = kernel.run("%jvm --heap 300m");
        assertThat(result.stderr())
                .startsWith("A new process runs the cells; types, methods and imports are kept. ")
                .contains("Lost variables: lost, kept.");
        assertThat(kernel.value("(Runtime.getRuntime().maxMemory() >> 20) + new Kept(2).n()"))
                .isEqualTo("302");
        assertThat(kernel.failure("lost"))
                .contains("cannot find symbol")
                .contains("Hint: lost was lost when a new process began to run the cells");
        // A question about a name is nothing to be done again.
        kernel.run("kept?");
        kernel.value("%replay");
        assertThat(kernel.value("kept.n() + lost")).isEqualTo("2");
    }

    @Test
    void aJvmCanDoWithoutTheDebuggerAndGetItBack() {
        kernel.value("%jvm --debugger off");
        var asked =
                "java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments()"
                        + ".stream().anyMatch(option -> option.startsWith(\"-agentlib:jdwp\"))";
        assertThat(kernel.value(asked)).isEqualTo("false");
        kernel.value("%jvm --debugger on");
        assertThat(kernel.value(asked)).isEqualTo("true");
        assertThat(kernel.failure("%jvm --debugger perhaps")).contains("on", "off", "'perhaps'");
    }

    @Test
    void aJvmIsShownWithWhatTheUserHasSetAndWhatIsSaidTwiceIsRefused() {
        assertThat(kernel.failure("%jvm --heap 200m --options \"-Xmx100m\""))
                .isEqualTo(
                        "Error: %jvm: --heap 200m and -Xmx100m say the same twice; write one of them");
        assertThat(kernel.failure("%jvm --debugger off --options -Dhimalia.debugger=on"))
                .contains("--debugger off and -Dhimalia.debugger=on say the same twice");
        kernel.value("%jvm --heap 310m --debugger on --options \"-Dmine=1 -XX:+UseSerialGC\"");
        kernel.value("%jvm --options \"-Xmx320m -Dhis=2 -XX:+UseG1GC\"");
        assertThat(kernel.value("%jvm"))
                .endsWith(
                        "java, heap at most 320m, options:\n"
                                + "  -Dhimalia.debugger=on\n"
                                + "  -Dmine=1\n"
                                + "  -Dhis=2\n"
                                + "  -XX:+UseG1GC");
        assertThat(kernel.value("%jvm --verbose"))
                .contains("--enable-native-access", "-Dmine=1", "-Xmx320m")
                .doesNotContain("-Xmx310m");
    }

    @Test
    void aJvmThatCannotStartIsRefusedBeforeVariablesAreLost() {
        kernel.run("int dear = 7;");
        assertThat(kernel.failure("%jvm --options \"-XX:+NoSuchThing\""))
                .contains("no JVM starts so, and the one that runs stays; it says: ")
                .contains("Unrecognized VM option 'NoSuchThing'");
        assertThat(kernel.failure("%jvm --heap 10m"))
                .isEqualTo(
                        "Error: %jvm: --heap 10m is too little for magics and tables; a heap takes 48m at least");
        assertThat(kernel.failure("%jvm --options -Xmx9000")).contains("-Xmx9000 is too little");
        assertThat(kernel.failure("%jvm --options -version")).contains("it says: openjdk");
        assertThat(kernel.value("dear")).isEqualTo("7");
        assertThat(kernel.failure("%jvm --heap lots"))
                .isEqualTo("Error: %jvm: --heap takes a size such as 512m or 8g, got 'lots'");
        assertThat(kernel.failure("%jvm --jdk nowhere")).contains("%jvm: no JDK in ");
    }

    @Test
    void theFolderAndTheEnvironmentAreThoseOfMagicsAndOfTheNextWorker() throws IOException {
        var inner = Files.createDirectory(folder.resolve("inner")).toRealPath();
        assertThat(kernel.displays("%cd inner"))
                .singleElement()
                .asString()
                .startsWith(inner + "\nfor magics, !commands and the next worker");
        kernel.displays("%env HIMALIA_PROBE=here");
        assertThat(kernel.run("!pwd; echo $HIMALIA_PROBE").stdout()).isEqualTo(inner + "\nhere\n");
        assertThat(kernel.value("System.getenv(\"HIMALIA_PROBE\")")).isEqualTo("null");
        kernel.run("%jvm --restart");
        assertThat(
                        kernel.value(
                                "System.getenv(\"HIMALIA_PROBE\") + Path.of(\"\").toAbsolutePath()"))
                .isEqualTo("here" + inner);
        assertThat(kernel.displays("%cd ..")).hasSize(1);
        assertThat(kernel.failure("%cd nowhere")).startsWith("Error: %cd: there is no folder ");
    }

    @Test
    void librariesLogAsMuchAsIsAskedFor() {
        var log =
                "java.util.logging.Logger.getLogger(\"a.b\").fine(\"fine\");"
                        + " org.slf4j.LoggerFactory.getLogger(\"c.d\").debug(\"debugged\");";
        assertThat(kernel.run(log).stderr()).isEmpty();
        assertThat(kernel.value("%loglevel debug")).isEqualTo("all: debug");
        assertThat(kernel.run(log).stderr()).contains("fine").contains("debugged");
        assertThat(kernel.value("%loglevel warn")).isEqualTo("all: warn");
        assertThat(kernel.run(log).stderr()).isEmpty();
    }

    @Test
    void theRenderersAreListed() {
        assertThat(kernel.value("%display")).contains("tech.tablesaw.api.Table", "TableRenderer");
    }

    @Test
    void jarsAndFoldersJoinTheClassPath() throws IOException {
        var classes = Files.createDirectories(folder.resolve("extra"));
        Files.writeString(classes.resolve("words.txt"), "found");
        kernel.value("%classpath extra");
        assertThat(
                        kernel.value(
                                "new String(ClassLoader.getSystemResourceAsStream(\"words.txt\").readAllBytes())"))
                .isEqualTo("found");
        assertThat(kernel.value("%jars")).isEqualTo(List.of(classes.toRealPath()).toString());
        assertThat(kernel.failure("%jars none/*.jar")).contains("nothing matches 'none/*.jar'");
    }
}
