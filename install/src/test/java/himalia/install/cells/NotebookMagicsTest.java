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

/** The small magics of every day, on the real kernel. */
@Tag("kernel")
@Timeout(120)
class NotebookMagicsTest {
    @TempDir private static Path folder;
    private static LiveKernel kernel;

    @BeforeAll
    static void start() throws IOException {
        var repository = new FolderRepository(folder.resolve("remote"));
        repository.add(
                "org.example:greeter:1.0",
                "org.example.Greeter",
                "package org.example;\npublic class Greeter { public static int number() { return 7; } }\n");
        repository.add(
                "org.example:other:1.0",
                "org.example.Other",
                "package org.example;\npublic class Other { public static int number() { return 8; } }\n");
        // The same jar again, under a classifier.
        var place = folder.resolve("remote/org/example/other/1.0");
        Files.copy(place.resolve("other-1.0.jar"), place.resolve("other-1.0-extra.jar"));
        Files.delete(place.resolve("other-1.0.jar"));
        Files.writeString(
                folder.resolve("settings.xml"),
                "<settings><localRepository>"
                        + folder.resolve("local")
                        + "</localRepository><mirrors><mirror><id>near</id><mirrorOf>*</mirrorOf><url>"
                        + folder.resolve("remote").toUri()
                        + "</url></mirror></mirrors></settings>");
        kernel = withSettings();
    }

    private static LiveKernel withSettings() {
        return LiveKernel.in(
                folder,
                Map.of("HIMALIA_MAVEN_SETTINGS", folder.resolve("settings.xml").toString()));
    }

    @AfterAll
    static void stop() {
        kernel.close();
    }

    @Test
    void nothingOfACellWithMagicsRunsThatDoesNotCompile() {
        kernel.value("int untouched = 1;");
        for (var magic :
                List.of("%cd ..", "!echo 2 > made.txt", "%sh echo 2 > made.txt", "%env A=1")) {
            var said = kernel.failure("untouched = 2;\n" + magic + "\nnosuch(untouched);");
            assertThat(said).contains("line 3").contains("nosuch");
            assertThat(kernel.value("untouched")).isEqualTo("1");
        }
        assertThat(folder.resolve("made.txt")).doesNotExist();
        assertThat(kernel.value("int here = 4;\n!echo five\nhere + 1")).contains("5");
        assertThat(kernel.value("int seen = 4;\n%who")).contains("seen");
    }

    @Test
    void whatIsThrownWhileItIsMeasuredIsTheUsersOwn() {
        var said = kernel.failure("%timeit Integer.parseInt(\"x\")");
        assertThat(said).contains("NumberFormatException", "line 1").doesNotContain("himalia.");
        assertThat(said.split("line 1", -1)).hasSize(2);
    }

    @Test
    void anActionIsMeasuredWithItsSpread() {
        assertThat(kernel.value("%timeit --rounds 3 --seconds 0.01 {() -> 1 + 1}"))
                .matches("(?s).*\\d.*(ns|µs|ms).*3.*");
        assertThat(kernel.failure("%timeit --rounds many {() -> 1}")).contains("'many'");
        assertThat(kernel.failure("%timeit --rounds 0 1+1")).contains("--rounds is 0");
        assertThat(kernel.failure("%timeit --seconds -1 1+1")).contains("--seconds is -1.0");
        assertThat(kernel.value("display(3)")).isEmpty();
        for (var code :
                List.of(
                        "%timeit --rounds 3 --seconds 0.01 1+1",
                        "%timeit --rounds 3 --seconds 0.01 Thread.sleep(1);",
                        "%%timeit --rounds 3 --seconds 0.01\nint sum = 0;\nfor (int i = 0; i < 9; i++) sum += i;",
                        "Runnable work = () -> {};\n%timeit --rounds 3 --seconds 0.01 work")) {
            assertThat(kernel.value(code)).as(code).contains("median of 3 rounds");
        }
        assertThat(kernel.failure("%%timeit\n\nint sum = \"a\";"))
                .contains("line 3: incompatible types: String cannot be converted to int");
        assertThat(kernel.failure("%timeit --rond 3 1+1")).contains("did you mean --rounds?");
    }

    @Test
    void variablesAreNamedAndListed() {
        try (var fresh = LiveKernel.in(folder)) {
            assertThat(fresh.value("%who")).isEqualTo("no variables yet");
            fresh.value("int answer = 42;\nvar words = List.of(\"a\");");
            assertThat(fresh.value("%who")).isEqualTo("answer  words");
            var table = fresh.run("%whos");
            assertThat(table.text())
                    .contains("answer", "int", "42", "words", "List<String>", "[a]");
            fresh.value("Table t = Tables.of(List.of(Map.of(\"x\", 1), Map.of(\"x\", 2)));");
            assertThat(fresh.run("%whos").text()).containsPattern("t +Table +2 rows × 1 column\n");
            assertThat(table.value()).containsKey("text/html");
        }
    }

    @Test
    void theLastCellsAreTold() {
        kernel.value("int historic = 1;");
        kernel.value("historic + 1");
        assertThat(kernel.value("%history -n 3"))
                .matches("(?s)\\d+: int historic = 1;\n\n\\d+: historic \\+ 1\n\n.*");
    }

    @Test
    void theFolderIsTold() throws IOException {
        assertThat(kernel.value("%pwd")).isEqualTo(folder.toRealPath().toString());
    }

    @Test
    void aVariableOfTheEnvironmentIsSetAndItSaysForWhom() {
        assertThat(kernel.displays("%env HIMALIA_PROBE=here"))
                .containsExactly(
                        "HIMALIA_PROBE is set for !commands and the next worker (%jvm --restart);"
                                + " System.getenv of this one stays as it was");
        kernel.displays("%env HIMALIA_PROBED=two words");
        assertThat(kernel.value("%env HIMALIA_PROBED")).contains("two words");
        kernel.displays("%env HIMALIA_PROBED= two   words ");
        assertThat(kernel.run("!echo \"[$HIMALIA_PROBED]\"").stdout())
                .isEqualTo("[ two   words]\n");
        kernel.displays("String probed = \"a  b\";\n%env HIMALIA_PROBED={probed}");
        assertThat(kernel.run("!echo \"[$HIMALIA_PROBED]\"").stdout()).isEqualTo("[a  b]\n");
        assertThat(kernel.failure("%env HIMALIA_PROBE there"))
                .contains(
                        "%env: 'HIMALIA_PROBE there' is no name and no NAME=VALUE; to set HIMALIA_PROBE write %env HIMALIA_PROBE=there");
        assertThat(kernel.value("%env HIMALIA_PRO")).contains("HIMALIA_PROBE", "here");
    }

    @Test
    void aScriptOfTheShellPrintsIntoItsCell() {
        assertThat(kernel.run("%%bash\nfor i in 1 2; do\n  echo number $i\ndone").stdout())
                .isEqualTo("number 1\nnumber 2\n");
        assertThat(kernel.run("%%bash\necho wrong >&2").stderr()).isEqualTo("wrong\n");
    }

    @Test
    void aCellIsWrittenToAFileAndAddedToIt() throws IOException {
        var file = folder.resolve("note.txt");
        assertThat(kernel.value("%%writefile note.txt\nfirst é\n")).isEqualTo("Wrote note.txt");
        assertThat(kernel.value("%%writefile -a note.txt\nsecond\n"))
                .isEqualTo("Appended to note.txt");
        assertThat(Files.readString(file)).isEqualTo("first é\nsecond\n");
        assertThat(kernel.value("%%writefile note.txt\nthird\n")).isEqualTo("Overwrote note.txt");
        assertThat(Files.readString(file)).isEqualTo("third\n");
        // As IPython's, of these very cells.
        kernel.value("%%writefile note.txt\none\ntwo");
        kernel.value("%%writefile -a note.txt\nthree");
        assertThat(Files.readString(file)).isEqualTo("one\ntwo\nthree\n");
        kernel.value("%%writefile note.txt\none\ntwo\n\n");
        assertThat(Files.readString(file)).isEqualTo("one\ntwo\n\n");
    }

    @Test
    void cellsInOtherLanguagesAreShown() {
        assertThat(kernel.run("%%markdown\n**bold**").value())
                .isEqualTo(Map.of("text/plain", "**bold**", "text/markdown", "**bold**"));
        assertThat(kernel.run("%%html\n<b>bold</b>").value())
                .isEqualTo(Map.of("text/plain", "bold", "text/html", "<b>bold</b>"));
        assertThat(kernel.run("%%javascript\n1 + 1").value())
                .isEqualTo(Map.of("text/plain", "(JavaScript)", "application/javascript", "1 + 1"));
    }

    @Test
    void theLibrariesOfAPomAreAddedFromACellAndFromAFile() throws IOException {
        var dependencies =
                "<dependencies><dependency><groupId>org.example</groupId><artifactId>greeter</artifactId>"
                        + "<version>1.0</version></dependency></dependencies>";
        try (var fresh = withSettings()) {
            assertThat(fresh.value("%%loadFromPOM\n" + dependencies))
                    .isEqualTo("added org.example:greeter:1.0");
            assertThat(fresh.value("org.example.Greeter.number()")).isEqualTo("7");
        }
        Files.writeString(
                folder.resolve("pom.xml"),
                "<project><modelVersion>4.0.0</modelVersion><groupId>a</groupId><artifactId>b</artifactId>"
                        + "<version>1</version>"
                        + dependencies
                        + "</project>");
        try (var fresh = withSettings()) {
            assertThat(fresh.value("%loadFromPOM pom.xml"))
                    .isEqualTo("added org.example:greeter:1.0");
            assertThat(fresh.value("org.example.Greeter.number()")).isEqualTo("7");
        }
        assertThat(kernel.failure("%loadFromPOM nowhere.xml"))
                .startsWith("Error: %loadFromPOM: there is no file ");
    }

    @Test
    void aLibraryMayBeNamedWithPackagingAndClassifier() {
        kernel.value("%maven org.example:other:jar:extra:1.0");
        assertThat(kernel.value("org.example.Other.number()")).isEqualTo("8");
    }

    @Test
    void aWorkerOfAnotherJdkIsStartedByItsFolder() {
        try (var fresh = LiveKernel.in(folder)) {
            var home = System.getProperty("java.home");
            fresh.run("%jvm --jdk " + home);
            assertThat(fresh.value("System.getProperty(\"java.home\")")).isEqualTo(home);
            assertThat(fresh.value("%jvm")).startsWith(Path.of(home, "bin", "java").toString());
        }
    }
}
