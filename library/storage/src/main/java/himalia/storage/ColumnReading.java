package himalia.storage;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One way to read the texts of a CSV column, in SQL. It is taken only where every value is written as its type is.
 *
 * @param type DuckDB's name of the type
 * @param fits from a text to whether it is written so
 * @param value from a text to its value
 * @param shown from a text to whether it shows that no other reading is meant; where this is needed, one text must
 * @param isOfFile whether only the file's other rows tell what a text means, so that it may mean something else elsewhere
 */
record ColumnReading(
        String type,
        UnaryOperator<String> fits,
        UnaryOperator<String> value,
        Optional<UnaryOperator<String>> shown,
        boolean isOfFile) {
    /** As it is written. */
    static final ColumnReading TEXT = of("VARCHAR", text -> "true", UnaryOperator.identity());

    /** There is nothing but missing values; its values tell no type. */
    static final ColumnReading EMPTY = of("VARCHAR", text -> "false", UnaryOperator.identity());

    static ColumnReading of(String type, UnaryOperator<String> fits, UnaryOperator<String> value) {
        return new ColumnReading(type, fits, value, Optional.empty(), false);
    }

    /** A type that DuckDB casts to, where the text has a form. */
    static ColumnReading cast(String type, String form) {
        return of(
                type,
                text -> matches(text, form) + " AND " + castable(text, type),
                text -> "CAST(%s AS %s)".formatted(text, type));
    }

    static String matches(String text, String form) {
        return "regexp_full_match(" + text + ", " + CsvScan.quoted("\\s*(" + form + ")\\s*") + ")";
    }

    static String castable(String text, String type) {
        return "TRY_CAST(%s AS %s) IS NOT NULL".formatted(text, type);
    }

    /** Returns the same, which is taken only where a text shows it. */
    ColumnReading where(UnaryOperator<String> shown) {
        return new ColumnReading(type, fits, value, Optional.of(shown), isOfFile);
    }

    /** Returns the same, which only the file's other rows tell. */
    ColumnReading ofFile() {
        return new ColumnReading(type, fits, value, shown, true);
    }

    boolean isText() {
        return "VARCHAR".equals(type);
    }
}
