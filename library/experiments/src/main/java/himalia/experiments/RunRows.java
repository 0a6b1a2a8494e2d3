package himalia.experiments;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.Table;

/** Runs as rows of the log's tables. */
final class RunRows {
    private RunRows() {}

    static Run insert(Connection connection, RunDraft draft, Instant now) throws SQLException {
        long id = insertRun(connection, draft.name(), now.toEpochMilli());
        insertTexts(connection, "params", id, draft.params());
        insertTexts(connection, "tags", id, draft.tags());
        insertPoints(connection, id, draft.points());
        var metrics = metrics(connection).getOrDefault(id, Map.of());
        return new Run(id, draft.name(), now, draft.params(), metrics, draft.tags());
    }

    static Table history(Connection connection, long id, String metric) throws SQLException {
        var steps = LongColumn.create("step");
        var values = DoubleColumn.create(metric);
        try (var query =
                connection.prepareStatement(
                        "select step, value from metrics where run = ? and name = ? order by step, rowid")) {
            query.setLong(1, id);
            query.setString(2, metric);
            var rows = query.executeQuery();
            while (rows.next()) {
                steps.append(rows.getLong(1));
                values.append(number(rows.getObject(2)));
            }
        }
        return Table.create(metric + " of run " + id, steps, values);
    }

    private static long insertRun(Connection connection, String name, long started)
            throws SQLException {
        try (var insert =
                connection.prepareStatement(
                        "insert into runs (name, started) values (?, ?) returning id")) {
            insert.setString(1, name);
            insert.setLong(2, started);
            var row = insert.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    private static void insertTexts(
            Connection connection, String table, long run, Map<String, String> texts)
            throws SQLException {
        try (var insert =
                connection.prepareStatement(
                        "insert into " + table + " (run, name, value) values (?, ?, ?)")) {
            for (var text : texts.entrySet()) {
                insert.setLong(1, run);
                insert.setString(2, text.getKey());
                insert.setString(3, text.getValue());
                insert.executeUpdate();
            }
        }
    }

    private static void insertPoints(Connection connection, long run, List<RunDraft.Point> points)
            throws SQLException {
        try (var insert =
                connection.prepareStatement(
                        "insert into metrics (run, name, step, value) values (?, ?, ?, ?)")) {
            for (var point : points) {
                insert.setLong(1, run);
                insert.setString(2, point.metric());
                insert.setLong(3, point.step());
                insert.setDouble(4, point.value());
                insert.executeUpdate();
            }
        }
    }

    static List<Run> read(Connection connection) throws SQLException {
        var params = texts(connection, "params");
        var tags = texts(connection, "tags");
        var metrics = metrics(connection);
        var runs = new ArrayList<Run>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select id, name, started from runs order by id desc")) {
            while (rows.next()) {
                long id = rows.getLong(1);
                runs.add(
                        new Run(
                                id,
                                rows.getString(2),
                                Instant.ofEpochMilli(rows.getLong(3)),
                                params.getOrDefault(id, Map.of()),
                                metrics.getOrDefault(id, Map.of()),
                                tags.getOrDefault(id, Map.of())));
            }
        }
        return runs;
    }

    private static Map<Long, Map<String, String>> texts(Connection connection, String table)
            throws SQLException {
        var texts = new LinkedHashMap<Long, Map<String, String>>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select run, name, value from " + table + " order by rowid")) {
            while (rows.next()) {
                texts.computeIfAbsent(rows.getLong(1), run -> new LinkedHashMap<>())
                        .put(rows.getString(2), rows.getString(3));
            }
        }
        return texts;
    }

    /** Returns the value of each metric's last step, in the order in which they were first recorded. */
    private static Map<Long, Map<String, Double>> metrics(Connection connection)
            throws SQLException {
        var metrics = new LinkedHashMap<Long, Map<String, Double>>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select run, name, value from (select run, name, value, min(rowid) over (partition by run, name) as first, row_number() over (partition by run, name order by step desc, rowid desc) as place from metrics) where place = 1 order by run, first")) {
            while (rows.next()) {
                metrics.computeIfAbsent(rows.getLong(1), run -> new LinkedHashMap<>())
                        .put(rows.getString(2), number(rows.getObject(3)));
            }
        }
        return metrics;
    }

    /** SQLite stores NaN as null. */
    private static double number(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
