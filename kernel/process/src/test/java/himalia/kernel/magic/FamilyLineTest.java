package himalia.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.kernel.help.Completion;
import himalia.kernel.help.Completion.Candidate;
import himalia.magics.spi.MagicDescription;
import himalia.magics.spi.MagicDescription.Kind;
import himalia.magics.spi.MagicDescription.Parameter;
import java.util.List;
import org.junit.jupiter.api.Test;

class FamilyLineTest {
    private static final String DOOR = "himalia_cells.Call.";
    private static final Parameter NAME = option("--name", true, List.of());
    private static final Parameter PORT = option("--port", true, List.of("0", "8080"));
    private static final Parameter PUSH = option("--push", false, List.of());
    private static final Parameter MODEL =
            new Parameter(List.of("MODEL"), true, true, false, "", List.of());
    private static final MagicDescription DEPLOY =
            new MagicDescription(
                    "deploy",
                    "our.Deploy",
                    Kind.LINE,
                    false,
                    "java.lang.Object",
                    "Deploys a model.",
                    "Usage: %deploy",
                    List.of(NAME),
                    List.of(MODEL),
                    "TARGET",
                    List.of(
                            target("image", "Image", List.of(PUSH, NAME)),
                            target("local", "Endpoint", List.of(PORT, NAME))));

    private final Magics magics = new Magics(() -> List.of(DEPLOY));
    private final CellRewriter rewriter = new CellRewriter(magics, name -> false);
    private final MagicCompleter completer = new MagicCompleter(magics);

    private static Parameter option(String name, boolean takesValue, List<String> candidates) {
        return new Parameter(List.of(name), false, takesValue, false, "", candidates);
    }

    private static MagicDescription target(String name, String gives, List<Parameter> options) {
        return new MagicDescription(
                name,
                "our." + gives,
                Kind.LINE,
                gives,
                "",
                "Usage: " + name,
                options,
                List.of(MODEL));
    }

    private String java(String source) throws MagicSyntaxException {
        var parts = rewriter.rewrite(source);
        assertThat(parts).hasSize(1);
        return parts.get(0).source();
    }

    private List<String> completed(String code) {
        return completer
                .complete(code, code.length())
                .map(Completion::candidates)
                .orElse(List.of())
                .stream()
                .map(Candidate::text)
                .toList();
    }

    @Test
    void aValueWithoutItsOptionIsNotTakenForAVariable() {
        assertThatThrownBy(() -> java("%deploy local 8080 m"))
                .hasMessage("%deploy: '8080' is a value of --port; write --port 8080");
    }

    @Test
    void aLineHasTheTypeThatItsSubcommandGives() throws Exception {
        assertThat(java("%deploy local m")).startsWith("(Endpoint) ");
        assertThat(java("var i = %deploy --push image m;")).startsWith("var i = (Image) ");
        assertThat(java("%deploy {which} m")).startsWith(DOOR + "line(\"deploy\", ");
    }

    @Test
    void theWordsAroundTheSubcommandAreItsOptionsAndTheFamilysParameters() throws Exception {
        assertThat(java("%deploy --name churn --port=0 local best(m)"))
                .isEqualTo(
                        "(Endpoint) "
                                + DOOR
                                + "line(\"deploy\", \"--name\", \"churn\", \"--port=0\", \"local\", "
                                + DOOR
                                + "value(\"best(m)\", best(m)))");
    }

    /** As a shell reads them: quotes are no part of a word, and change nothing but where it ends. */
    @Test
    void aQuotedValueBehindAnEqualsSignIsTheValueOfItsOption() throws Exception {
        var plain = java("%deploy --name=churn local --port=0 best(m)");
        for (var quoted :
                List.of(
                        "%deploy --name=\"churn\" local --port='0' best(m)",
                        "%deploy --name=ch\"ur\"n local --port=\"0\" best(m)")) {
            assertThat(java(quoted)).isEqualTo(plain);
        }
        assertThat(java("%deploy --name=\"my churn\" local m"))
                .isEqualTo(java("%deploy --name=churn local m").replace("churn", "my churn"));
        assertThatThrownBy(() -> java("%deploy --prot=\"80\" local m"))
                .hasMessageStartingWith("%deploy local: no option '--prot'; did you mean --port?");
        // What is quoted from its first letter on is a value, however it looks.
        assertThat(java("%deploy --name \"--port=0\" local m")).contains("\"--port=0\", \"local\"");
    }

    @Test
    void helpNeedsNoSubcommand() throws Exception {
        assertThat(java("%deploy --help")).isEqualTo(DOOR + "line(\"deploy\", \"--help\");");
        assertThat(java("%deploy local --help")).endsWith("\"local\", \"--help\");");
    }

    @Test
    void aSlipIsToldBeforeTheCellRuns() {
        assertThatThrownBy(() -> java("%deploy locla m"))
                .hasMessage(
                        "%deploy: no target 'locla'; did you mean 'local'? There are: image, local."
                                + " %deploy --help tells more.");
        for (var line :
                List.of(
                        "%deploy local m // why",
                        "%deploy local // why", "%deploy local m //why")) {
            assertThatThrownBy(() -> java(line))
                    .hasMessageMatching(
                            "%deploy: the line of a magic takes no comment, '//(why)?'; write it in a line above");
        }
        assertThatThrownBy(() -> java("%deploy"))
                .hasMessage(
                        "%deploy: TARGET is missing; there are: image, local. %deploy --help tells more.");
        assertThatThrownBy(() -> java("%deploy local --push m"))
                .hasMessage(
                        "%deploy local: no option '--push'; that is for image. Options: --port, --name, --help."
                                + " %deploy local --help tells more.");
        assertThatThrownBy(() -> java("%deploy --prot 80 local m"))
                .hasMessageStartingWith("%deploy local: no option '--prot'; did you mean --port?");
    }

    @Test
    void completionOffersTheSubcommandsThenWhatTheOneTakes() {
        assertThat(completed("%deploy ")).containsExactly("image", "local");
        assertThat(completed("%deploy --name churn lo")).containsExactly("local");
        assertThat(completed("%deploy local --")).containsExactly("--port", "--name");
        assertThat(completed("%deploy image m --p")).containsExactly("--push");
        assertThat(completed("%deploy --")).containsExactly("--name");
        assertThat(completed("%deploy local --port 8")).containsExactly("8080");
        assertThat(completed("%deploy local --name l")).isEmpty();
    }

    @Test
    void inspectionShowsTheHelpOfTheSubcommandOnceItIsNamed() {
        assertThat(completer.inspect("%deploy", 7).orElseThrow().text())
                .startsWith("Usage: %deploy")
                .contains("TARGET is one of");
        assertThat(completer.inspect("%deploy local", 13).orElseThrow().text())
                .isEqualTo("Usage: local");
        assertThat(completer.inspect("%deploy local --po", 18).orElseThrow().text())
                .isEqualTo("Usage: local");
    }
}
