package himalia.training;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.model.Model;
import himalia.model.NumberPredictions;
import himalia.model.Predictions;
import himalia.model.Trainer;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** Predictions of many rows beside those of few, which are XGBoost's own. */
class FlatTreesTest {
    private static final int ROWS = XgboostPredictor.MANY + 3;
    private static final double[] ODD = {-0.0, 0.0, 1e-50, -1e-50, 3e38, -3e38, 1, 3};

    record Asked(Trainer trainer, String label) {}

    static Stream<Asked> trainers() {
        return Stream.of(
                new Asked(new GradientBoosting(20, 6, 0.3, 1, false, 1), "two"),
                new Asked(new GradientBoosting(1, 1, 0.3, 1, false, 1), "two"),
                new Asked(new GradientBoosting(7, 8, 0.3, 0.7, false, 1), "three"),
                new Asked(new GradientBoosting(7, 9, 0.3, 0.7, false, 1), "three"),
                new Asked(new GradientBoostingRegressor(20, 42), "number"),
                new Asked(new XgboostForest(11, 6, 0.8, 0.8, 1), "two"),
                new Asked(new XgboostForest(5, 7, 0.8, 0.8, 1), "three"),
                new Asked(new XgboostForestRegressor(9, 5, 0.8, 1, 1), "number"));
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void manyRowsAreToldAsFewAreBitForBit(Asked asked) {
        var labels = Stream.of("two", "three", "number").filter(name -> !name.equals(asked.label));
        var train = rows(3_000, 7).rejectColumns(labels.toArray(String[]::new));
        var many = rows(ROWS, 8);
        // The last piece of rows has a hole, and XGBoost tells it.
        many.column("a").setMissing(ROWS - 1);
        try (var model = asked.trainer.fit(train, asked.label)) {
            int half = ROWS / 2;

            var said = model.predict(many);

            assertThat(numbers(said))
                    .isEqualTo(
                            Stream.of(
                                            numbers(model.predict(many.inRange(0, half))),
                                            numbers(model.predict(many.inRange(half, ROWS))))
                                    .flatMapToDouble(Arrays::stream)
                                    .toArray());
            assertThat(numbers(model.predict(many))).isEqualTo(numbers(said));
            isAloneTheSame(model, many, said);
        }
    }

    private static void isAloneTheSame(Model model, Table many, Predictions said) {
        for (int row : new int[] {0, 1, 63, 64, 8_191, 8_192, ROWS - 2, ROWS - 1}) {
            var alone = model.predict(many.inRange(row, row + 1));
            if (said instanceof NumberPredictions) {
                assertThat(alone.number(0)).isEqualTo(said.number(row));
            } else {
                assertThat(alone.probabilities(0)).isEqualTo(said.probabilities(row));
            }
        }
    }

    private static double[] numbers(Predictions said) {
        return said instanceof NumberPredictions
                ? said.numbers()
                : IntStream.range(0, said.size())
                        .mapToObj(said::probabilities)
                        .flatMapToDouble(Arrays::stream)
                        .toArray();
    }

    /** Whole numbers among them lie on cuts. */
    private static Table rows(int count, long seed) {
        var random = new Random(seed);
        var a = new double[count];
        var b = new double[count];
        var c = new int[count];
        var two = new int[count];
        var three = new int[count];
        var number = new double[count];
        for (int i = 0; i < count; i++) {
            a[i] = i % 50 == 0 ? ODD[random.nextInt(ODD.length)] : random.nextGaussian();
            b[i] = random.nextGaussian() / 1e3 + 5;
            c[i] = random.nextInt(-4, 5);
            double score = Math.max(-9, Math.min(9, a[i])) + c[i] * (b[i] - 5) * 1e3;
            two[i] = score + random.nextGaussian() > 0.5 ? 1 : 0;
            three[i] = score > 1 ? 2 : score > -1 ? 1 : 0;
            number[i] = 1e4 + 0.01 * score;
        }
        return Table.create(
                "rows",
                DoubleColumn.create("a", a),
                DoubleColumn.create("b", b),
                IntColumn.create("c", c),
                IntColumn.create("two", two),
                IntColumn.create("three", three),
                DoubleColumn.create("number", number));
    }
}
