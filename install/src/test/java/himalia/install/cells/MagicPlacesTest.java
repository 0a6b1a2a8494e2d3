package himalia.install.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Magics and shell commands where Java stands around them. */
@Tag("kernel")
@Timeout(120)
class MagicPlacesTest {
    @TempDir private static Path folder;
    private static LiveKernel kernel;

    @BeforeAll
    static void start() {
        kernel = LiveKernel.in(folder);
    }

    @AfterAll
    static void stop() {
        kernel.close();
    }

    @Test
    void aMagicIsWhatALambdaDoes() throws Exception {
        var here = folder.toRealPath().toString();
        assertThat(
                        kernel.value(
                                "java.util.function.Supplier<Path> place = () -> %pwd;\nplace.get()"))
                .isEqualTo(here);
        assertThat(kernel.value("Runnable told = () -> %whos;\ntold.run(); 1")).isEqualTo("1");
        assertThat(kernel.value("Path p() { return %pwd; }\np()")).isEqualTo(here);
        assertThat(kernel.displays("void all() { %whos }\nall();")).hasSize(1);
    }

    @Test
    void whereAMagicCannotStandIsSaid() {
        assertThat(kernel.failure("boolean yes = true;\nvar z = yes ? %pwd : null;"))
                .isEqualTo(
                        "Error in line 2: %pwd cannot stand here: a value of a magic stands behind =, ->, return or (."
                                + " Write var x = %pwd above, and x here");
        for (var code :
                new String[] {
                    "var v = %nosuchthing x",
                    "Runnable r = () -> %nosuchthing;",
                    "int f() { %nosuchthing }",
                    "var v = true ? 1 : %nosuchthing;"
                }) {
            assertThat(kernel.failure(code))
                    .startsWith("Error in line 1: there is no magic %nosuchthing");
        }
        assertThat(kernel.value("int i = 7, b = 3;\ni++ %b + i %b")).isEqualTo("3");
    }

    @Test
    void whatACellThatIsRefusedDeclaresIsNamedWithIt() {
        kernel.failure("int refused = %nosuchthing;");
        assertThat(kernel.failure("refused + 1")).contains("declares refused, and failed");
        kernel.failure("%sample smotee --label y wordsOfIt");
        assertThat(kernel.failure("wordsOfIt + 1")).doesNotContain("and failed");
    }

    @Test
    void aShellCommandMayBeginWithABraceOrAPath() {
        kernel.value("var lines = !{ echo one; echo two; }");
        assertThat(kernel.value("lines")).isEqualTo("[one, two]");
        assertThat(kernel.run("if (true) { !{ echo block; }\n}").stdout()).isEqualTo("block\n");
        kernel.value("var echoed = !/bin/echo three");
        assertThat(kernel.value("echoed")).isEqualTo("[three]");
    }

    @Test
    void whatMeasuresOrKeepsNeedsCode() {
        for (var name : new String[] {"capture", "time"}) {
            assertThat(kernel.failure("%" + name))
                    .isEqualTo(
                            "Error in line 1: %%%s needs code: write it behind %%%s, or below %%%%%s as the first line of a cell"
                                    .formatted(name, name, name));
        }
    }

    @Test
    void whatIsAppendedBeginsALine() throws Exception {
        Files.writeString(folder.resolve("open.txt"), "a");
        kernel.value("%%writefile --append open.txt\nb\n");
        kernel.value("%%writefile --append open.txt\nc\n");
        kernel.value("%%writefile --append fresh.txt\nb\n");
        assertThat(Files.readString(folder.resolve("open.txt"))).isEqualTo("a\nb\nc\n");
        assertThat(Files.readString(folder.resolve("fresh.txt"))).isEqualTo("b\n");
    }

    @Test
    void aValueMayBeginAsTheOptionForHelpDoes() {
        kernel.value("var work = Table.create(\"w\", IntColumn.create(\"hours\", 1, 3, 2));");
        for (var line : new String[] {"%table --sort=-hours work", "%table --sort -hours work"}) {
            assertThat(kernel.value(line)).containsPattern("(?s)3.*2.*1");
        }
        assertThat(kernel.displays("%table -h")).singleElement().asString().contains("--sort");
    }

    @Test
    void tablesOfOursHaveNoNamesOfOurs() {
        kernel.value("int any = 1;");
        var html = kernel.run("%whos").value().get("text/html");
        assertThat(String.valueOf(html)).doesNotContain("VariableRow").contains("any");
    }

    @Test
    void anExceptionWithoutANameHasThatOfItsClass() {
        assertThat(kernel.failure("throw new IllegalStateException(\"x\"){};"))
                .startsWith("IllegalStateException: x\n");
        assertThat(
                        kernel.failure(
                                "void q() throws Exception { class Mine extends Exception {} throw new Mine(); }\nq();"))
                .startsWith("Mine\n");
        assertThat(kernel.failure("@FunctionalInterface"))
                .contains("An annotation or a modifier stands before");
    }
}
