package himalia.storage;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/** Columns that stand in the names of folders, {@code year=2024}, as Hive, Spark, pyarrow and DuckDB write them. */
final class PartitionKeys {
    private static final String MISSING = "__HIVE_DEFAULT_PARTITION__";

    private PartitionKeys() {}

    /** Reads a folder's name; one without an equals sign says nothing. */
    static void read(String folder, Map<String, String> into) {
        int equals = folder.indexOf('=');
        if (equals > 0) {
            var value =
                    URLDecoder.decode(
                            folder.substring(equals + 1).replace("+", "%2B"),
                            StandardCharsets.UTF_8);
            into.put(folder.substring(0, equals), value.equals(MISSING) ? "" : value);
        }
    }

    /** Returns texts as whole numbers or dates where all are: {@code 01067} is a text. */
    static Column<?> typed(StringColumn texts) {
        if (all(texts, text -> text.matches("0|-?[1-9]\\d{0,8}"))) {
            var numbers = IntColumn.create(texts.name());
            texts.forEach(text -> append(numbers, text.isEmpty() ? null : Integer.valueOf(text)));
            return numbers;
        }
        if (all(texts, PartitionKeys::isDate)) {
            var dates = DateColumn.create(texts.name());
            texts.forEach(text -> append(dates, text.isEmpty() ? null : LocalDate.parse(text)));
            return dates;
        }
        return texts;
    }

    /** Returns a value as SQL has it. */
    static String literal(Column<?> typed, int row) {
        if (typed.isMissing(row)) {
            return "NULL";
        }
        return typed instanceof IntColumn
                ? typed.getString(row)
                : (typed instanceof DateColumn ? "DATE " : "")
                        + CsvScan.quoted(String.valueOf(typed.get(row)));
    }

    private static boolean isDate(String text) {
        try {
            return text.matches("\\d{4}-\\d\\d-\\d\\d") && LocalDate.parse(text) != null;
        } catch (DateTimeParseException none) {
            return false;
        }
    }

    private static void append(Column<?> column, @Nullable Object value) {
        if (value == null) {
            column.appendMissing();
        } else {
            column.appendObj(value);
        }
    }

    private static boolean all(StringColumn texts, Predicate<String> form) {
        boolean any = false;
        for (var text : texts) {
            if (!text.isEmpty()) {
                if (!form.test(text)) {
                    return false;
                }
                any = true;
            }
        }
        return any;
    }
}
