package himalia.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;

/**
 * Times of 96 bits in Parquet files of Spark and others, to the nanosecond and in all years. DuckDB has times to the
 * microsecond, and those to the nanosecond of the years 1678 to 2261, to which it draws all others without a word.
 */
final class WideTimes {
    private static final String MICROS = "'timestamp'";
    private static final String NANOS = "'timestamp_ns'";

    private WideTimes() {}

    /** Returns as what DuckDB is to read those of a file, so that all are what they are. */
    static String as(Queries queries, Path file) throws IOException, SQLException {
        var name = CsvScan.quoted(file.toString());
        boolean isThere =
                queries.row(
                        "SELECT count(*) > 0 FROM parquet_schema(%s) WHERE type = 'INT96'"
                                .formatted(name),
                        is -> is.getBoolean(1));
        if (!isThere) {
            return MICROS;
        }
        var micros = scan(name, MICROS);
        var nanos = scan(name, NANOS);
        var coarse = Duck.types(queries, micros);
        var fine = Duck.types(queries, nanos);
        var names = new ArrayList<String>();
        var asked = new ArrayList<String>();
        fine.forEach(
                (column, type) -> {
                    var other = coarse.getOrDefault(column, type);
                    if (!type.equals(other)) {
                        names.add(column);
                        asked.add(asked(CsvScan.identifier(column), other, type));
                    }
                });
        return queries.row(
                "SELECT %s FROM %s micros POSITIONAL JOIN %s nanos"
                        .formatted(String.join(", ", asked), micros, nanos),
                found -> {
                    boolean areFar = false;
                    var exact = new ArrayList<String>();
                    for (int i = 0; i < names.size(); i++) {
                        areFar |= found.getBoolean(2 * i + 1);
                        if (found.getBoolean(2 * i + 2)) {
                            exact.add(names.get(i));
                        }
                    }
                    if (areFar && !exact.isEmpty()) {
                        throw new SQLException(
                                "column '%s' holds nanoseconds, and there are times before 1678 or past 2261, which are not read beside them: write the times as texts"
                                        .formatted(exact.get(0)));
                    }
                    return exact.isEmpty() ? MICROS : NANOS;
                });
    }

    private static String scan(String name, String type) {
        return "read_parquet(%s, hive_partitioning = false, int96_as = %s)".formatted(name, type);
    }

    /** Asks whether a column holds times which have no nanoseconds in DuckDB, and whether it holds others that need them. */
    private static String asked(String column, String micros, String nanos) {
        var widened = "TRY_CAST(micros.%s AS %s)".formatted(column, nanos);
        var isFar = "CAST(%s AS %s) IS DISTINCT FROM micros.%s".formatted(widened, micros, column);
        return "coalesce(bool_or(%1$s), false), coalesce(bool_or(NOT (%1$s) AND %2$s IS DISTINCT FROM nanos.%3$s), false)"
                .formatted(isFar, widened, column);
    }
}
