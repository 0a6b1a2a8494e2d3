package himalia.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.sampling.augmentation.AddNoise;
import himalia.sampling.augmentation.MixUp;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class NewTableTest {
    private static final DecimalFormatSymbols US = DecimalFormatSymbols.getInstance(Locale.US);

    private final Table table =
            Table.create(
                    "points",
                    DoubleColumn.create("x", 0, 10, 20, 100, 110, 200, 210),
                    StringColumn.create("class", "a", "a", "a", "b", "b", "c", "c"));

    @Test
    void aMadeRowKeepsItsLabelWhereOneBeforeItIsDropped() {
        var examples = Examples.of(table, "class", "test");
        var draft = examples.draft();
        int first = draft.make(3, 4, 0.5);
        draft.make(3, 4, 0.25);
        draft.make(5, 6, 0.5);
        draft.remove(first, Draft.NONE);

        var made = examples.grown(draft).table();

        assertThat(made.doubleColumn("x").asList())
                .containsExactly(0.0, 10.0, 20.0, 100.0, 110.0, 200.0, 210.0, 102.5, 205.0);
        assertThat(made.stringColumn("class").asList())
                .containsExactly("a", "a", "a", "b", "b", "c", "c", "b", "c");
    }

    @Test
    void theGivenColumnsStayAsTheyAre() {
        var examples = Examples.of(table, "class", "test");
        var draft = examples.draft();
        draft.make(3, 4, 0.5);

        examples.grown(draft);

        assertThat(table.rowCount()).isEqualTo(7);
        assertThat(table.column("class").size()).isEqualTo(7);
    }

    @Test
    void rowsMadeOneByOneTakeRoomTogether() {
        var draft = new Draft(2);

        for (int row = 0; row < 300_000; row++) {
            draft.room(1);
            draft.make(0, 1, 0.5);
        }

        assertThat(draft.entries()).isEqualTo(300_002);
        assertThat(draft.at(300_001)).isEqualTo(0.5);
    }

    @Test
    void numbersArePrintedAsThoseThatTheyWereMadeOf() {
        var price = DoubleColumn.create("price", 1.26, 2.55, 4.03, 8.81, 1.1, 1.2);
        var count = IntColumn.create("count", 1, 2, 3, 4, 5, 6);
        var paid = IntColumn.create("paid", 1, 2, 3, 4, 5, 6);
        var weight = FloatColumn.create("weight", new float[] {1, 2, 3, 4, 5, 6});
        price.setPrintFormatter(new DecimalFormat("0.0", US), "-");
        count.setPrintFormatter(new DecimalFormat("#,##0", US), "-");
        paid.setPrintFormatter(new DecimalFormat("0.00 EUR", US), "-");
        weight.setPrintFormatter(new DecimalFormat("0.0 kg", US), "none");
        var y = StringColumn.create("y", "p", "p", "n", "n", "n", "n");
        var table = Table.create("sales", price, count, paid, weight, y);

        for (var sampler :
                List.<Sampler>of(
                        new Smote(1, 42), new ClusterCentroids(42), new AddNoise(0.1, 1, 42))) {
            var made = sampler.resample(table, "y");
            for (int row = 0; row < made.rowCount(); row++) {
                assertThat(made.getString(row, "price")).as("%s", sampler).matches("\\d\\.\\d");
                assertThat(made.getString(row, "paid")).matches("\\d\\.\\d\\d EUR");
                assertThat(made.getString(row, "weight")).matches("\\d\\.\\d kg");
            }
        }
        var smote = new Smote(1, 42).resample(table, "y");
        // Whole numbers have fractions by now, which their format would hide.
        assertThat(smote.getString(smote.rowCount() - 1, "count")).contains(".");
        var mixed = new MixUp(0.2, 42).mix(table, "y", 3);
        assertThat(mixed.getString(0, "price")).matches("\\d\\.\\d");
        var share = IntColumn.create("share", 0, 1, 0, 1, 1, 0);
        share.setPrintFormatter(new DecimalFormat("0 %", US), "-");
        table.addColumns(share);
        for (var sampler : List.<Sampler>of(new Smote(1, 42), new AddNoise(0.1, 1, 42))) {
            var made = sampler.resample(table, "y");
            assertThat(made.getString(made.rowCount() - 1, "share")).matches("-?\\d+ %");
        }
        // A formatter knows its column's type, so that of floats stays theirs.
        assertThat(FloatColumn.create("w", Float.NaN).getString(0)).isEmpty();
        weight.appendMissing();
        assertThat(weight.getString(6)).isEqualTo("none");
    }
}
