package himalia.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import himalia.table.Tables;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;

class SimpleImputerTest {
    private static Table filled(SimpleImputer imputer, Table table) {
        return imputer.fit(table).apply(table);
    }

    @Test
    void aWholeNumberThatNoDoubleIsFillsNothing() {
        assertThatThrownBy(() -> SimpleImputer.constant(9_007_199_254_740_993L, "id"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "fill 9007199254740993 would be 9007199254740992 as a double: ");
        assertThat(SimpleImputer.constant(3, "id")).isEqualTo(SimpleImputer.constant(3.0, "id"));
    }

    @Test
    void theMeanLosesNothingToNumbersThatCancel() {
        var table = Table.create(DoubleColumn.create("x", 1e16, 1, -1e16, Double.NaN, 1, 4));

        assertThat(filled(new SimpleImputer(), table).doubleColumn("x").get(3)).isEqualTo(1.2);
    }

    /** Of more cells than a piece has, some of them missing, and of sums that no double holds. */
    @Test
    void theMeanOfAColumnIsTheExactOneInPieces() {
        var random = new Random(5);
        for (int rows : new int[] {8_192, 8_193, 50_000}) {
            var cells = random.doubles(rows, -1e3, 1e9).toArray();
            for (int i = 0; i < rows; i += 7) {
                cells[i] = Double.NaN;
            }
            var there = Arrays.stream(cells).filter(cell -> !Double.isNaN(cell)).toArray();
            double mean = Mean.of(there);
            assertThat(Mean.ofPresent(cells, rows)).isCloseTo(mean, within(2 * Math.ulp(mean)));
            Arrays.fill(cells, 1e308);
            assertThat(Mean.ofPresent(cells, rows)).isCloseTo(1e308, within(1e293));
            Arrays.fill(cells, 1);
            cells[rows - 1] = Double.NEGATIVE_INFINITY;
            assertThat(Mean.ofPresent(cells, rows)).isEqualTo(Double.NEGATIVE_INFINITY);
            Arrays.fill(cells, Double.NaN);
            assertThat(Mean.ofPresent(cells, rows)).isNaN();
        }
        assertThat(Mean.ofPresent(new double[] {2, 9}, 1)).isEqualTo(2);
    }

    @Test
    void theMeanOfAnyNumbersIsTheExactOneButForItsRounding() {
        var random = new Random(1);
        for (var size = 1; size < 200; size++) {
            var values = random.doubles(size, -1e3, 1e9).toArray();
            var sum =
                    Arrays.stream(values)
                            .mapToObj(BigDecimal::new)
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            var mean = sum.divide(BigDecimal.valueOf(size), MathContext.DECIMAL128).doubleValue();

            assertThat(Mean.of(values)).isCloseTo(mean, within(2 * Math.ulp(mean)));
        }
        assertThat(Mean.of(new double[] {1, Double.POSITIVE_INFINITY, 2})).isInfinite();
        assertThat(Mean.of(new double[0])).isNaN();
        assertThat(Mean.of(new double[] {1e308, 1.5e308, 1.7e308, -1e308, 1.2e308, 1e308, 1.3e308}))
                .as("(1 + 1.5 + 1.7 - 1 + 1.2 + 1 + 1.3) / 7, whose sum is no double")
                .isCloseTo(6.7 / 7 * 1e308, within(1e293));
    }

    @Test
    void ofEquallyFrequentValuesTheSmallestFills() {
        var frequent = new SimpleImputer(SimpleImputer.Strategy.MOST_FREQUENT);
        var table =
                Table.create(
                        DoubleColumn.create("x", 3, 2, Double.NaN, 3, 2, 9),
                        StringColumn.create("t", "b", "a", "", "b", "a", "c"),
                        BooleanColumn.create(
                                "f", new Boolean[] {true, false, null, true, false, true}));

        var filled = filled(frequent, table);

        assertThat(filled.doubleColumn("x").get(2)).isEqualTo(2);
        assertThat(filled.stringColumn("t").get(2)).isEqualTo("a");
        assertThat(filled.booleanColumn("f").get(2)).isTrue();
    }

    @Test
    void theTableThatIsFilledStaysAsItIs() {
        var table = Table.create(DoubleColumn.create("x", 1, Double.NaN, 3));

        filled(new SimpleImputer(), table);

        assertThat(table.doubleColumn("x").isMissing(1)).isTrue();
    }

    @Test
    void aTextThatReadsAsANumberIsFilledInAsItIsWritten() {
        var table = Table.create(StringColumn.create("version", "1.0", "2.0", "", "3.1"));

        var filled = filled(SimpleImputer.constant("2.0", "version"), table);

        assertThat(filled.stringColumn("version").get(2)).isEqualTo("2.0");
    }

    /** Of {@code 3} nobody knows whether the text is 3 or 3.0, and scikit-learn would put a number among the texts. */
    @Test
    void aNumberFillsNoTexts() {
        var table = Table.create(StringColumn.create("code", "1", "3", "", "3"));

        assertThatThrownBy(() -> SimpleImputer.constant("", "code"))
                .hasMessageStartingWith("fill is the empty text, which is a missing cell itself;");
        assertThatThrownBy(() -> SimpleImputer.constant(3, "code").fit(table))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "column 'code' holds texts, and the number 3 fills none; write a text in quotes, as in SimpleImputer.constant(\"3\", \"code\")");
        assertThat(filled(SimpleImputer.constant("3", "code"), table).stringColumn("code").asList())
                .containsExactly("1", "3", "3", "3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2.0", "'2.0'", "''2.0''", "'", "''", "'a'", "1.0E300", "1E300", "'2.0"})
    void aTextThatIsGivenIsThatText(String text) {
        var table = Table.create(StringColumn.create("t", "a", "", "b"));
        table.addColumns(DoubleColumn.create("x", 1, Double.NaN, 3));

        var filled = filled(SimpleImputer.constant(text), table);

        assertThat(filled.stringColumn("t").get(1)).isEqualTo(text);
        assertThat(filled.doubleColumn("x").isMissing(1)).isTrue();
        assertThatThrownBy(() -> SimpleImputer.constant(text, "x").fit(table))
                .hasMessageContaining("the text '" + text + "' fills none");
    }

    /** What is filled is of the column that it was missing in. */
    @Test
    void filledNumbersArePrintedAsTheColumnIs() {
        var share = DoubleColumn.create("share", 0.5, 0.25, Double.NaN);
        share.setPrintFormatter(NumberColumnFormatter.percent(0));
        var whole = IntColumn.create("whole", 1, 0, 1);
        whole.setPrintFormatter(NumberColumnFormatter.percent(0));
        var rows = Table.create(share, whole, DoubleColumn.create("z", 1, 2, 3));

        for (Step step :
                List.<Step>of(new KnnImputer(1), new IterativeImputer(), new SimpleImputer())) {
            var filled = step.fit(rows).apply(rows);
            assertThat(filled.getString(0, "share")).as("%s", step).isEqualTo("50%");
            assertThat(filled.getString(2, "share")).as("%s", step).matches("-?\\d+%");
            assertThat(filled.getString(0, "whole")).as("%s", step).isEqualTo("100%");
        }
        assertThat(Tables.fillMissing(rows, "share", 0.1).getString(2, "share")).isEqualTo("10%");
    }
}
