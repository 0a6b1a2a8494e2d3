package himalia.features;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.display.bundle.Display;
import himalia.display.bundle.MimeBundle;
import himalia.features.ColumnTransformer.Kind;
import himalia.model.ClassPredictions;
import himalia.model.Labels;
import himalia.model.Model;
import himalia.model.Predictions;
import himalia.model.Schema;
import himalia.model.Trainer;
import himalia.sampling.RandomUnderSampler;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** How a pipeline looks. */
class PipelineGraphTest {
    private final ColumnTransformer ready =
            ColumnTransformer.of(Kind.NUMBERS, new SimpleImputer(), new StandardScaler())
                    .and(Kind.CATEGORIES, new OneHotEncoder(OneHotEncoder.Unknown.IGNORE))
                    .and(List.of("size"), new MinMaxScaler());
    private final Pipeline pipeline =
            Pipeline.of(ready).then(new RandomUnderSampler(42)).train(new Even());
    private final Table train =
            Table.create(
                    "train",
                    DoubleColumn.create("age", 20, 30, 40, Double.NaN),
                    StringColumn.create("city", "Rome", "Bern", "Rome", "Bern"),
                    DoubleColumn.create("size", 1, 2, 3, 4),
                    IntColumn.create("y", 0, 0, 1, 0));

    /** What Java calls a lambda is no name that anybody gave it, and another one in each session. */
    @Test
    void aLambdaIsCalledWhatItIs() {
        var even = new Even();
        var pipeline =
                Pipeline.of(new StandardScaler())
                        .then((rows, label) -> rows.first(2))
                        .train((table, label) -> even.fit(table, label));

        assertThat(Display.render(pipeline).text())
                .contains("  a sampler, training folds only\n", "  a trainer\n");
        assertThat(pipeline)
                .hasToString("Pipeline[StandardScaler[columns=[]], a sampler, a trainer]");
        assertThat(pipeline.settings())
                .containsEntry("steps", "StandardScaler, a sampler, a trainer");
    }

    @Test
    void aPipelineIsALineANodeInAConsole() {
        assertThat(Display.render(pipeline).text())
                .isEqualTo(
                        """
                          columns in: those of the table to learn from, but the label
                          ↓
                          ColumnTransformer
                          ├ numbers → SimpleImputer → StandardScaler
                          ├ categories → OneHotEncoder (unknown=IGNORE)
                          ├ size → MinMaxScaler
                          └ all others → as they are
                          ↓
                          RandomUnderSampler (seed=42), training folds only
                          ↓
                          Even
                          ↓
                          columns out: the prediction"""
                                .indent(2)
                                .stripTrailing());
    }

    @Test
    void itsModelNamesTheColumns() {
        try (var model = pipeline.fit(train, "y")) {
            assertThat(Display.render(model).text())
                    .startsWith("  columns in: age, city, size\n")
                    .contains(
                            "numbers: age → SimpleImputer",
                            "categories: city → OneHotEncoder",
                            "└ size → MinMaxScaler",
                            "the model reads: age, city_Bern, city_Rome, size",
                            "columns out: prediction of y, p(0), p(1)")
                    .doesNotContain("others");
        }
    }

    @Test
    void columnsThatStayAreNamed() {
        var scaled = ColumnTransformer.of(List.of("size"), new MinMaxScaler());
        var steps = Pipeline.of(scaled, new OneHotEncoder()).train(new Even());
        try (var model = steps.fit(train, "y")) {
            assertThat(Display.render(model).text())
                    .contains("others: age, city → as they are", "OneHotEncoder (city)");
        }
    }

    @Test
    void behindAStepTheColumnsThatStayHaveNoNames() {
        var scaled = ColumnTransformer.of(List.of("size"), new MinMaxScaler());
        var steps = Pipeline.of(new OneHotEncoder(), scaled).train(new Even());
        try (var model = steps.fit(train, "y")) {
            assertThat(Display.render(model).text())
                    .contains("all others → as they are")
                    .doesNotContain("others: age, city");
        }
    }

    @Test
    void settingsInSettingsAreThoseThatWereChosen() {
        var terms = new TfidfVectorizer(new CountVectorizer("note").minDf(2));
        assertThat(Display.text(Pipeline.of(terms).train(new Even())))
                .contains("TfidfVectorizer (counts=CountVectorizer(column=note, minDf=2))");
    }

    @Test
    void longSettingsEndWhereAWordEnds() {
        var names = IntStream.range(0, 40).mapToObj(each -> "word" + each).toList();
        var counts = new CountVectorizer("note").tokens(new TextTokens(true, 1, 1, names));
        assertThat(Display.text(Pipeline.of(counts).train(new Even())))
                .containsPattern("word\\d+…\\)");
    }

    @Test
    void columnsThatAreNamedStandBeforeTheSettings() {
        var bins = new KBinsDiscretizer(3, "age", "size");
        assertThat(Display.text(Pipeline.of(bins).train(new Even())))
                .contains("KBinsDiscretizer (age, size · bins=3)");
    }

    @Test
    void aFittedTransformerSaysWhatEachStepHasLearntOfEachColumn() {
        assertThat(Display.text(ready.fit(train, "y")))
                .startsWith("ColumnTransformer, fitted on age, city, size\n")
                .contains("SimpleImputer: filled with 30", "StandardScaler: mean 30, deviation ")
                .doesNotContain("[");
    }

    @Test
    void onAPageItHasBoxesInThePagesOwnColours() {
        var html = String.valueOf(Display.render(pipeline).data().get(MimeBundle.HTML));

        assertThat(html)
                .contains("<b>RandomUnderSampler</b>", "training folds only", "1px solid #8c959f")
                .contains("unknown=<wbr>IGNORE")
                .doesNotContain("color:#000", "background:#fff", "<svg", "<script");
        assertThat(String.valueOf(Display.render(ready).data().get(MimeBundle.HTML)))
                .contains("numbers", "<b>StandardScaler</b>", "as they are");
    }

    /** Says the same of every row. */
    private record Even() implements Trainer {
        @Override
        public Model fit(Table table, String label) {
            var labels = Labels.toLearn(table, label);
            var schema = Schema.of(table, labels.target());
            var trainer = this;
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
                    var halves = new double[rows.rowCount()][];
                    Arrays.fill(halves, new double[] {0.5, 0.5});
                    return ClassPredictions.of(classes(), halves);
                }
            };
        }
    }
}
