package himalia.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;

class ColumnArraysTest {
    @Test
    void aColumnTakesItsArrayOver() {
        var numbers = new double[] {1.5, Double.NaN, -0.0};

        var column = ColumnArrays.reals("x", numbers);

        assertThat(column.name()).isEqualTo("x");
        assertThat(column.asDoubleArray()).isEqualTo(numbers);
        assertThat(column.isMissing(1)).isTrue();
        assertThat(ColumnArrays.of(column)).isSameAs(numbers);
    }

    @Test
    void aColumnOfAnArrayGrowsAndIsCopiedAsAnyOther() {
        var numbers = new double[] {1, 2};
        var column = ColumnArrays.reals("x", numbers);

        var copy = column.copy();
        copy.set(0, 9.0);
        column.append(3.0);

        assertThat(numbers).containsExactly(1, 2);
        assertThat(column.asDoubleArray()).containsExactly(1, 2, 3);
        assertThat(copy.asDoubleArray()).containsExactly(9, 2);
    }

    @Test
    void whatIsReadIsTheColumnsOwnUpToItsLastRow() {
        var column = DoubleColumn.create("x", 1, 2, 3);
        column.append(4.0);

        assertThat(ColumnArrays.of(column)).startsWith(1, 2, 3, 4);
        assertThat(ColumnArrays.of(column.where(column.isGreaterThan(2)))).startsWith(3, 4);
    }

    @Test
    void wholeNumbersToo() {
        assertThat(ColumnArrays.ints("n", new int[] {3, 4}).asIntArray()).containsExactly(3, 4);
        assertThat(ColumnArrays.longs("n", new long[] {1L << 60}).asLongArray())
                .containsExactly(1L << 60);
    }

    /** Who changes the format of one column does not mean the other. */
    @Test
    void aFormatOfWholeNumbersIsACopy() {
        var format = new DecimalFormat("0.00", DecimalFormatSymbols.getInstance(Locale.US));
        var source = IntColumn.create("x", 1, 2);
        source.setPrintFormatter(format, "");

        var made = ColumnArrays.printedAs(source, ColumnArrays.reals("x", new double[] {1.5, 2.5}));
        format.setMaximumFractionDigits(3);
        format.setMinimumFractionDigits(3);

        assertThat(source.getString(0)).isEqualTo("1.000");
        assertThat(made.getString(0)).isEqualTo("1.50");
    }

    @Test
    void otherNumbersAreCopied() {
        var whole = IntColumn.create("n", 3, 4);
        whole.appendMissing();

        assertThat(ColumnArrays.of(whole)).containsExactly(3, 4, Double.NaN);
    }

    @Test
    void noRowBehindTheLastIsRead() {
        var column = DoubleColumn.create("x", 1);
        column.append(2.0);

        assertThatThrownBy(() -> Matrices.rows(List.of(column), new int[] {1, 2}))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }
}
