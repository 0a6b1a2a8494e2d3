package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.features.CyclicEncoder;
import himalia.features.KBinsDiscretizer;
import himalia.features.Normalizer;
import himalia.features.Onnx;
import himalia.features.Pca;
import himalia.features.PolynomialFeatures;
import himalia.features.PowerTransformer;
import himalia.features.QuantileTransformer;
import himalia.features.SplineTransformer;
import himalia.features.StandardScaler;
import himalia.onnx.OnnxAnswers;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** Small and large numbers become the same in Java, DuckDB and ONNX Runtime. */
class NumbersOfAnySizeWrittenTest {
    private static Table numbers(double scale) {
        var values =
                IntStream.range(0, 50).mapToDouble(i -> (-Math.log((i + 0.5) / 50) - 0.5) * scale);
        return Table.create("homes", DoubleColumn.create("x", values));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1e-8, 1e-16, 1e-100})
    void smallNumbers(double scale) throws Exception {
        var table = numbers(scale);

        WrittenSteps.assertSame(new PowerTransformer().fit(table), table);
        WrittenSteps.assertSame(new SplineTransformer().fit(table), table);
        WrittenSteps.assertSame(
                new SplineTransformer(
                                4,
                                3,
                                SplineTransformer.Knots.QUANTILE,
                                SplineTransformer.Extrapolation.LINEAR,
                                true,
                                List.of())
                        .fit(table),
                numbers(2 * scale));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1e-170, 1e-300})
    void shortRows(double scale) throws Exception {
        var table = Table.create("homes", DoubleColumn.create("x", 3 * scale, 0, -scale));
        table.addColumns(DoubleColumn.create("z", 4 * scale, 0, scale));

        WrittenSteps.assertSame(new Normalizer().fit(table), table);
    }

    /** Where Java refuses a product that no double is, so do the others. */
    @Test
    void productsThatAreTooLargeEndTheRun() throws Exception {
        var fitted = new PolynomialFeatures(2).fit(numbers(1));
        WrittenSteps.assertSame(fitted, numbers(1));
        var large = Table.create("homes", DoubleColumn.create("x", 1, 1e200));

        assertThatThrownBy(() -> fitted.apply(large))
                .hasMessageContaining("'x^2' is larger than a double holds");
        assertThatThrownBy(() -> WrittenSteps.ask(large, fitted.sql("homes")))
                .hasMessageContaining("'x^2' is larger than a double holds");
        assertThatThrownBy(() -> OnnxAnswers.of(Onnx.bytes(fitted), large))
                .hasMessageContaining("'x^2' is larger than a double holds");
    }

    /** Where Java refuses a missing cell, so do the others. */
    @ParameterizedTest
    @EnumSource
    void missingCellsEndTheRun(KBinsDiscretizer.Encode encode) throws Exception {
        var table = numbers(1);
        var bins = new KBinsDiscretizer(4, KBinsDiscretizer.Strategy.UNIFORM, encode, List.of("x"));
        for (var step : List.of(bins, new Pca(1))) {
            var fitted = step.fit(table);
            WrittenSteps.assertSame(fitted, table);
            var holed = Table.create("homes", DoubleColumn.create("x", 1, Double.NaN));

            assertThatThrownBy(() -> WrittenSteps.ask(holed, fitted.sql("homes")))
                    .hasMessageContaining(
                            step.name() + " takes no missing cells, and column 'x' has one");
            assertThatThrownBy(() -> OnnxAnswers.of(Onnx.bytes(fitted), holed))
                    .hasMessageContaining(step.name() + " takes no missing cells");
        }
    }

    @ParameterizedTest
    @EnumSource
    void sharesOfNumbersFarApart(QuantileTransformer.Output output) throws Exception {
        var table = Table.create("homes", DoubleColumn.create("x", -1.7e308, 1, 2, 1.7e308));
        var asked = DoubleColumn.create("x", -1e308, 0, 1, 1.5, 2, 1e308, 1.7e308, Double.NaN);
        var fitted = new QuantileTransformer(3, output).fit(table);

        WrittenSteps.assertSame(fitted, Table.create("homes", asked));
        var two = new QuantileTransformer(2, output).fit(table);
        WrittenSteps.assertSame(two, Table.create("homes", asked));
    }

    /** Knots of a skewed column meet, the first spline and the last have fewer stretches, and a cell is missing. */
    @ParameterizedTest
    @EnumSource
    void splinesOfEachStretch(SplineTransformer.Extrapolation extrapolation) throws Exception {
        var table = Table.create("homes", DoubleColumn.create("x", 0, 0, 0, 0, 1, 2, 3, 4, 5, 6));
        var asked = DoubleColumn.create("x", -1, 0, 0.5, 1, 2.5, 4, 5.9, 6, 7, Double.NaN);
        for (var knotsAt : SplineTransformer.Knots.values()) {
            for (int degree = 0; degree < 4; degree++) {
                boolean includeBias = degree % 2 == 0;
                var step =
                        new SplineTransformer(
                                6, degree, knotsAt, extrapolation, includeBias, List.of("x"));

                WrittenSteps.assertSame(step.fit(table), Table.create("homes", asked));
            }
        }
    }

    @Test
    void splinesBeyondAQueryAreCounted() throws Exception {
        var table = numbers(1);
        var fitted =
                new SplineTransformer(
                                1_000,
                                3,
                                SplineTransformer.Knots.UNIFORM,
                                SplineTransformer.Extrapolation.CONSTANT,
                                true,
                                List.of("x"))
                        .fit(table);

        assertThatThrownBy(() -> fitted.sql("homes"))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage(
                        "SplineTransformer has learnt 1002 splines of column 'x', and its query in SQL would hold all of their 16,032 numbers, where up to 5,000 are sane; take fewer knots, or write it as ONNX, Onnx.write(step, file)");
        assertThat(Onnx.bytes(fitted)).hasSizeLessThan(500_000);
        WrittenSteps.assertSameByOnnx(fitted, table, fitted.apply(table));
    }

    @Test
    void numbersOfManyRounds() throws Exception {
        var table = Table.create("homes", DoubleColumn.create("x", 5, -3.25, 1e15 + 5, 1e17 + 48));

        WrittenSteps.assertSame(new CyclicEncoder(24, "x").fit(table), table);
    }

    /** The charge of an electron in coulombs. */
    @Test
    void deviationsOfAnySizeDivide() throws Exception {
        var table =
                Table.create("homes", DoubleColumn.create("x", 1.6e-19, 3.2e-19, 4.8e-19, 8e-19));

        WrittenSteps.assertSame(new StandardScaler("x").fit(table), table);
        assertThat(new StandardScaler("x").fit(table).apply(table).doubleColumn("x").max())
                .isGreaterThan(1);
    }
}
