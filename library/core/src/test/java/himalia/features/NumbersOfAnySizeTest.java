package himalia.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import himalia.sampling.Smote;
import himalia.sampling.SmoteEnn;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Very small, very large, skewed and equal numbers; what they become is scikit-learn's, 1.9. */
class NumbersOfAnySizeTest {
    private static Table numbers(double... values) {
        return Table.create(DoubleColumn.create("x", values));
    }

    private static double[] done(Step step, Table table) {
        return step.fit(table).apply(table).doubleColumn("x").asDoubleArray();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-8, 1e-16})
    void powersOfSmallNumbers(double scale) {
        var table =
                numbers(
                        IntStream.range(0, 200)
                                .mapToDouble(i -> (-Math.log((i + 0.5) / 200) - 0.5) * scale)
                                .toArray());

        var powers = done(new PowerTransformer(), table);

        assertThat(new double[] {powers[0], powers[100], powers[199]})
                .containsExactly(new double[] {2.13965584, -0.10780917, -1.54845898}, within(1e-6));
        assertThat(Arrays.stream(powers).distinct().count()).isEqualTo(200);
    }

    @Test
    void powersThatNoDoubleHoldsAreRefused() {
        assertThatThrownBy(() -> new PowerTransformer().fit(numbers(1e-300, 2e-300, 5e-300)))
                .hasMessage(
                        "column 'x' reaches from 1.0E-300 to 5.0E-300, and its likeliest power is larger than a double holds; bring it to scale before, by new StandardScaler(), or multiply it");
    }

    /** So far from 0 the power is that of the numbers themselves, whatever their unit. */
    @ParameterizedTest
    @ValueSource(doubles = {1e300, 8e305})
    void powersOfLargeNumbers(double scale) {
        var table =
                numbers(
                        IntStream.range(0, 50)
                                .mapToDouble(i -> Math.pow(1 + i / 10.0, 3) * scale)
                                .toArray());

        var powers = done(new PowerTransformer(), table);

        assertThat(new double[] {powers[0], powers[25], powers[49]})
                .containsExactly(
                        new double[] {-1.8376516653804762, 0.09142657961021511, 1.6002293252983169},
                        within(1e-6));
    }

    /** SciPy's bounds of the power exclude each other as well. */
    @Test
    void powersOfNumbersFarAwayOnBothSidesAreRefused() {
        assertThatThrownBy(() -> new PowerTransformer().fit(numbers(-1e200, 0, 1, 1e200)))
                .hasMessage(
                        "column 'x' reaches from -1.0E200 to 1.0E200, and PowerTransformer takes powers of it, which are larger than a double holds; divide it before, or leave it out by naming the other columns");
    }

    @Test
    void groupsOfASkewedColumnAllHaveNumbers() {
        var skewed = IntStream.range(0, 400).mapToDouble(i -> Math.exp(i * 37 % 400 / 50.0));

        assertThat(BinEdges.of(skewed.toArray(), 8, KBinsDiscretizer.Strategy.KMEANS))
                .containsExactly(
                        new double[] {
                            1,
                            162.02277544021845,
                            473.7988913949623,
                            863.2563215905298,
                            1293.581130841789,
                            1739.1984465898527,
                            2166.753749159479,
                            2562.4659631984714,
                            2921.9310640814792
                        },
                        within(1e-9));
    }

    @Test
    void fiveNumbersHaveNoMoreThanFiveRanges() {
        var five = IntStream.range(0, 20).mapToDouble(i -> 1 << (i % 5)).toArray();

        assertThat(BinEdges.of(five, 13, KBinsDiscretizer.Strategy.KMEANS))
                .containsExactly(1, 1.5, 3, 6, 12, 16);
    }

    @Test
    void aQuantileOfEqualNumbersIsTheMiddleOfTheirRanks() {
        int[] counts = {78, 74, 72, 57, 69};
        var ties = DoubleColumn.create("x");
        for (int value = 0; value < counts.length; value++) {
            for (int i = 0; i < counts[value]; i++) {
                ties.append(value);
            }
        }

        var shares = new QuantileTransformer().fit(Table.create(ties)).apply(numbers(0, 1, 2, 3));

        assertThat(shares.doubleColumn("x").asDoubleArray())
                .containsExactly(
                        new double[] {0, 0.32808023, 0.53724928, 0.72206304}, within(1e-8));
    }

    /** Splines have no unit: scikit-learn gives these of the same numbers times one. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 1e-200, 1e-300, 1e306})
    void splinesOfNumbersOfAnySize(double scale) {
        var step =
                new SplineTransformer(
                        5,
                        3,
                        SplineTransformer.Knots.QUANTILE,
                        SplineTransformer.Extrapolation.CONSTANT,
                        true,
                        List.of());
        var learnt = IntStream.range(-3, 7).mapToDouble(i -> Math.max(i, 0) * scale).toArray();

        var splines = step.fit(numbers(learnt)).apply(numbers(scale));

        assertThat(splines.columns().stream().mapToDouble(c -> ((DoubleColumn) c).get(0)))
                .hasSize(7)
                .satisfies(
                        found ->
                                assertThat(
                                                found.stream()
                                                        .mapToDouble(Number::doubleValue)
                                                        .toArray())
                                        .containsExactly(
                                                new double[] {
                                                    0,
                                                    0.037037037037037035,
                                                    0.5955555555555555,
                                                    0.33777777777777773,
                                                    0.029629629629629627,
                                                    0,
                                                    0
                                                },
                                                within(1e-12)));
    }

    @Test
    void aCircleIsExactAfterManyRounds() {
        var far = new CyclicEncoder(24, "x").fit(numbers(0)).apply(numbers(1e15 + 5));

        assertThat(far.doubleColumn("x_sin").get(0)).isEqualTo(-Math.sqrt(0.5), within(1e-12));
        assertThat(far.doubleColumn("x_cos").get(0)).isEqualTo(Math.sqrt(0.5), within(1e-12));
        assertThatThrownBy(
                        () -> new CyclicEncoder(24, "x").fit(numbers(1, Double.POSITIVE_INFINITY)))
                .hasMessage(
                        "column 'x' is infinite in row 1, and CyclicEncoder takes finite numbers; replace it or drop the row");
    }

    @Test
    void squaresThatNoDoubleHoldsAreNotTakenForDistances() {
        var small = IntStream.range(0, 20).mapToDouble(i -> i % 7 * 1e-200).toArray();
        var label = IntStream.range(0, 20).mapToObj(i -> i < 12 ? "a" : "b").toList();
        var table = numbers(small).addColumns(StringColumn.create("y", label));
        var smaller =
                "column 'x' reaches from 0.0 to 6.0E-200, and %s takes a table whose widest column is 1.0E-145 wide or more, so that squares keep their digits; bring it to scale before, by new StandardScaler(), or multiply it";

        assertThatThrownBy(() -> new SmoteEnn(5, 42).resample(table, "y"))
                .hasMessage(smaller.formatted("SMOTE"));
        assertThatThrownBy(() -> new KnnImputer(1).fit(table))
                .hasMessage(smaller.formatted("KnnImputer"));
        var imputer = new KnnImputer(1).fit(numbers(1, 2, Double.NaN).addColumns(twice()));
        assertThatThrownBy(
                        () ->
                                imputer.apply(
                                        numbers(1e300, Double.NaN, 1)
                                                .addColumns(
                                                        DoubleColumn.create(
                                                                "z", Double.NaN, 1, 2))))
                .hasMessage(
                        "row 0 is further from the rows that KnnImputer has learnt from than a double can measure; look at its numbers, or leave it out");
        table.addColumns(DoubleColumn.create("z", small.length));
        IntStream.range(0, 20).forEach(row -> table.doubleColumn("z").set(row, row));
        assertThat(new Smote(5, 42).resample(table, "y").rowCount()).isEqualTo(24);
    }

    private static DoubleColumn twice() {
        return DoubleColumn.create("z", 2, 4, 6);
    }

    /** It has no unit. */
    @ParameterizedTest
    @ValueSource(doubles = {1e160, 1e-170})
    void inflationOfNumbersOfAnySize(double scale) {
        var other = DoubleColumn.create("z", 1, 5, 2, 2);
        double[] one = {1, 2, 5, 3};

        var expected = VarianceInflation.of(numbers(one).addColumns(other));
        var scaled = Arrays.stream(one).map(each -> each * scale).toArray();
        var found = VarianceInflation.of(numbers(scaled).addColumns(other.copy()));

        assertThat(found.doubleColumn("vif").get(0))
                .isEqualTo(expected.doubleColumn("vif").get(0), within(1e-9));
    }

    @Test
    void encodersWithoutRowsAreRefused() {
        var none = Table.create(StringColumn.create("city"));

        for (var step : List.of(new OneHotEncoder(), new OrdinalEncoder(), new CountEncoder())) {
            assertThatThrownBy(() -> step.fit(none))
                    .hasMessage("there are no rows; there is nothing to learn from");
        }
    }

    @Test
    void aConstantOfAnotherKindIsToldTheWay() {
        var table = numbers(1, Double.NaN);
        table.addColumns(BooleanColumn.create("b", true, false));

        assertThatThrownBy(() -> SimpleImputer.constant("7", "x").fit(table))
                .hasMessage(
                        "column 'x' holds numbers, and the text '7' fills none; write a number without quotes, as in SimpleImputer.constant(0, \"x\")");
        assertThatThrownBy(() -> SimpleImputer.constant("true", "b").fit(table))
                .hasMessage(
                        "column 'b' holds true and false, which no constant fills; fill it by SimpleImputer.Strategy.MOST_FREQUENT");
        assertThatThrownBy(() -> ColumnTransformer.of(List.of(), new StandardScaler()))
                .hasMessageStartingWith("there is no name of a column");
        assertThatThrownBy(() -> new VarianceThreshold().fit(numbers(1, 1)))
                .hasMessageStartingWith("all columns of numbers are constant");
    }
}
