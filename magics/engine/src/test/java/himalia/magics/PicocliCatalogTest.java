package himalia.magics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.magics.spi.MagicCatalog;
import himalia.magics.spi.MagicCatalog.Value;
import himalia.magics.spi.MagicDescription.Kind;
import himalia.magics.spi.MagicException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.Table;

class PicocliCatalogTest {
    private final RecordingNotebook notebook = new RecordingNotebook(Path.of("."));
    private final MagicCatalog catalog = new PicocliCatalog();
    private final Table train = Table.create("train");

    @Test
    void theServicesFileNamesTheCatalog() {
        assertThat(ServiceLoader.load(MagicCatalog.class).findFirst().orElseThrow())
                .isInstanceOf(PicocliCatalog.class);
    }

    @Test
    void wordsAreBoundToOptionsAndValuesToParametersOfTheirType() throws Exception {
        var second = Table.create("test");
        var words =
                List.<Object>of(
                        "--label",
                        "y",
                        "--way=long",
                        new Value("train", train),
                        new Value("test", second));

        assertThat(catalog.line(notebook, "probe", words))
                .isEqualTo(Map.of("y 42 LONG", List.of(train, second)));
    }

    @Test
    void anExpressionGivesItsTextToATextAndItsNumberToANumber() throws Exception {
        var words = List.<Object>of("--label", new Value("n + 1", 8), "--seed", new Value("n", 7));

        assertThat(catalog.line(notebook, "probe", words))
                .isEqualTo(Map.of("8 7 SHORT", List.of()));
    }

    @Test
    void everyCallGetsANewInstance() throws Exception {
        catalog.line(notebook, "probe", List.of("--label", "y", new Value("train", train)));

        assertThat(catalog.line(notebook, "probe", List.of("--label", "z")))
                .isEqualTo(Map.of("z 42 SHORT", List.of()));
    }

    @Test
    void aCellMagicGetsItsBody() throws Exception {
        assertThat(catalog.cell(notebook, "shout", List.of(), "a word")).isEqualTo("A WORD");
    }

    @Test
    void helpIsShownInsteadOfTheMagicsValue() throws Exception {
        assertThat(catalog.line(notebook, "probe", List.of("--help"))).isNull();
        assertThat(notebook.shown().get(0))
                .startsWith("Usage: %probe [-h] [--quiet] --label=<label>")
                .contains("Column that names the class.", "Example: %probe --label y train");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--lable y | no option '--lable'; did you mean --label?"
                        + " Options: --label, --seed, --way, --quiet, --help.",
                "--zzz=1 | no option '--zzz'; Options: --label, --seed, --way, --quiet, --help.",
                "--seed 1 | --label is missing (Column that names the class).",
                "--label | missing required parameter for option '--label' (<label>).",
                "--label y --seed x | invalid value for option '--seed': 'x' is not an int.",
                "--label y train | TABLE takes a Java expression of type Table, got the text"
                        + " 'train'; an expression with spaces or quotes stands in braces, {…}.",
                "--label y --way lnog | --way is one of short, long, got 'lnog'; did you mean"
                        + " 'long'?",
                "--label y --way wide | --way is one of short, long, got 'wide'.",
            })
    void aSlipIsAnsweredWithWhatWouldBeRight(String line, String message) {
        assertThatThrownBy(() -> catalog.line(notebook, "probe", List.of(line.split(" "))))
                .isInstanceOf(MagicException.class)
                .hasMessage("%probe: " + message + " Example: %probe --label y train");
    }

    @Test
    void aValueOfAnotherTypeIsNamedWithItsSource() {
        var words = List.<Object>of("--label", "y", new Value("rows", new ArrayList<>()));

        assertThatThrownBy(() -> catalog.line(notebook, "probe", words))
                .hasMessage(
                        "%probe: TABLE takes a Table, but 'rows' is of type ArrayList."
                                + " Example: %probe --label y train");
    }

    @Test
    void theTablesOfARecordAreNamed() {
        record Halves(Table train, String note, Table test) {}
        var halves = new Halves(Table.create(), "", Table.create());

        assertThatThrownBy(
                        () ->
                                catalog.line(
                                        notebook,
                                        "probe",
                                        List.<Object>of(
                                                "--label", "y", new Value("split", halves))))
                .hasMessage(
                        "%probe: TABLE takes a Table, but 'split' is of type Halves; write split.train() or split.test()."
                                + " Example: %probe --label y train");
        assertThatThrownBy(
                        () ->
                                catalog.line(
                                        notebook,
                                        "probe",
                                        List.<Object>of(
                                                "--label", "y", new Value("cut(t, 2)", halves))))
                .hasMessageContaining("but 'cut(t, 2)' is of type Halves.");
    }

    @Test
    void aClassThatNobodyCanNameIsCalledByItsInterface() {
        for (var rows : List.of(List.of(1), List.of(1, 2, 3), Arrays.asList(1, 2))) {
            var words = List.<Object>of("--label", "y", new Value("rows", rows));

            assertThatThrownBy(() -> catalog.line(notebook, "probe", words))
                    .hasMessageContaining("but 'rows' is of type List.");
        }
    }

    @Test
    void aNullValueIsNamedToo() {
        var words = List.<Object>of("--label", "y", new Value("rows", null));

        assertThatThrownBy(() -> catalog.line(notebook, "probe", words))
                .hasMessageStartingWith("%probe: TABLE takes a Table, but 'rows' is null.");
    }

    @Test
    void anUnknownMagicIsAnsweredWithTheNearestOne() {
        assertThatThrownBy(() -> catalog.line(notebook, "porbe", List.of()))
                .hasMessage(
                        "%porbe: there is no such magic; did you mean %probe?"
                                + " %lsmagic lists all of them");
    }

    @Test
    void aMagicWrittenInTheWrongFormIsAnsweredWithTheRightOne() {
        assertThatThrownBy(() -> catalog.line(notebook, "shout", List.of()))
                .hasMessage("%shout: write it as %%shout above its body");
    }

    @Test
    void whatOurLibraryRefusesIsOneMessageUnderTheMagicsName() {
        assertThatThrownBy(() -> catalog.line(notebook, "probe", List.of("--label=y", "--quiet")))
                .isInstanceOf(MagicException.class)
                .hasMessage("%probe: nothing is quiet here");
    }

    @Test
    void theIndexTellsTypesOptionsAndForms() {
        var entry = MagicAnnotations.describe(new ProbeMagic());

        assertThat(entry.className()).isEqualTo("himalia.magics.ProbeMagic");
        assertThat(entry.returnType())
                .isEqualTo(
                        "java.util.Map<java.lang.String, java.util.List<tech.tablesaw.api.Table>>");
        assertThat(entry.kind()).isEqualTo(Kind.LINE);
        var way = entry.options().get(2);
        assertThat(way.names()).containsExactly("--way");
        assertThat(way.candidates()).containsExactly("short", "long");
        assertThat(way.expression()).isFalse();
        assertThat(entry.options().get(3).takesValue()).isFalse();
        var tables = entry.positionals().get(0);
        assertThat(tables.expression()).isTrue();
        assertThat(tables.many()).isTrue();
        assertThat(MagicAnnotations.describe(new ShoutMagic()).kind()).isEqualTo(Kind.TEXT_BODY);
    }
}
