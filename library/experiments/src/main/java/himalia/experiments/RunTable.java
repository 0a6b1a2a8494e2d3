package himalia.experiments;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Lays runs out as rows. */
final class RunTable {
    private RunTable() {}

    /** Times are those of UTC, so that the same log looks the same everywhere. */
    static Table of(List<Run> runs) {
        var ids = LongColumn.create("run");
        var names = StringColumn.create("name");
        var started = DateTimeColumn.create("started");
        for (var run : runs) {
            ids.append(run.id());
            names.append(run.name());
            started.append(second(run.started()));
        }
        var table = Table.create("runs", ids, names, started);
        for (var metric : keys(runs, Run::metrics)) {
            var column = DoubleColumn.create(free(table, metric, "metric"));
            for (var run : runs) {
                var value = run.metrics().get(metric);
                if (value == null) {
                    column.appendMissing();
                } else {
                    column.append(value);
                }
            }
            table.addColumns(column);
        }
        addTexts(table, runs, Run::params, "param");
        addTexts(table, runs, Run::tags, "tag");
        return table;
    }

    /** Whole seconds are enough for a reader; the order is told by the run's number. */
    private static LocalDateTime second(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
    }

    private static void addTexts(
            Table table, List<Run> runs, Function<Run, Map<String, String>> texts, String kind) {
        for (var key : keys(runs, texts)) {
            var column = StringColumn.create(free(table, key, kind));
            runs.forEach(run -> column.append(texts.apply(run).getOrDefault(key, "")));
            table.addColumns(column);
        }
    }

    /** A param may be called as a metric is; a table's columns have each a name of their own. */
    private static String free(Table table, String name, String kind) {
        var free = name;
        while (taken(table, free)) {
            free = kind + " " + free;
        }
        return free;
    }

    private static boolean taken(Table table, String name) {
        return table.columnNames().stream().anyMatch(name::equalsIgnoreCase);
    }

    private static <V> Set<String> keys(List<Run> runs, Function<Run, Map<String, V>> values) {
        var keys = new LinkedHashSet<String>();
        runs.forEach(run -> keys.addAll(values.apply(run).keySet()));
        return keys;
    }
}
