package himalia.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import himalia.features.FeatureScores.By;
import himalia.features.OneHotEncoder.Unknown;
import himalia.features.SplineTransformer.Extrapolation;
import himalia.features.SplineTransformer.Knots;
import himalia.reference.ModelReference;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Values that repeat, that are constant, or that are not known; the numbers are scikit-learn's, 1.9. */
class BorderCasesTest {
    private static Table numbers(double... values) {
        return Table.create(DoubleColumn.create("x", values));
    }

    private static Table cities(String... values) {
        return Table.create(StringColumn.create("city", values));
    }

    private static double[] splines(Table learnt, double at) {
        var fitted =
                new SplineTransformer(5, 3, Knots.QUANTILE, Extrapolation.CONSTANT, true, List.of())
                        .fit(learnt);
        return fitted.apply(numbers(at)).columns().stream()
                .mapToDouble(column -> ((DoubleColumn) column).getDouble(0))
                .toArray();
    }

    @Test
    void anInterruptEndsTheSearchForComponents() {
        var rows = ModelReference.table("breast_cancer");
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> new Pca(2).fit(rows, "y"))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void splinesOfAColumnOfManyZerosAddToOneThere() {
        var zeros = numbers(0, 0, 0, 0, 1, 2, 3, 4, 5, 6);

        assertThat(splines(zeros, 0))
                .containsExactly(new double[] {0, 1, 0, 0, 0, 0, 0}, within(1e-12));
        assertThat(splines(zeros, -1))
                .containsExactly(new double[] {0, 1, 0, 0, 0, 0, 0}, within(1e-12));
        assertThat(splines(zeros, 1))
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
                        within(1e-12));
        assertThat(splines(numbers(0, 1, 2, 3, 3, 3, 3, 3, 4, 5), 3))
                .containsExactly(
                        new double[] {0, 0, 0, 0.7272727272727273, 0.2727272727272727, 0, 0},
                        within(1e-12));
    }

    @Test
    void aConstantColumnKeepsTheWidthOfTheRange() {
        var scaled = new MinMaxScaler(-1, 1).fit(numbers(5, 5)).apply(numbers(5, 7, 6));

        assertThat(scaled.doubleColumn("x").asDoubleArray()).containsExactly(-1, 3, 1);
    }

    /** What scikit-learn says of halves of them. */
    @Test
    void numbersFurtherApartThanADoubleHoldsAreBroughtToARangeToo() {
        var table = numbers(-1.5e308, 1.5e308, 0, 0.75e308);

        var scaled = new MinMaxScaler().fit(table).apply(table);

        assertThat(scaled.doubleColumn("x").asDoubleArray())
                .containsExactly(new double[] {0, 1, 0.5, 0.75}, within(1e-15));
    }

    @Test
    void powersAndSquaresThatNoDoubleHoldsAreRefused() {
        assertThatThrownBy(() -> new PowerTransformer().fit(numbers(-1.5e308, 1.5e308, 0, 1)))
                .hasMessage(
                        "column 'x' reaches from -1.5E308 to 1.5E308, and PowerTransformer takes powers of it, which are larger than a double holds; divide it before, or leave it out by naming the other columns");
        var holed = numbers(1e155, 3e155, Double.NaN, 2e155);
        holed.addColumns(DoubleColumn.create("z", 1, 2, 3, Double.NaN));
        assertThatThrownBy(() -> new IterativeImputer().fit(holed))
                .hasMessageStartingWith(
                        "column 'x' reaches from 1.0E155 to 3.0E155, and IterativeImputer takes columns up to 1.0E150 wide");
    }

    @Test
    void ofEqualScoresTheLastColumnsAreKept() {
        var table =
                Table.create(
                        DoubleColumn.create("a", 1, 2, 3, 4),
                        DoubleColumn.create("b", 1, 2, 3, 4),
                        DoubleColumn.create("c", 9, 1, 4, 3),
                        IntColumn.create("y", 0, 0, 1, 1));

        assertThat(new SelectKBest(By.F_CLASSIF, 1).fit(table, "y").apply(table).columnNames())
                .containsExactly("b", "y");
        assertThat(new SelectKBest(By.F_CLASSIF, 2).fit(table, "y").apply(table).columnNames())
                .containsExactly("a", "b", "y");
    }

    @Test
    void anUnknownLevelBecomesNoNumberThatALevelHas() {
        var learnt = cities("Oslo", "Rome", "");
        for (double used : new double[] {0, 1, 2}) {
            assertThatThrownBy(() -> ordinal(used).fit(learnt))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "unknownValue %s is what a level of column 'city' becomes, which has 0 to 2; take another, such as -1"
                                    .formatted(used));
        }
        for (double free : new double[] {-1, 3}) {
            assertThat(ordinal(free).fit(learnt).apply(cities("Bonn")).doubleColumn(0).get(0))
                    .isEqualTo(free);
        }
        var missing = ordinal(Double.NaN).fit(learnt);
        assertThat(missing.apply(cities("Bonn")).column(0).isMissing(0)).isTrue();
        assertThat(missing.sql("cities")).contains("ELSE NULL END");
    }

    private static OrdinalEncoder ordinal(double unknown) {
        return new OrdinalEncoder(
                OrdinalEncoder.Unknown.USE_ENCODED_VALUE, unknown, List.of("city"));
    }

    @Test
    void anEncoderThatIgnoresUnknownLevelsDoesSoWithRareOnesToo() {
        var learnt = cities("Oslo", "Oslo", "Rome", "Rome", "Bonn");
        var ignoring = new OneHotEncoder(Unknown.IGNORE, List.of("city")).minFrequency(2);

        assertThat(ignoring.unknown()).isEqualTo(Unknown.IGNORE);
        assertThat(ignoring.maxCategories(9).unknown()).isEqualTo(Unknown.IGNORE);
        var done = ignoring.fit(learnt).apply(cities("Paris", "Bonn"));
        assertThat(done.doubleColumn("city_infrequent").asDoubleArray()).containsExactly(0, 1);
    }

    @Test
    void aTextThatJavaReadsAsANumberFillsTextsAndNoNumbers() {
        var learnt = Table.create(StringColumn.create("class", "2a", "", "1d"));
        learnt.addColumns(DoubleColumn.create("n", new Double[] {1.0, null, 2.0}));

        var done = SimpleImputer.constant("1d").fit(learnt).apply(learnt);

        assertThat(done.stringColumn("class").asList()).containsExactly("2a", "1d", "1d");
        assertThat(done.column("n").isMissing(1)).isTrue();
        assertThat(SimpleImputer.constant(3).fit(learnt).apply(learnt).doubleColumn("n").get(1))
                .isEqualTo(3);
        for (double none : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> SimpleImputer.constant(none))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("fill must be a number that is finite, got " + none);
        }
    }

    /** What fills cells makes doubles of whole numbers; crossed before, they are whole. */
    @Test
    void aCrossOfFilledNumbersSaysToCrossBefore() {
        var number = IntColumn.create("i", 1, 0, 1);
        number.setMissing(1);
        var table = Table.create(StringColumn.create("k", "a", "b", "a"), number);
        var filled = new SimpleImputer("i").fit(table).apply(table);

        assertThatThrownBy(() -> new FeatureCrosses("k", "i").fit(filled))
                .hasMessage(
                        "column 'i' holds numbers, and FeatureCrosses takes texts, whole numbers and truths: cut others into ranges, or cross before the step that made fractions of whole numbers, as imputers and scalers do");
        assertThat(new FeatureCrosses("k", "i").fit(table).apply(table).column("k & i").asList())
                .isEqualTo(List.of("a & 1", "", "a & 1"));
    }

    @Test
    void crossesOfDifferentValuesAreDifferent() {
        var table =
                Table.create(
                        StringColumn.create("a", "x & y", "x", "x && y", "R&B"),
                        StringColumn.create("b", "z", "y & z", "z", "z"));

        var crossed =
                new FeatureCrosses(List.of("a", "b")).fit(table).apply(table).stringColumn("a & b");

        assertThat(crossed.asList())
                .containsExactly("x && y & z", "x & y && z", "x &&&& y & z", "R&&B & z");
    }
}
