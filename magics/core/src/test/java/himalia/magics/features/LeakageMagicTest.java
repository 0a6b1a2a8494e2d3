package himalia.magics.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.features.StandardScaler;
import himalia.features.leakage.Leak;
import himalia.features.leakage.LeakageReport;
import himalia.magics.PicocliCatalog;
import himalia.magics.RecordingNotebook;
import himalia.magics.spi.MagicCatalog.Value;
import himalia.model.Labels;
import himalia.model.Model;
import himalia.model.Predictions;
import himalia.model.Schema;
import himalia.model.Trainer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

class LeakageMagicTest {
    private final RecordingNotebook notebook = new RecordingNotebook(Path.of("."));
    private final PicocliCatalog catalog = new PicocliCatalog();
    private final Table cells = cells();
    private final Table train = cells.inRange(0, 60);
    private final Table test = cells.inRange(60, 100);

    private static final Table TOLD =
            cells().addColumns(cells().column("y").copy().setName("told"));

    private static Table cells() {
        var random = new Random(5);
        var x = DoubleColumn.create("x");
        var z = DoubleColumn.create("z");
        var who = IntColumn.create("who");
        var y = IntColumn.create("y");
        for (int i = 0; i < 100; i++) {
            x.append(random.nextGaussian());
            z.append(random.nextGaussian());
            who.append(i % 70);
            y.append(i % 3 == 0 ? 1 : 0);
        }
        return Table.create("cells", x, z, who, y);
    }

    @Test
    void stepsAndGroupsAreAskedByTheirWords() throws Exception {
        var scaler = new StandardScaler(List.of("x", "z")).fit(cells, "y");

        var report =
                (LeakageReport)
                        catalog.line(
                                notebook,
                                "leakage",
                                List.of(
                                        "--label",
                                        "y",
                                        "--group",
                                        "who",
                                        "--step",
                                        new Value("scaler", scaler),
                                        "--from",
                                        new Value("cells", cells),
                                        new Value("train", train),
                                        new Value("test", test)));

        assertThat(report).isNotNull();
        assertThat(report.leaks(Leak.Kind.FITTED_ON_TEST).get(0).text())
                .isEqualTo("StandardScaler has learnt from 40 of 40 test rows");
        assertThat(report.leaks(Leak.Kind.SHARED_GROUPS).get(0).rows()).hasSize(30);
        assertThat(notebook.shown()).singleElement().asString().contains("1 leak, and ");
    }

    @Test
    void severalColumnsToLeaveOutAreToldHowToBeNamed() {
        var words =
                List.<Object>of(
                        "--label",
                        "y",
                        "--without",
                        "who,x",
                        new Value("train", train),
                        new Value("test", test));

        assertThatThrownBy(() -> catalog.line(notebook, "leakage", words))
                .hasMessage(
                        "%leakage: --without takes one column, got 'who,x'; it may come again: --without who --without x");
    }

    @Test
    void severalGroupsAreToldHowToBeOne() {
        var words =
                List.<Object>of(
                        "--label",
                        "y",
                        "--group",
                        "who,x",
                        new Value("train", train),
                        new Value("test", test));

        assertThatThrownBy(() -> catalog.line(notebook, "leakage", words))
                .hasMessage(
                        "%leakage: --group takes one column, got 'who,x'; join them into one in both tables before, such as by table.addColumns(table.column(\"who\").asStringColumn().join(\"/\", table.column(\"x\")).setName(\"group\"))");
        var joined =
                train.column("who").asStringColumn().join("/", train.column("x")).setName("group");
        assertThat(joined.getString(0)).startsWith(train.column("who").getString(0) + "/");
    }

    @Test
    void anUnknownColumnIsAnsweredWithTheNearest() {
        var words =
                List.<Object>of(
                        "--label",
                        "y",
                        "--time",
                        "zz",
                        new Value("train", train),
                        new Value("test", test));

        assertThatThrownBy(() -> catalog.line(notebook, "leakage", words))
                .hasMessageStartingWith("%leakage: no column 'zz'")
                .hasMessageContaining("did you mean 'z'?");
    }

    /** Tells the class by a column where it is there, and by nothing else. */
    private record Telltale(String column, boolean mustBe) implements Trainer {
        @Override
        public Model fit(Table table, String label) {
            var trainer = this;
            var schema = Schema.of(table, Labels.toLearn(table, label).target());
            boolean isThere = table.containsColumn(column);
            if (mustBe && !isThere) {
                throw new IllegalArgumentException("no column '" + column + "'");
            }
            return new Model() {
                @Override
                public Schema schema() {
                    return schema;
                }

                @Override
                public Trainer trainer() {
                    return trainer;
                }

                @Override
                public Predictions predict(Table rows) {
                    var probabilities = new double[rows.rowCount()][];
                    for (int row = 0; row < probabilities.length; row++) {
                        double one = isThere ? rows.intColumn(column).getInt(row) : 0.5;
                        probabilities[row] = new double[] {1 - one, one};
                    }
                    return Predictions.of(schema.classes(), probabilities);
                }
            };
        }
    }

    @Test
    void aModelIsTrainedAgainWithoutEachSuspectWhereThatIsAsked() throws Exception {
        var model = new Telltale("told", false).fit(TOLD.inRange(0, 60), "y");

        assertThat(leakage(model)).isNotNull();
        assertThat(notebook.shown()).hasSize(1);
        assertThat(leakage(model, "--ablate")).isNotNull();
        assertThat(notebook.shown().get(2)).contains("with all columns", "told", "0.5", "-0.5");
    }

    /** A model may have learnt from what steps made of the table. */
    @Test
    void aTrainerThatCannotTakeTheTableIsToldOfAndTheReportIsKept() throws Exception {
        var scaled = train.copy().addColumns(train.column("y").copy().setName("scaled"));
        var model = new Telltale("scaled", true).fit(scaled, "y");

        assertThat(leakage(model, "--ablate")).isInstanceOf(LeakageReport.class);
        assertThat(notebook.shown().get(1)).contains("with all columns: no column 'scaled'");
    }

    @Test
    void withoutAModelNothingIsTrainedAgain() {
        var words =
                List.<Object>of(
                        "--label",
                        "y",
                        "--ablate",
                        new Value("train", train),
                        new Value("test", test));

        assertThatThrownBy(() -> catalog.line(notebook, "leakage", words))
                .hasMessage(
                        "%leakage: --ablate trains each --model again, and none is named; add --model and the variable of one");
        assertThat(notebook.shown()).isEmpty();
    }

    private Object leakage(Model model, String... more) throws Exception {
        var words = new ArrayList<Object>(List.of(more));
        words.addAll(List.of("--label", "y", "--model", new Value("model", model)));
        words.add(new Value("train", TOLD.inRange(0, 60)));
        words.add(new Value("test", TOLD.inRange(60, 100)));
        return catalog.line(notebook, "leakage", words);
    }
}
