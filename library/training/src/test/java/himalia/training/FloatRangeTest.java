package himalia.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import himalia.features.Onnx;
import himalia.model.Model;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** XGBoost computes with floats; what they cannot hold is refused by its name, or brought closer. */
class FloatRangeTest {
    private final IntColumn label = IntColumn.create("y", 0, 1, 0, 1);
    private final DoubleColumn small = DoubleColumn.create("x", 1, 2, 3, 4);

    @Test
    void whatNoFloatHoldsIsNamedWithItsColumnAndRow() {
        var large = Table.create(DoubleColumn.create("x", 1, -1e39, 3, 4), label);
        var wanted =
                "column 'x' has -1.0E39 in row 1, and XGBoost takes numbers up to 3.4E38 only; divide it by something, or drop that row";

        for (var trainer :
                List.of(new GradientBoosting(5, 42), new GradientBoostingRegressor(5, 42))) {
            assertThatThrownBy(() -> trainer.fit(large, "y"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(wanted);
            try (var model = trainer.fit(Table.create(small, label), "y")) {
                assertThatThrownBy(() -> model.predict(large))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage(wanted);
            }
        }
        var labels = Table.create(small, DoubleColumn.create("y", 1, 2, 1e300, 4));
        assertThatThrownBy(() -> new GradientBoostingRegressor(5, 42).fit(labels, "y"))
                .hasMessageStartingWith("label 'y' has 1.0E300 in row 2, and XGBoost takes");
    }

    @Test
    void whatAllFloatsHoldAsZeroIsNamedWithItsColumn() {
        var tiny =
                Table.create(small, DoubleColumn.create("z", 0, 1e-50, -3e-50, Double.NaN), label);
        var wanted =
                "column 'z' has numbers up to 3.0E-50 only, and XGBoost, which computes with floats, takes them all for 0; multiply it by something, or leave it out";

        for (var trainer :
                List.of(
                        new GradientBoosting(5, 42),
                        new GradientBoostingRegressor(5, 42),
                        new XgboostForest(5, 42))) {
            assertThatThrownBy(() -> trainer.fit(tiny, "y"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(wanted);
            var mixed =
                    Table.create(small, DoubleColumn.create("z", 0, 1e-50, 1, Double.NaN), label);
            try (var model = trainer.fit(mixed, "y")) {
                assertThat(model.predict(tiny).size()).isEqualTo(4);
            }
        }
    }

    /** In another unit, a power of two, all is the same to them. */
    @ParameterizedTest
    @ValueSource(ints = {-1000, -1, 200, 700, 1000})
    void treesOfOurOwnTakeAllDoubles(int exponent) {
        var random = new Random(7);
        var x = random.doubles(60).toArray();
        var y = random.doubles(60).map(value -> value - 0.5).toArray();
        for (var trainer :
                List.of(
                        new DecisionTreeRegressor(4),
                        new RandomForestRegressor(5, 42),
                        new DecisionTree(4, 42))) {
            var isClass = trainer instanceof DecisionTree;
            var plain = trainer.fit(rows(x, y, isClass, 0), "y").predict(rows(x, y, isClass, 0));
            var asked = rows(x, y, isClass, exponent);
            var scaled = trainer.fit(asked, "y").predict(asked);
            if (isClass) {
                assertThat(scaled).isEqualTo(plain);
            } else {
                var wanted = Arrays.stream(plain.numbers()).map(n -> Math.scalb(n, exponent));
                assertThat(scaled.numbers()).containsExactly(wanted.toArray());
            }
        }
    }

    private static Table rows(double[] x, double[] y, boolean isClass, int exponent) {
        var label =
                isClass
                        ? IntColumn.create("y", Arrays.stream(y).mapToInt(v -> v > 0 ? 1 : 0))
                        : DoubleColumn.create(
                                "y", Arrays.stream(y).map(v -> Math.scalb(v, exponent)));
        return Table.create(
                DoubleColumn.create("x", Arrays.stream(x).map(v -> Math.scalb(v, exponent))),
                label);
    }

    /** Squares of 1e20 are no floats: no split was made, and the mean was predicted everywhere. */
    @ParameterizedTest
    @ValueSource(ints = {50, 60, 64, 100, 127})
    void largeLabelsAreLearntInAnotherUnit(int exponent) {
        var random = new Random(7);
        var x = random.doubles(60).toArray();
        var y = Arrays.stream(x).map(value -> value < 0.3 ? -0.9 : value).toArray();
        var plain = rows(x, y, false, 40);
        var asked = rows(x, y, false, exponent);
        asked.replaceColumn("x", plain.doubleColumn("x").copy());
        for (var trainer :
                List.of(new GradientBoostingRegressor(5, 42), new XgboostForestRegressor(5, 42))) {
            var wanted = trainer.fit(plain, "y").predict(plain);
            assertThat(Arrays.stream(wanted.numbers()).distinct().count()).isGreaterThan(10);
            assertThat(trainer.fit(asked, "y").predict(asked).numbers())
                    .containsExactly(
                            Arrays.stream(wanted.numbers())
                                    .map(number -> Math.scalb(number, exponent - 40))
                                    .toArray());
        }
    }

    @Test
    void whatIsAveragedMayAddUpToMoreThanADoubleHolds() {
        var x = DoubleColumn.create("x", 1, 2, 3, 4, 5, 6, 7, 8);
        var y = new double[] {1e308, 1.1e308, 1.2e308, 1.1e308, -1e308, -1.1e308, -1e308, -1.2e308};
        var rows = Table.create("t", x, DoubleColumn.create("y", y));
        var small = DoubleColumn.create("y", Arrays.stream(y).map(v -> Math.scalb(v, -100)));
        var plain = Table.create("t", x, small);
        var tree = new DecisionTreeRegressor(3);
        for (var trainer :
                List.of(
                        new RandomForestRegressor(20, 42),
                        new Bagging(tree, 5, 42),
                        new Voting(List.of(tree, new DecisionTreeRegressor(1), tree)))) {
            var said = trainer.fit(rows, "y").predict(rows).numbers();
            var wanted = trainer.fit(plain, "y").predict(plain).numbers();
            for (int row = 0; row < y.length; row++) {
                assertThat(Math.scalb(said[row], -100))
                        .as("%s", trainer)
                        .isCloseTo(wanted[row], within(1e-12 * Math.abs(wanted[row])));
            }
        }
        var high = new DummyRegressor().fit(rows.first(4), "y").predict(rows).number(0);
        assertThat(high).isCloseTo(1.1e308, within(1e296));
    }

    @Test
    void theMeanOfTheLargestIsNoMore() {
        for (int count = 2; count < 50; count++) {
            var most = new double[count];
            Arrays.fill(most, Double.MAX_VALUE);
            assertThat(LargeMean.of(most)).isBetween(1.79e308, Double.MAX_VALUE);
        }
        assertThat(LargeMean.of(new double[] {Double.POSITIVE_INFINITY, 1})).isInfinite();
        assertThat(LargeMean.of(new double[] {Double.NaN, 1})).isNaN();
    }

    @Test
    void onnxSaysNoInfinityForALabelThatNoFloatHolds(@TempDir Path folder) {
        var file = folder.resolve("large.onnx");
        var large = Table.create(small, DoubleColumn.create("y", 1, 2, 3, -4e300));
        assertThatThrownBy(() -> Onnx.write(new DecisionTreeRegressor(0).fit(large, "y"), file))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageStartingWith(
                        "a leaf says -4.0E300 of 'y', and trees in ONNX give floats, up to 3.4028235E38; ");
        var sums = Table.create(small, DoubleColumn.create("y", 1e38, 1e38, 1e38, 1e38));
        assertThatThrownBy(() -> Onnx.write(new RandomForestRegressor(5, 42).fit(sums, "y"), file))
                .hasMessageStartingWith("leaves of 5 trees add up to 5.0E38 of 'y', and trees");
        assertThat(file).doesNotExist();
    }

    /** Floats of them are one number. */
    @Test
    void regressionTreesTellMomentsInMillisecondsApart() {
        var moments =
                Table.create(
                        DoubleColumn.create("at", 1.7e12, 1.7e12 + 1, 1.7e12 + 2, 1.7e12 + 3),
                        DoubleColumn.create("y", 1, 2, 5, 9));

        assertThat(new DecisionTreeRegressor(0).fit(moments, "y").predict(moments).numbers())
                .containsExactly(1, 2, 5, 9);
    }

    @Test
    void labelsOfSmallUnitsAreLearntAsLargeOnes(@TempDir Path folder) {
        for (double unit : new double[] {0x1p-14, 0x1p-30, 0x1p-200}) {
            var x = DoubleColumn.create("x");
            var y = DoubleColumn.create("y");
            for (int i = 0; i < 40; i++) {
                x.append(i % 4);
                y.append(unit * (i % 4));
            }
            try (var model = new GradientBoostingRegressor(100, 42).fit(Table.create(x, y), "y")) {
                var predictions = model.predict(Table.create(x));
                for (int row = 0; row < 4; row++) {
                    assertThat(predictions.number(row) / unit).isCloseTo(row, within(1e-3));
                }
                var file = folder.resolve("small" + unit + ".model");
                model.save(file);
                assertThat(Model.load(file).predict(Table.create(x))).isEqualTo(predictions);
            }
        }
    }

    @Test
    void labelsFarFromZeroKeepTheirDifferences(@TempDir Path folder) {
        var y = DoubleColumn.create("y");
        var x = DoubleColumn.create("x");
        for (int i = 0; i < 40; i++) {
            x.append(i % 4);
            y.append(100_000_001 + i % 4);
        }

        try (var model = new GradientBoostingRegressor(100, 42).fit(Table.create(x, y), "y")) {
            var predictions = model.predict(Table.create(x));
            for (int row = 0; row < 4; row++) {
                assertThat(predictions.number(row)).isCloseTo(y.getDouble(row), within(1e-3));
            }
            model.save(folder.resolve("a.model"));
            assertThat(Model.load(folder.resolve("a.model")).predict(Table.create(x)))
                    .isEqualTo(predictions);
        }
    }
}
