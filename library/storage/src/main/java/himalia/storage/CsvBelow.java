package himalia.storage;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The values of a wide file, those of all columns below each other with their columns' places: DuckDB thinks long about
 * thousands of columns whatever it is asked of them, and so it is asked of two.
 */
final class CsvBelow {
    private static final String TABLE = "\"values below\"";

    private final int columns;

    /** Reads the file once; {@code rows} is what stands behind FROM. */
    CsvBelow(Queries queries, String rows, int columns) throws SQLException {
        this.columns = columns;
        var values =
                IntStream.range(0, columns).mapToObj(Csv::column).collect(Collectors.joining(", "));
        queries.run(
                "CREATE TEMP TABLE %s AS SELECT unnest([%s]) AS v, unnest(CAST(range(%s) AS INTEGER[])) AS place FROM %s"
                        .formatted(TABLE, values, columns, rows));
    }

    /** Returns the values of the first rows, as what stands behind FROM. */
    String first(int rows) {
        return "(FROM %s LIMIT %s)".formatted(TABLE, (long) rows * columns);
    }

    /** Returns the query that asks values, which are called {@code v}, of some columns; its first answer is the place. */
    String asking(String questions, List<Integer> places) {
        return "SELECT place, %s FROM %s WHERE place IN (SELECT unnest(%s)) GROUP BY 1"
                .formatted(questions, TABLE, places);
    }

    /** Returns the places of the columns in which one of some texts stands. */
    Set<Integer> holding(Queries queries, List<String> texts) throws SQLException {
        return queries.ask(
                "SELECT DISTINCT place FROM %s WHERE v IN (%s)"
                        .formatted(TABLE, CsvScan.list(texts)),
                answer -> {
                    var places = new HashSet<Integer>();
                    while (answer.next()) {
                        places.add(answer.getInt(1));
                    }
                    return places;
                });
    }
}
