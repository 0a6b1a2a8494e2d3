package himalia.magics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.magics.spi.MagicCatalog.Value;
import himalia.magics.spi.MagicDescription;
import himalia.magics.spi.MagicException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Table;

class FamilyCallTest {
    private final RecordingNotebook notebook = new RecordingNotebook(Path.of("."));
    private final PicocliCatalog catalog = new PicocliCatalog();

    private Object pour(String line, Object... more) throws Exception {
        var words = new ArrayList<Object>(List.of(line.split(" ")));
        words.addAll(List.of(more));
        return catalog.line(notebook, "pour", words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tea --cups 2 --minutes 3",
                "--cups 2 tea --minutes 3",
                "--minutes=3 --cups=2 tea",
                "--minutes 3 --cups 2 Tea",
                "tea --minutes 3 --cups 2",
            })
    void theWordOfTheSubcommandStandsAnywhereAmongTheOptions(String line) throws Exception {
        assertThat(pour(line)).isEqualTo("2 tea of 3 at 0");
    }

    @Test
    void valuesAfterTheWordAreTheFamilysParameters() throws Exception {
        var table = new Value("there", Table.create("there"));

        assertThat(pour("--cups 1 coffee --strong", table)).isEqualTo("1 strong coffee at 1");
    }

    @Test
    void anExpressionMayNameTheSubcommand() throws Exception {
        var words = List.<Object>of(new Value("drinks.get(0)", "tea"), "--cups", "1");

        assertThat(catalog.line(notebook, "pour", words)).isEqualTo("1 tea of 4 at 0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--cups 1 cofee | %pour: no drink 'cofee'; did you mean 'coffee'? There are: coffee, tea."
                        + " %pour --help tells more.",
                "milk --cups 1 | %pour: no drink 'milk'; if it is the TABLE, the DRINK is missing before it;"
                        + " there are: coffee, tea. %pour --help tells more.",
                "--cups 1 | %pour: DRINK is missing; there are: coffee, tea. %pour --help tells more.",
                "coffee --cups 1 --minutes 2 | %pour coffee: no option '--minutes'; that is for tea."
                        + " Options: --strong, --cups, --help. Example: %pour tea --cups 2",
                "tea --minute 2 --cups 1 | %pour tea: no option '--minute'; did you mean --minutes?"
                        + " Options: --minutes, --cups, --help. Example: %pour tea --minutes 3",
                "--cusp 1 tea | %pour tea: no option '--cusp'; did you mean --cups?"
                        + " Options: --minutes, --cups, --help. Example: %pour tea --minutes 3",
                "tea | %pour tea: --cups is missing (How many). Example: %pour tea --minutes 3",
            })
    void aSlipIsAnsweredWithWhatWouldBeRight(String line, String message) {
        assertThatThrownBy(() -> pour(line)).isInstanceOf(MagicException.class).hasMessage(message);
    }

    @Test
    void theHelpOfTheFamilyListsItsSubcommandsAndEachHasItsOwn() throws Exception {
        assertThat(pour("--help")).isNull();
        assertThat(pour("tea --help")).isNull();

        assertThat(notebook.shown().get(0))
                .startsWith("Usage: %pour DRINK [-h] --cups=<cups>")
                .contains(
                        "DRINK is one of\n  coffee  Beans and water.\n  tea     Leaves and water.",
                        "%pour coffee --help")
                .doesNotContain("--minutes");
        assertThat(notebook.shown().get(1))
                .startsWith("Usage: %pour tea [-h] ")
                .contains("Leaves and water.", "How long it draws.", "How many.");
    }

    @Test
    void theIndexTellsOfEachSubcommandWhatALineWithItTakesAndGives() {
        var pour = MagicIndex.registered(ClassLoader.getSystemClassLoader()).get("pour");

        assertThat(pour.choice()).isEqualTo("DRINK");
        assertThat(pour.returnType()).isEqualTo("java.lang.Object");
        assertThat(pour.option("--minutes")).isEmpty();
        var tea = pour.subcommand("tea").orElseThrow();
        assertThat(tea.className()).isEqualTo("himalia.magics.TeaDrink");
        assertThat(tea.returnType()).isEqualTo("java.lang.String");
        assertThat(tea.option("--minutes")).isPresent();
        assertThat(tea.option("--cups")).isPresent();
        assertThat(tea.positionals()).isEqualTo(pour.positionals());
        assertThat(pour.subcommand("coffee").map(MagicDescription::returnType)).contains("void");
    }
}
