package himalia.storage;

import static himalia.storage.WrittenSteps.ask;
import static himalia.storage.WrittenSteps.assertEqual;
import static org.assertj.core.api.Assertions.assertThat;

import himalia.features.FeatureCrosses;
import himalia.features.Onnx;
import himalia.onnx.OnnxAnswers;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A whole number is one category, whatever type its column has: pandas has doubles where a cell is missing. */
class CrossedNumbersTest {
    private static final long[] WHOLE = {1, -2, 0, 16_777_216, 9_007_199_254_740_992L, 3};

    private static StringColumn texts() {
        return StringColumn.create("s", "u", "v", "u", "v", "u", "");
    }

    private static Table longs() {
        return Table.create("homes", LongColumn.create("k", WHOLE), texts());
    }

    @Test
    void wholeNumbersInDoublesFloatsAndDecimalsAreTheSameCategories() throws Exception {
        var cross = new FeatureCrosses("k", "s").fit(longs());
        var done = cross.apply(longs());
        assertThat(done.stringColumn("k & s").asList())
                .containsExactly(
                        "1 & u", "-2 & v", "0 & u", "16777216 & v", "9007199254740992 & u", "");
        for (var column : List.of(doubles(), floats())) {
            var rows = Table.create("homes", column, texts());
            assertEqual(ask(rows, cross.sql("homes")), cross.apply(rows), cross.sql("homes"));
            assertThat(cross.apply(rows).stringColumn("k & s").asList())
                    .isEqualTo(done.stringColumn("k & s").asList());
            assertThat(asked(rows, cross.sql("homes")))
                    .isEqualTo(done.stringColumn("k & s").asList());
        }
        for (var type : List.of("DECIMAL(20,2)", "HUGEINT", "DOUBLE", "BIGINT")) {
            var from = "(SELECT CAST(k AS %s) AS k, s FROM homes)".formatted(type);
            assertThat(asked(longs(), cross.sql(from)))
                    .isEqualTo(done.stringColumn("k & s").asList());
        }
    }

    private static List<String> asked(Table rows, String sql) {
        return ask(rows, sql).stringColumn("k & s").asList();
    }

    private static DoubleColumn doubles() {
        var doubles = DoubleColumn.create("k");
        for (long number : WHOLE) {
            doubles.append(number == 0 ? -0.0 : number);
        }
        return doubles;
    }

    private static FloatColumn floats() {
        var floats = FloatColumn.create("k");
        for (long number : WHOLE) {
            floats.append(number);
        }
        return floats;
    }

    @Test
    void aFractionIsNoWholeNumberAndAMissingOneNone() throws Exception {
        var cross = new FeatureCrosses("k", "s").fit(longs());
        var k = DoubleColumn.create("k", 1.5, Double.NaN, 1, -2.25, 3, 3);
        var rows = Table.create("homes", k, texts());
        var expected = List.of("1.5 & u", "", "1 & u", "-2.25 & v", "3 & u", "");
        assertThat(cross.apply(rows).stringColumn("k & s").asList()).isEqualTo(expected);
        assertThat(asked(rows, cross.sql("homes"))).isEqualTo(expected);
        var texts = OnnxAnswers.of(Onnx.bytes(cross), rows).texts("out:k & s");
        for (int row = 0; row < expected.size(); row++) {
            assertThat(texts[row][0]).isEqualTo(expected.get(row));
        }
    }
}
