package himalia.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import himalia.model.UnfitCell;
import himalia.table.Tables;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.Table;

/** Numbers at the ends of what a double holds, of both signs, and none: expected are scikit-learn 1.9's where it has any. */
class ExtremeNumbersTest {
    private static Table of(double... values) {
        return Table.create(DoubleColumn.create("x", values));
    }

    private static double[] scaled(Step step, double... values) {
        return step.fit(of(values)).apply(of(values)).doubleColumn(0).asDoubleArray();
    }

    /** {@code MinMaxScaler().fit_transform([[0.3], [0.1 + 0.2]])} is 0 and 5.6e-17. */
    @Test
    void roundingIsNoWidth() {
        assertThat(scaled(new MinMaxScaler("x"), 0.3, 0.1 + 0.2)[1])
                .isEqualTo(5.551115123125783e-17);
        assertThat(scaled(new MaxAbsScaler("x"), 1e-16, 2e-16)).containsExactly(1e-16, 2e-16);
        assertThat(scaled(new RobustScaler("x"), 0.3, 0.1 + 0.2)[1]).isLessThan(1e-16);
    }

    @Test
    void quartilesFartherApartThanADoubleHoldsStillDivide() {
        var scaled = scaled(new RobustScaler("x"), -1.7e308, -1.6e308, 0, 1.6e308, 1.7e308);

        assertThat(scaled)
                .containsExactly(new double[] {-0.53125, -0.5, 0, 0.5, 0.53125}, within(1e-12));
    }

    @Test
    void binsAreEvenOverAllThatADoubleHolds() {
        var bins =
                new KBinsDiscretizer(
                        4,
                        KBinsDiscretizer.Strategy.UNIFORM,
                        KBinsDiscretizer.Encode.ORDINAL,
                        List.of("x"));

        assertThat(scaled(bins, -1e308, -4e307, 4e307, 1e308)).containsExactly(0, 1, 2, 3);
    }

    /** scikit-learn's are those of halves and of quarters. */
    @Test
    void quantilesFartherApartThanADoubleHoldsHaveSharesBetween() {
        var learnt = of(-1.7e308, 1.7e308);
        var asked = of(0, 1e308, -1.7e308, 1.7e308);
        var more = of(-1.7e308, -1e308, 0, 1.7e308);
        var uniform = QuantileTransformer.Output.UNIFORM;
        var normal = QuantileTransformer.Output.NORMAL;

        assertThat(shares(2, uniform, learnt, asked))
                .containsExactly(new double[] {0.5, 0.7941176470588236, 0, 1}, within(1e-12));
        assertThat(shares(2, normal, learnt, asked))
                .containsExactly(
                        new double[] {0, 0.8207920883323807, -5.199337582605575, 5.19933758270342},
                        within(1e-9));
        assertThat(shares(4, uniform, more, of(-1.5e308, -5e307, 1e307, 1e308)))
                .containsExactly(
                        new double[] {
                            0.09523809523809523, 0.5, 0.6862745098039216, 0.8627450980392157
                        },
                        within(1e-12));
    }

    private static double[] shares(
            int quantiles, QuantileTransformer.Output output, Table learnt, Table asked) {
        return new QuantileTransformer(quantiles, output)
                .fit(learnt)
                .apply(asked)
                .doubleColumn("x")
                .asDoubleArray();
    }

    /** 0 and -0 are one number: the share of 0 is between those of both ends of its run. */
    @Test
    void bothZerosAreOneQuantileAndOneValue() {
        assertThat(scaled(new QuantileTransformer("x"), -1, -0.0, 0.0, 1))
                .containsExactly(new double[] {0, 0.5, 0.5, 1}, within(1e-12));
        assertThat(Tables.valueCounts(DoubleColumn.create("x", -0.0, 0.0, 1)).rowCount())
                .isEqualTo(2);
    }

    /** scikit-learn: "The Box-Cox transformation can only be applied to strictly positive data". */
    @Test
    void numbersThatHaveNoPowerAreRefusedByTheFittedStepToo() {
        var fitted = new PowerTransformer(PowerTransformer.Method.BOX_COX, "x").fit(of(1, 2, 3, 4));

        assertThatThrownBy(() -> fitted.apply(of(1, 0, 2)))
                .isInstanceOf(UnfitCell.class)
                .hasMessage(
                        "column 'x' holds 0.0 in row 1, and Box and Cox take powers of numbers above 0; use PowerTransformer.Method.YEO_JOHNSON");
        assertThat(fitted.apply(of(1, Double.NaN)).doubleColumn(0).isMissing(1)).isTrue();
        assertThat(fitted.sql("t")).contains("<= 0 THEN error(");
    }

    @Test
    void aKeyThatNoDoubleHoldsIsNotAddedUp() {
        var keys = Table.create(LongColumn.create("key", 9_007_199_254_740_993L));
        var step = new HashingEncoder(8, "key");

        assertThatThrownBy(() -> step.fit(keys).apply(keys))
                .hasMessageContaining("9007199254740993");
        var infinite = of(1, Double.POSITIVE_INFINITY);
        assertThatThrownBy(() -> new HashingEncoder(8, "x").fit(infinite).apply(infinite))
                .hasMessageStartingWith("column 'x' is Infinity in row 1");
    }

    @Test
    void halfOfHugeNumbersIsTheirMedian() {
        var filled =
                new SimpleImputer(SimpleImputer.Strategy.MEDIAN, "x")
                        .fit(of(1.5e308, 1.6e308, Double.NaN))
                        .apply(of(Double.NaN));

        assertThat(filled.doubleColumn(0).getDouble(0)).isEqualTo(1.55e308);
    }

    @Test
    void settingsOfWhichNothingOrTwiceTheSameComesAreRefused() {
        assertThatThrownBy(
                        () ->
                                new SplineTransformer(
                                        2,
                                        0,
                                        SplineTransformer.Knots.UNIFORM,
                                        SplineTransformer.Extrapolation.CONSTANT,
                                        false,
                                        List.of("x")))
                .hasMessageStartingWith("without its bias");
        assertThatThrownBy(() -> new Lags("x", List.of(1, 1, 7), "day", List.of()))
                .hasMessage("lags names one twice, got [1, 1, 7]; name each once");
    }

    /** Skewed numbers far from 0 have few digits after their power, and enough. */
    @Test
    void powersOfSkewedColumnsFarFromZeroAreTaken() {
        var random = new Random(2);
        var x = DoubleColumn.create("x");
        for (int i = 0; i < 500; i++) {
            x.append(300 - 200 * Math.log(1 - random.nextDouble()));
        }
        var table = Table.create(x);
        var step = new PowerTransformer().fit(table);
        var made = step.apply(table).doubleColumn("x");

        assertThat(made.mean()).isCloseTo(0, within(1e-6));
        assertThat(Math.abs(made.skewness())).isLessThan(0.2);
    }

    /** Of pH or latitudes of a quarter the power eats the digits; scikit-learn gives what rounding has left. */
    @ParameterizedTest
    @CsvSource({"7.4, 1e-3", "50.123, 1e-4", "101325, 20", "293.15, 0.05"})
    void powersOfNarrowColumnsAreRefused(double middle, double deviation) {
        var random = new Random(2);
        var x = DoubleColumn.create("x");
        for (int i = 0; i < 500; i++) {
            x.append(middle + deviation * random.nextGaussian());
        }
        var table = Table.create(x);

        assertThatThrownBy(() -> new PowerTransformer().fit(table))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("column 'x' reaches from ")
                .hasMessageEndingWith(
                        "leaves no six digits of what its rows differ by; bring it to scale before, by new StandardScaler()");
        var scaled = new StandardScaler().fit(table).apply(table);
        assertThat(new PowerTransformer().fit(scaled).apply(scaled).rowCount()).isEqualTo(500);
    }
}
