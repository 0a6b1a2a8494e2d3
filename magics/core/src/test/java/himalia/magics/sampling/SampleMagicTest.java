package himalia.magics.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.magics.PicocliCatalog;
import himalia.magics.RecordingNotebook;
import himalia.magics.Subcommands;
import himalia.magics.spi.LineSoFar;
import himalia.magics.spi.MagicCatalog.Value;
import himalia.magics.table.TableColumns;
import himalia.sampling.Smotenc;
import himalia.sampling.Strategy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

class SampleMagicTest {
    private final RecordingNotebook notebook = new RecordingNotebook(Path.of("."));
    private final PicocliCatalog catalog = new PicocliCatalog();
    private final Table train =
            Table.create(
                    "train",
                    IntColumn.create("y", 0, 0, 0, 0, 1, 1),
                    DoubleColumn.create("x", 1, 2, 3, 4.9, 5, 6));

    @ParameterizedTest
    @CsvSource({"random, 8, 4", "under, 4, 2", "smote --neighbours 1, 8, 4", "tomek, 5, 3"})
    void eachMethodGivesATableAndShowsTheCounts(String method, int rows, int common)
            throws Exception {
        var words = new ArrayList<Object>(List.of(method.split(" ")));
        words.addAll(List.of("--label", "y", new Value("train", train)));

        var result = (Table) catalog.line(notebook, "sample", words);

        assertThat(result).isNotNull();
        assertThat(result.rowCount()).isEqualTo(rows);
        assertThat(notebook.shown().get(0)).startsWith("y: 4 × 0, 2 × 1 → " + common + " × 0, ");
    }

    @ParameterizedTest
    @CsvSource({
        "--strategy nonsense, --strategy nonsense",
        "--label y, --label y",
        "--counts-only, --counts-only",
        "--explain, --explain"
    })
    void aDrawingRefusesWhatItDoesNotAsk(String words, String named) {
        var all = new ArrayList<Object>(List.of(("simple --size 3 " + words).split(" ")));
        all.add(new Value("train", train));

        assertThatThrownBy(() -> catalog.line(notebook, "sample", all))
                .hasMessage(
                        "%sample: "
                                + named
                                + " is for methods that balance classes, and this one draws rows whatever their class; leave it out");
    }

    @Test
    void besideTheCountsItShowsThePictureThatTheTraceShows() throws Exception {
        var words =
                List.<Object>of(
                        "tomek",
                        "--label",
                        "y",
                        new Value(
                                "train",
                                train.copy()
                                        .addColumns(
                                                train.doubleColumn("x").multiply(2).setName("z"))));

        catalog.line(notebook, "sample", words);

        assertThat(notebook.shown().get(1))
                .startsWith(
                        "6 rows → 5: 5 kept, 1 removed\nbefore: 6 rows · scatter chart · z by x");
    }

    @Test
    void aTableWithoutTwoColumnsOfNumbersIsALineAndCountsOnlyIsNoneAtAll() throws Exception {
        var words = new ArrayList<Object>(List.of("tomek", "--label", "y", new Value("t", train)));
        catalog.line(notebook, "sample", words);
        assertThat(notebook.shown())
                .hasSize(2)
                .last()
                .asString()
                .contains("no picture: it needs two columns of numbers besides the label 'y', and");

        words.add(1, "--counts-only");
        catalog.line(notebook, "sample", words);
        assertThat(notebook.shown()).hasSize(3).last().asString().startsWith("y: 4 × 0");
    }

    /** Every method runs; ten rows of each kind are enough for all. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "random --shrinkage 1",
                "enn --agreement MODE",
                "repeated-enn",
                "all-knn",
                "cleaning",
                "near-miss --version 2",
                "condensed",
                "one-sided",
                "centroids",
                "borderline --kind 2 --border 3",
                "kmeans-smote --clusters 2 --share 0.1",
                "svm-smote --border 4 --out-step 0.2",
                "adasyn",
                "smotenc --categories y2",
                "smoten",
                "smote-tomek",
                "smote-enn"
            })
    void everyMethodTakesItsOptions(String method) throws Exception {
        var random = new Random(1);
        var rows =
                Table.create(
                        "rows",
                        IntColumn.create("y", IntStream.range(0, 60).map(i -> i % 4 / 3).toArray()),
                        IntColumn.create("y2", IntStream.range(0, 60).map(i -> i % 3).toArray()),
                        DoubleColumn.create("x", random.doubles(60).toArray()));
        var words = new ArrayList<Object>(List.of(method.split(" ")));
        words.addAll(List.of("--label", "y", new Value("rows", rows)));

        var result = (Table) catalog.line(notebook, "sample", words);

        assertThat(result).isNotNull();
        assertThat(result.columnNames()).isEqualTo(rows.columnNames());
        assertThat(notebook.shown().get(0)).startsWith("y: 45 × 0, 15 × 1 → ");
    }

    @Test
    void anUnknownColumnIsAnsweredWithTheNearest() {
        var words = List.<Object>of("smote", "--label", "yy", new Value("train", train));

        assertThatThrownBy(() -> catalog.line(notebook, "sample", words))
                .hasMessageStartingWith("%sample: no column 'yy'")
                .hasMessageContaining("did you mean 'y'?");
    }

    @Test
    void aForgottenMethodIsToldOf() {
        var names = Subcommands.names(SamplingMethod.class) + ". %sample --help tells more.";

        assertThatThrownBy(
                        () ->
                                catalog.line(
                                        notebook,
                                        "sample",
                                        List.of("--label", "y", new Value("num.first(9)", train))))
                .hasMessage(
                        "%sample: METHOD is missing before {num.first(9)}; there are: " + names);
        assertThatThrownBy(
                        () -> catalog.line(notebook, "sample", List.of("--label", "y", "churners")))
                .hasMessage(
                        "%sample: no method 'churners'; if it is the TABLE, the METHOD is missing before it; there are: "
                                + names);
    }

    /** The table stands before the method, or a column's name has two words. */
    @Test
    void aMethodBehindAnotherWordIsSeen() {
        assertThatThrownBy(
                        () ->
                                catalog.line(
                                        notebook,
                                        "sample",
                                        List.of("--label", "class", "mix", "random")))
                .hasMessageStartingWith(
                        "%sample: no method 'mix'; 'random' stands behind it: the METHOD comes first, and a value of two words is quoted; there are: ");
    }

    @Test
    void blanksBesideTheCommasOfAListAreNoPartOfItsNames() throws Exception {
        var random = new Random(2);
        var rows =
                Table.create(
                        "rows",
                        IntColumn.create("y", IntStream.range(0, 60).map(i -> i % 4 / 3).toArray()),
                        IntColumn.create("a", IntStream.range(0, 60).map(i -> i % 3).toArray()),
                        IntColumn.create("b", IntStream.range(0, 60).map(i -> i % 5).toArray()),
                        DoubleColumn.create("x", random.doubles(60).toArray()));
        var words = List.<Object>of("smotenc", "--categories", "a , b", "--label", "y");
        var line = new ArrayList<Object>(words);
        line.add(new Value("rows", rows));

        var done = (Table) catalog.line(notebook, "sample", line);

        assertThat(done).isNotNull();
        assertThat(done.printAll())
                .isEqualTo(new Smotenc(List.of("a", "b"), 5, 42).resample(rows, "y").printAll());
    }

    @Test
    void anUnknownMethodIsAnsweredWithTheKnownOnes() {
        var words = List.<Object>of("smoot", "--label", "y", new Value("train", train));

        assertThatThrownBy(() -> catalog.line(notebook, "sample", words))
                .hasMessage(
                        "%sample: no method 'smoot'; did you mean 'smote'? There are: "
                                + Subcommands.names(SamplingMethod.class)
                                + ". %sample --help tells more.");
    }

    @Test
    void tooFewRowsAreExplained() {
        var words = List.<Object>of("smote", "--label", "y", new Value("train", train));

        assertThatThrownBy(() -> catalog.line(notebook, "sample", words))
                .hasMessage(
                        "%sample: class '1' has 2 rows, and SMOTE with 5 neighbours needs at least"
                                + " 6; use at most 1 neighbour, or RandomOverSampler");
    }

    @ParameterizedTest
    @CsvSource({
        "simple --size 4, 4",
        "simple --size 9 --replacement, 9",
        "systematic --size 3, 3",
        "reservoir --size 3, 3",
        "stratified --by y --size 3, 3",
        "stratified --by y --size 4 --equal, 4",
        "weighted --weights x --size 2, 2",
        "cluster --by y --clusters 2, 6",
        "importance --target x --proposal x --size 5, 5"
    })
    void aDrawingNeedsNoLabelAndShowsWhatItHasTooFewOf(String method, int rows) throws Exception {
        var words = new ArrayList<Object>(List.of(method.split(" ")));
        words.add(new Value("train", train));

        var result = (Table) catalog.line(notebook, "sample", words);

        assertThat(result).isNotNull();
        assertThat(result.rowCount()).isEqualTo(rows);
        assertThat(notebook.shown().get(0))
                .startsWith(
                        rows
                                + (rows > 6 ? " rows, drawn from 6" : " of 6 rows")
                                + (method.contains("clusters")
                                        ? ", with intervals by 2 groups"
                                        : "")
                                + ": no value comes less often than chance explains");
    }

    @Test
    void whatEachClassWillHaveIsSaidBeforehand() throws Exception {
        var words =
                List.<Object>of(
                        "smote",
                        "--label",
                        "y",
                        "--strategy",
                        "1=3",
                        "--neighbours",
                        "1",
                        "--explain",
                        new Value("train", train));

        var plan = (Table) catalog.line(notebook, "sample", words);

        assertThat(plan.stringColumn("change").asList()).containsExactly("stays", "1 more");
        assertThat(plan.intColumn("then").asList()).containsExactly(4, 3);
        assertThat(notebook.shown()).isEmpty();
    }

    @Test
    void whatBalancesNeedsALabel() {
        var words = List.<Object>of("smote", new Value("train", train));

        assertThatThrownBy(() -> catalog.line(notebook, "sample", words))
                .hasMessage(
                        "%sample: --label COLUMN names the class that is balanced; to draw rows"
                                + " whatever their class, %sample simple --size 100");
    }

    @Test
    void aSampleLargerThanTheTableIsExplained() {
        var words = List.<Object>of("simple", "--size", "7", new Value("train", train));

        assertThatThrownBy(() -> catalog.line(notebook, "sample", words))
                .hasMessage(
                        "%sample: a sample of 7 rows is larger than the table, which has 6 rows;"
                                + " draw at most 6, or with replacement");
    }

    @Test
    void aDrawingTellsNoOptionThatItRefuses() throws Exception {
        catalog.line(notebook, "sample", List.of("simple", "--help"));
        catalog.line(notebook, "sample", List.of("smote", "--help"));

        assertThat(notebook.shown().get(0))
                .contains("--seed")
                .doesNotContain("--label", "--strategy", "--counts-only", "--explain");
        assertThat(notebook.shown().get(1)).contains("--label", "--strategy", "--counts-only");
    }

    @Test
    void strategiesAreOfferedAsTheyAreWritten() {
        var line =
                new LineSoFar(List.of("smote", "--strategy"), Map.of("train", train), Path.of("."));

        var offered = new Strategies().of(line);

        assertThat(offered).contains("not-majority", "auto");
        assertThat(offered).allSatisfy(word -> assertThat(word).doesNotContain(" "));
        assertThat(new Strategy("not-majority")).isEqualTo(new Strategy("not majority"));
        assertThat(new TableColumns().of(line)).containsExactly("y", "x");
    }
}
