package himalia.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.ShortColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;

/** Tables of chance are written as JSON and read again: every cell is what it was, or missing where JSON has no word for it. */
class TableJsonBackTest {
    private static final int TABLES = 2_000;

    private static final List<Function<String, Column<?>>> TYPES =
            List.of(
                    BooleanColumn::create,
                    ShortColumn::create,
                    IntColumn::create,
                    LongColumn::create,
                    FloatColumn::create,
                    DoubleColumn::create,
                    StringColumn::create,
                    DateColumn::create,
                    TimeColumn::create,
                    DateTimeColumn::create,
                    InstantColumn::create);

    private static final List<String> TEXTS =
            List.of(
                    "\"",
                    "\\",
                    "\\u0041",
                    "\u0000",
                    "\u001f",
                    "\u007f",
                    "\u2028",
                    "\n",
                    "\r\n",
                    "\t",
                    "é",
                    "😀",
                    "\uD83D",
                    "null",
                    "true",
                    "1",
                    "NaN",
                    "{",
                    "}",
                    "[1,2]",
                    "</script>",
                    "'",
                    " ",
                    ",",
                    ":",
                    "\uFEFF");

    private static final double[] REALS = {
        0,
        -0.0,
        0.1,
        1e300,
        -2.5e-9,
        4.9e-324,
        Double.MAX_VALUE,
        3,
        1e15,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
    };

    private static String text(Random chance) {
        var text = new StringBuilder("t");
        for (int i = chance.nextInt(5); i > 0; i--) {
            text.append(TEXTS.get(chance.nextInt(TEXTS.size())));
        }
        return text.toString();
    }

    private static LocalDate day(Random chance) {
        return LocalDate.of(
                chance.nextInt(2 * Short.MAX_VALUE) - Short.MAX_VALUE,
                1 + chance.nextInt(12),
                1 + chance.nextInt(28));
    }

    private static LocalTime time(Random chance) {
        long millis = chance.nextInt(86_400_000);
        return LocalTime.ofNanoOfDay(
                1_000_000 * (chance.nextBoolean() ? millis : millis / 60_000 * 60_000));
    }

    private static Object value(Column<?> column, Random chance) {
        boolean isOdd = chance.nextInt(4) == 0;
        double real = isOdd ? REALS[chance.nextInt(REALS.length)] : chance.nextGaussian() * 1e3;
        return switch (column.type().name()) {
            case "BOOLEAN" -> chance.nextBoolean();
            case "SHORT" -> (short) chance.nextInt(Short.MAX_VALUE);
            case "INTEGER" -> isOdd ? Integer.MAX_VALUE : chance.nextInt();
            case "LONG" -> isOdd ? Long.MAX_VALUE : chance.nextLong();
            case "FLOAT" -> (float) real;
            case "DOUBLE" -> real;
            case "LOCAL_DATE" -> day(chance);
            case "LOCAL_TIME" -> time(chance);
            case "LOCAL_DATE_TIME" -> LocalDateTime.of(day(chance), time(chance));
            case "INSTANT" -> LocalDateTime.of(day(chance), time(chance)).toInstant(ZoneOffset.UTC);
            default -> text(chance);
        };
    }

    private static Table table(Random chance) {
        var names = new ColumnNames(List.of());
        var columns = new ArrayList<Column<?>>();
        int rows = 1 + chance.nextInt(6);
        for (int i = 1 + chance.nextInt(4); i > 0; i--) {
            var column =
                    TYPES.get(chance.nextInt(TYPES.size())).apply(names.add(text(chance) + "."));
            for (int row = 0; row < rows; row++) {
                if (chance.nextInt(4) == 0) {
                    column.appendMissing();
                } else {
                    column.appendObj(value(column, chance));
                }
            }
            columns.add(column);
        }
        return Table.create("t", columns);
    }

    /** What is expected of a cell: numbers have one form, whatever their type. */
    private static String expected(Column<?> column, int row) {
        if (Tables.isMissing(column, row)) {
            return "missing";
        }
        var value = column.get(row);
        if (value instanceof Double || value instanceof Float) {
            double real = Double.parseDouble(value.toString());
            return Double.isFinite(real) ? "number " + real : "missing";
        }
        return value instanceof Number number
                ? "number " + number.longValue()
                : value.getClass().getSimpleName() + " " + value;
    }

    @Test
    void everyCellComesBack() {
        for (int seed = 0; seed < TABLES; seed++) {
            var table = table(new Random(seed));
            var json = Tables.json(table);
            var back = Tables.fromJson(json);
            assertThat(back.columnNames()).as(json).isEqualTo(table.columnNames());
            for (int i = 0; i < table.columnCount(); i++) {
                for (int row = 0; row < table.rowCount(); row++) {
                    assertThat(expected(back.column(i), row))
                            .as("seed %d, column %d, row %d of %s", seed, i, row, json)
                            .isEqualTo(expected(table.column(i), row));
                }
            }
        }
    }
}
