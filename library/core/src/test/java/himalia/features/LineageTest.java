package himalia.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import himalia.evaluation.TrainedModel;
import himalia.evaluation.calibration.CalibratedClassifier;
import himalia.evaluation.folds.StratifiedKFold;
import himalia.sampling.NearestMean;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Where the columns of a model come from, whatever is around it. */
class LineageTest {
    private static final Table ROWS =
            Table.create(
                    "rows",
                    DoubleColumn.create("age", IntStream.range(0, 40).asDoubleStream().toArray()),
                    StringColumn.create(
                            "city",
                            IntStream.range(0, 40).mapToObj(i -> i % 3 == 0 ? "Oslo" : "Rome")),
                    StringColumn.create(
                            "y", IntStream.range(0, 40).mapToObj(i -> i % 4 < 2 ? "no" : "yes")));
    private static final Pipeline ENCODED =
            Pipeline.of(new OneHotEncoder()).train(new NearestMean());

    @Test
    void aModelAroundAPipelineTellsWhatThePipelineTells() {
        var folds = new StratifiedKFold(2, 42);
        var calibrated =
                new CalibratedClassifier(ENCODED, CalibratedClassifier.Method.SIGMOID, folds);
        for (var trainer : List.of(ENCODED, calibrated, Pipeline.of().train(ENCODED))) {
            assertThat(told(Lineage.of(trainer.fit(ROWS, "y"))))
                    .containsExactlyInAnyOrder("age: age", "city_Oslo: city", "city_Rome: city");
            assertThat(told(Lineage.of(TrainedModel.of(trainer, ROWS, "y"))))
                    .containsExactlyInAnyOrder("age: age", "city_Oslo: city", "city_Rome: city");
        }
        assertThat(told(Lineage.of(new NearestMean().fit(ROWS.rejectColumns("city"), "y"))))
                .containsExactly("age: age");
    }

    @Test
    void stepsWithinAPipelineWithinAPipelineAreFollowed() {
        var within = Pipeline.of(new Pca(1)).train(new NearestMean());

        var model = Pipeline.of(new OneHotEncoder()).train(within).fit(ROWS, "y");

        assertThat(told(Lineage.of(model))).singleElement().asString().endsWith(": age, city");
    }

    @Test
    void aProductComesFromItsFactorsAndWhatIsCrossedStaysItself() {
        var numbers =
                Table.create(
                        "numbers",
                        DoubleColumn.create("a", 1, 2, 3, 4),
                        DoubleColumn.create("b", 4, 1, 3, 2));
        assertThat(new PolynomialFeatures(2, false, true, List.of()).fit(numbers).lineage())
                .containsExactly(
                        entry("a", List.of("a")),
                        entry("b", List.of("b")),
                        entry("1", List.of()),
                        entry("a^2", List.of("a")),
                        entry("a b", List.of("a", "b")),
                        entry("b^2", List.of("b")));
        assertThat(new FeatureCrosses(List.of("city", "y")).fit(ROWS).lineage())
                .containsExactly(
                        entry("city", List.of("city")),
                        entry("y", List.of("y")),
                        entry("city & y", List.of("city", "y")));
    }

    private static List<String> told(Table lineage) {
        return lineage.stream()
                .map(row -> row.getString("column") + ": " + row.getString("from"))
                .toList();
    }
}
