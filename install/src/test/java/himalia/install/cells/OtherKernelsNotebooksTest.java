package himalia.install.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Cells written for IJava and JJava, on the real kernel. */
@Tag("kernel")
@Timeout(30)
class OtherKernelsNotebooksTest {
    private static final String IJAVA =
            "import io.github.spencerpark.ijava.IJava;\n"
                    + "import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;\n";

    @TempDir private static Path folder;
    private static LiveKernel kernel;

    @BeforeAll
    @Timeout(120)
    static void start() {
        kernel = LiveKernel.in(folder);
    }

    @AfterAll
    static void stop() {
        kernel.close();
    }

    @Test
    void aRendererThatIsRegisteredDrawsTheValue() {
        kernel.value(
                IJAVA
                        + "record Money(int cents) {}\n"
                        + "IJava.getKernelInstance().getRenderer().createRegistration(Money.class)\n"
                        + "    .preferring(MIMEType.TEXT_HTML)\n"
                        + "    .supporting(MIMEType.TEXT_MARKDOWN)\n"
                        + "    .register((money, context) -> {\n"
                        + "        context.renderIfRequested(MIMEType.TEXT_HTML, () -> \"<b>\" + money.cents() + \"</b>\");\n"
                        + "        context.renderIfRequested(MIMEType.TEXT_MARKDOWN, () -> \"**\" + money.cents() + \"**\");\n"
                        + "    });");
        assertThat(kernel.run("new Money(5)").value())
                .containsEntry("text/html", "<b>5</b>")
                .containsEntry("text/plain", "Money[cents=5]")
                .doesNotContainKey("text/markdown");
        assertThat(kernel.run("render(new Money(6), \"text/markdown\")").value())
                .containsEntry("text/markdown", "**6**")
                .doesNotContainKey("text/html");
    }

    @Test
    void aRendererOfJJavaIsRegisteredInTheSameWords() {
        kernel.value(
                "import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;\n"
                        + "record Mass(int grams) {}\n"
                        + "kernel().getRenderer().createRegistration(Mass.class)\n"
                        + "    .preferring(MIMEType.TEXT_HTML)\n"
                        + "    .register((mass, context) -> context.renderIfRequested(MIMEType.TEXT_HTML, () -> \"<i>\" + mass.grams() + \"</i>\"));");
        assertThat(kernel.run("new Mass(7)").value()).containsEntry("text/html", "<i>7</i>");
    }

    @Test
    void theKernelIsTheOneThatTheCellMeans() {
        kernel.value("getKernelInstance().getMagics();");
        assertThat(
                        kernel.value(
                                "org.dflib.jjava.kernel.JavaKernel of = getKernelInstance();\nof != null"))
                .isEqualTo("true");
    }

    @Test
    void magicsThatACellRegistersServeLaterCells() {
        kernel.value(
                IJAVA
                        + "var magics = IJava.getKernelInstance().getMagics();\n"
                        + "magics.registerLineMagic(\"shout\", words -> String.join(\" \", words).toUpperCase());\n"
                        + "magics.registerCellMagic(\"lengths\", (words, body) -> words.size() + body.length());\n"
                        + "magics.registerLineMagic(\"quiet\", words -> null);");
        assertThat(kernel.value("%shout hello -x --y 'a b'")).isEqualTo("HELLO -X --Y A B");
        assertThat(kernel.value("String loud = %shout now\nloud + loud.length()"))
                .isEqualTo("NOW3");
        assertThat(kernel.value("%%lengths one two\nbody")).isEqualTo("6");
        assertThat(kernel.run("%quiet").value()).isEmpty();
        assertThat(kernel.value("lineMagic(\"shout\", List.of(\"again\"))")).isEqualTo("AGAIN");
        assertThat(kernel.value("cellMagic(\"lengths\", List.of(), \"four\")")).isEqualTo("4");
        assertThat(kernel.complete("%sho").list("matches")).contains("%shout");
    }

    @Test
    void methodsWithAnnotationsAreMagics() {
        kernel.value(
                "import io.github.spencerpark.jupyter.kernel.magic.registry.*;\n"
                        + "public class Mine {\n"
                        + "    @LineMagic(aliases = \"double\") public static int twice(List<String> words) { return 2 * Integer.parseInt(words.get(0)); }\n"
                        + "    @CellMagic(\"count\") public Object length(List<String> words, String body) { return body.length(); }\n"
                        + "}\n"
                        + "getKernelInstance().getMagics().registerMagics(Mine.class);");
        assertThat(kernel.value("%twice 4")).isEqualTo("8");
        assertThat(kernel.value("%double 5")).isEqualTo("10");
        assertThat(kernel.value("%%count\nabc")).isEqualTo("3");
    }

    @Test
    void textIsEvaluatedInTheScopeOfTheNotebook() {
        assertThat(kernel.value("int seven = 7;\n(int) eval(\"seven * 6\") + 1")).isEqualTo("43");
        assertThat(kernel.value("eval(\"int made = 9;\");\neval(\"made\")")).isEqualTo("9");
        assertThat(kernel.value("made")).isEqualTo("9");
        assertThat(kernel.value("String outer = \"text\";\neval(\"eval(\\\"outer.length()\\\")\")"))
                .isEqualTo("4");
        assertThat(kernel.failure("eval(\"nowhere\")"))
                .contains("evaluated code, line 1")
                .contains("nowhere");
        assertThat(kernel.value("1 + 1")).isEqualTo("2");
    }

    @Test
    void theIdOfADisplayMayBeKeptAsAText() {
        var result =
                kernel.run(
                        "String id = display(\"<b>3</b>\", \"text/html\");\n"
                                + "updateDisplay(id, \"<b>2</b>\", \"text/html\");");
        assertThat(result.ok()).isTrue();
        assertThat(result.published("update_display_data")).hasSize(1);
        assertThat(kernel.value("var handle = display(1);\nprintf(\"%d%n\", 4);")).isEmpty();
    }

    @Test
    void textIsRenderedAsSeveralTypesAtOnce() {
        assertThat(kernel.run("render(\"*x*\", \"text/html\", \"text/markdown\")").value())
                .containsOnlyKeys("text/plain", "text/html", "text/markdown");
    }

    @Test
    void aPackageThatTheCellImportsComesBeforeOurOwnNames() {
        assertThat(kernel.value("import org.tribuo.*;\nModel.class.getName()"))
                .isEqualTo("org.tribuo.Model");
    }

    @Test
    void theMagicsOfIJavaAreThere() {
        assertThat(
                        kernel.run(
                                        "import io.github.spencerpark.jupyter.kernel.magic.common.Shell;\n"
                                                + "getKernelInstance().getMagics().registerMagics(Shell.class);\n"
                                                + "%sh echo there")
                                .stdout())
                .isEqualTo("there\n");
        assertThat(kernel.value("%addMavenRepo local file:/no/such/folder")).isEmpty();
    }
}
