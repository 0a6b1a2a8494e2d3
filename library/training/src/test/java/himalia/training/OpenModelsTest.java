package himalia.training;

import static himalia.reference.ModelReference.heldOut;
import static himalia.reference.ModelReference.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.model.Model;
import himalia.objectives.CombinedComparison;
import himalia.online.Ddm;
import himalia.online.Prequential;
import himalia.online.Promotion;
import himalia.online.Retraining;
import himalia.online.StreamEvent.Kind;
import himalia.table.Seeds;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Who trains several models closes those that it does not give back. */
class OpenModelsTest {
    private final Table stream = rows(600, 1).append(rows(600, -1));

    private static Table rows(int count, int sign) {
        var random = Seeds.random(count + sign);
        var x = DoubleColumn.create("x");
        var y = StringColumn.create("y");
        for (int i = 0; i < count; i++) {
            double at = random.nextGaussian();
            x.append(at);
            y.append(sign * at > 0 ^ random.nextDouble() < 0.1 ? "up" : "down");
        }
        return Table.create("rows", x, y);
    }

    @Test
    void ofAStreamTheLastChampionStaysOpen() {
        for (var promotion : List.of(Promotion.atOnce(), new Promotion(50, 0.05))) {
            var models = new OpenModels(new LogisticRegression(1.0), Integer.MAX_VALUE);
            var run =
                    Prequential.of(models)
                            .with(Retraining.stateless(new Ddm(), 100).after(promotion))
                            .evaluate(rows(200, 1), stream, "y");
            assertThat(run.events(Kind.RETRAINING)).isNotEmpty();
            assertThat(models.trained()).isGreaterThan(2);
            assertThat(models.open()).containsExactly(run.model());
        }
        var stopped = new OpenModels(new LogisticRegression(1.0), 2);
        assertThatThrownBy(
                        () ->
                                Prequential.of(stopped)
                                        .with(Retraining.stateless(new Ddm(), 100))
                                        .evaluate(rows(200, 1), stream, "y"))
                .isInstanceOf(CancellationException.class);
        assertThat(stopped.open()).isEmpty();
    }

    /** Of 45 rows there are 36 for the offline model. */
    @Test
    void whyThereIsNoOfflineScoreIsTold() {
        var run =
                Prequential.of(new KNeighborsClassifier(40))
                        .with(Retraining.watch(new Ddm()))
                        .evaluate(rows(45, 1), stream, "y");
        assertThat(run.offline()).isNaN();
        assertThat(run.events(Kind.REFUSAL)).hasSize(1);
        assertThat(run.toString())
                .contains("row 0: refusal, there is no offline score: ")
                .contains("40")
                .contains("36");
    }

    @Test
    void roundsOfBoostingAreClosedWhereALaterOneThrows() {
        var wine = heldOut("wine", false);
        var rows = IntStream.range(0, wine.rowCount()).toArray();
        var stump = new DecisionTree(1, 42);
        var stopped = new OpenModels(stump, 3);
        assertThatThrownBy(() -> new Samme(stopped, stopped, 10, 1, 1).fit(wine, "y", i -> rows))
                .isInstanceOf(CancellationException.class);
        assertThat(stopped.trained()).isEqualTo(4);
        assertThat(stopped.open()).isEmpty();

        var whole = new OpenModels(stump, Integer.MAX_VALUE);
        var model = new Samme(whole, whole, 5, 1, 1).fit(wine, "y", i -> rows);
        assertThat(whole.open()).hasSize(5);
        model.close();
        assertThat(whole.open()).isEmpty();
    }

    @Test
    void aComparisonLeavesNoModelOpenAndItsNumbersAreItsOwn() {
        var diabetes = table("diabetes");
        var models = new OpenModels(new Numbers(), Integer.MAX_VALUE);
        double[][] weights = {{1, 1}, {1, 0.2}};
        var comparison =
                CombinedComparison.of(
                        models,
                        diabetes,
                        diabetes,
                        List.of("y", diabetes.columnNames().get(0)),
                        weights,
                        10);
        assertThat(models.trained()).isEqualTo(5);
        assertThat(models.open()).isEmpty();

        var before = comparison.table().printAll();
        comparison.weights()[0][0] = 99;
        comparison.best()[0] = 99;
        comparison.once()[0] = 99;
        comparison.anew()[0] = 99;
        comparison.decoupled()[0] = 99;
        assertThat(comparison.table().printAll()).isEqualTo(before);
    }

    /** Weights are of no account here. */
    private record Numbers() implements RowWeighted {
        @Override
        public Model fit(Table table, String label) {
            return new LinearRegression().fit(table, label);
        }

        @Override
        public Model fit(Table table, String label, double[] weights) {
            return fit(table, label);
        }
    }
}
