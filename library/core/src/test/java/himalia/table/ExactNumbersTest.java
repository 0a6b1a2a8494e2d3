package himalia.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.features.SimpleImputer;
import himalia.features.StandardScaler;
import himalia.model.NumericLabel;
import himalia.model.Schema;
import himalia.model.Target;
import himalia.sampling.Smote;
import java.math.BigDecimal;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Whole numbers that no double is reach nothing that computes with doubles. */
class ExactNumbersTest {
    private final Table keys =
            Table.create(
                    LongColumn.create("id", 1L << 53, (1L << 53) + 1, 3L, 4L),
                    StringColumn.create("y", "a", "a", "a", "b"));

    private static void refuses(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "column 'id' holds 9007199254740993 in row 1, which would be computed with as 9007199254740992: leave it out with table.rejectColumns(\"id\") if it is a key, or count it from some other value");
    }

    /** Of 17 digits a format writes zeros for the rest: (long) (double) 90071992547409931L is another number. */
    @Test
    void theNumberThatWouldBeComputedWithIsToldWithAllItsDigits() {
        for (long key : new long[] {90071992547409931L, -1234567890123456789L, Long.MAX_VALUE}) {
            var near = new BigDecimal((double) key).toPlainString();
            assertThatThrownBy(() -> Tables.doubles(LongColumn.create("x", new long[] {key})))
                    .hasMessageContaining("computed with as %s: leave", near);
        }
        assertThatThrownBy(
                        () ->
                                Tables.doubles(
                                        LongColumn.create("x", new long[] {90071992547409931L})))
                .hasMessageContaining("computed with as 90071992547409936: leave");
    }

    @Test
    void aKeyThatWouldBecomeAnotherIsRefusedEverywhere() {
        refuses(() -> new Smote(1, 42).resample(keys, "y"));
        refuses(() -> new SimpleImputer().fit(keys, "y"));
        refuses(() -> new StandardScaler().fit(keys, "y"));
        refuses(() -> NumericLabel.of(keys, "id"));
        refuses(() -> Schema.of(keys, new Target.Classes("y", List.of("a", "b"))).rows(keys));
        var small = keys.rows(0, 2, 3);
        assertThatThrownBy(() -> new SimpleImputer().fit(small, "y").apply(keys))
                .hasMessageContaining("9007199254740993");
        assertThatThrownBy(
                        () -> Tables.doubles(LongColumn.create("x", new long[] {Long.MAX_VALUE})))
                .hasMessageContaining("9223372036854775807");
        assertThat(Tables.doubles(LongColumn.create("x").append(1L << 60).appendMissing()))
                .containsExactly(0x1p60, Double.NaN);
    }

    @Test
    void infinityFillsNoCell() {
        var table =
                Table.create(
                        DoubleColumn.create("x", 1, Double.POSITIVE_INFINITY, Double.NaN),
                        StringColumn.create("y", "a", "b", "a"));
        assertThatThrownBy(() -> new SimpleImputer().fit(table, "y"))
                .hasMessage(
                        "column 'x' is infinite in row 1, and SimpleImputer takes finite numbers; replace it or drop the row");
    }
}
