package himalia.table;

import static himalia.reference.ModelReference.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class RowFingerprintsTest {
    @Test
    void rowsAreKnownAgainInAnyOrderOfRowsAndColumns() {
        var table = table("wine");
        var seen = RowFingerprints.of(table.rows(IntStream.range(0, 100).toArray()));
        var turned = Table.create("turned");
        var names = table.columnNames();
        Collections.reverse(names);
        names.forEach(name -> turned.addColumns(table.column(name).copy()));
        var backwards =
                turned.sortDescendingOn("y")
                        .addColumns(IntColumn.indexColumn("i", table.rowCount(), 0));

        assertThat(seen.rows()).isEqualTo(100);
        assertThat(seen.countIn(backwards)).isEqualTo(100);
        assertThat(seen.in(table)).isEqualTo(firstHundred(table.rowCount()));
    }

    private static boolean[] firstHundred(int rows) {
        var first = new boolean[rows];
        Arrays.fill(first, 0, 100, true);
        return first;
    }

    @Test
    void aRowThatDiffersInOneCellIsAnother() {
        var table =
                Table.create(
                        DoubleColumn.create("x", 1.5, 2),
                        StringColumn.create("s", "ab", "ba"),
                        DateColumn.create("d", LocalDate.of(2024, 5, 1), LocalDate.of(2024, 5, 2)));
        var seen = RowFingerprints.of(table);
        var number = table.copy();
        number.doubleColumn("x").set(0, 1.5000001);
        var text = table.copy();
        text.stringColumn("s").set(1, "ab");
        var date = table.copy();
        date.dateColumn("d").set(0, LocalDate.of(2024, 5, 3));
        var missing = table.copy();
        missing.doubleColumn("x").setMissing(1);

        assertThat(seen.in(number)).containsExactly(false, true);
        assertThat(seen.in(text)).containsExactly(true, false);
        assertThat(seen.in(date)).containsExactly(false, true);
        assertThat(seen.in(missing)).containsExactly(true, false);
        // Values that change places between two columns make another row.
        var swapped =
                RowFingerprints.of(
                        Table.create(
                                IntColumn.create("a", new int[] {1}),
                                IntColumn.create("b", new int[] {2})));
        assertThat(
                        swapped.countIn(
                                Table.create(
                                        IntColumn.create("a", new int[] {2}),
                                        IntColumn.create("b", new int[] {1}))))
                .isZero();
    }

    @Test
    void equalNumbersAreEqualWhateverTheColumn() {
        var seen = RowFingerprints.of(Table.create(IntColumn.create("n", 7, 8)));

        assertThat(seen.in(Table.create(DoubleColumn.create("n", 7, 9))))
                .containsExactly(true, false);
        assertThat(seen.in(Table.create(LongColumn.create("n", 8L)))).containsExactly(true);
        // Two longs that are one as a double.
        var far = RowFingerprints.of(Table.create(LongColumn.create("n", (1L << 53) + 1)));
        assertThat(far.countIn(Table.create(LongColumn.create("n", 1L << 53)))).isZero();
    }

    @Test
    void aMillionDifferentRowsHaveAMillionFingerprints() {
        var numbers = IntColumn.create("n", IntStream.range(0, 1_000_000).toArray());
        var halves =
                DoubleColumn.create(
                        "h",
                        IntStream.range(0, 1_000_000).mapToDouble(i -> i % 1000 / 2.0).toArray());

        assertThat(RowFingerprints.of(Table.create(numbers, halves)).hashes()).hasSize(1_000_000);
    }

    @Test
    void whereNobodyKnowsWhichRowsWereSeenNoneIsCalledUnseen() {
        var table = Table.create(IntColumn.create("age", new int[] {7}));

        assertThat(RowFingerprints.of(table).areKnown()).isTrue();
        assertThat(RowFingerprints.UNKNOWN.areKnown()).isFalse();
        assertThat(RowFingerprints.UNKNOWN).hasToString("unknown rows");
        assertThatThrownBy(() -> RowFingerprints.UNKNOWN.countIn(table))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "nobody knows which rows were seen; a model or step of your own tells it by returning Provenance.of(table) from provenance()");
    }

    @Test
    void aTableWithoutOneOfTheColumnsCannotBeAsked() {
        var seen = RowFingerprints.of(Table.create(IntColumn.create("age", new int[] {7})));

        assertThatThrownBy(() -> seen.in(Table.create(IntColumn.create("agee", new int[] {7}))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no column 'age'");
    }

    /** As java.lang.Float writes them, numpy, DuckDB and pandas: 0.1, which is not the double that the float 0.1 is. */
    @Test
    void floatsAreKnownAgainByTheirText() {
        var random = Seeds.random(4);
        var floats = FloatColumn.create("f", new float[] {0.1f, -2.5f, 1e-7f, 16_777_216f});
        for (int i = 0; i < 20_000; i++) {
            floats.append((float) (random.nextGaussian() * Math.pow(10, i % 7 - 3)));
        }
        var read =
                DoubleColumn.create(
                        "f", floats.asList().stream().mapToDouble(each -> fewest(each)).toArray());
        var seen = RowFingerprints.of(Table.create(floats));

        assertThat(read.get(0)).isEqualTo(0.1);
        assertThat(seen.countIn(Table.create(read))).isEqualTo(floats.size());
        assertThat(seen.countIn(Table.create(floats.asDoubleColumn().setName("f"))))
                .isEqualTo(floats.size());
        assertThat(RowFingerprints.of(Table.create(read)).countIn(Table.create(floats)))
                .isEqualTo(floats.size());
        assertThat(seen.countIn(Table.create(read.add(1e-9).setName("f")))).isLessThan(40);
    }

    private static double fewest(float number) {
        var exact = new BigDecimal(number);
        return IntStream.rangeClosed(1, 9)
                .mapToObj(digits -> exact.round(new MathContext(digits)))
                .filter(text -> text.floatValue() == number)
                .findFirst()
                .orElseThrow()
                .doubleValue();
    }
}
