package himalia.features;

import himalia.display.bundle.Amount;
import himalia.model.Feature;
import himalia.table.ColumnNames;
import himalia.table.FreeMemory;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Names for columns that steps add: none is that of a column that stays, or of the label. */
final class NewColumns {
    private static final String TAKEN =
            "%s makes a column '%s', and the table has one of that name already; leave that out, or rename it before";

    private static final String BESIDE = "(beside)";

    private NewColumns() {}

    /** Returns the table without its label. */
    static Table features(Table table, String label) {
        Tables.column(table, label);
        return table.rejectColumns(label);
    }

    /** Returns the same, and refuses a label among the columns that are named. */
    static Table features(Table table, String label, List<String> named) {
        var features = features(table, label);
        if (named.contains(label)) {
            throw new IllegalArgumentException(
                    "column '%s' is the label, which no step may change; leave it out of the columns"
                            .formatted(label));
        }
        return features;
    }

    /**
     * Begins with the columns that stay.
     *
     * @param go the columns that go
     * @param others names that must not be taken besides, as the label's
     */
    static ColumnNames of(Table features, List<String> go, List<String> others) {
        var stay = new ArrayList<>(others);
        stay.addAll(features.columnNames());
        stay.removeAll(go);
        return new ColumnNames(stay);
    }

    /** Refuses more columns than there is memory for, before they are made. */
    static void checkRoom(int columns, int rows, String step) {
        FreeMemory.check(
                (long) columns * rows * Double.BYTES,
                "%s makes %s of %,d rows".formatted(step, Amount.of(columns, "column"), rows),
                "make fewer columns, or");
    }

    /**
     * Refuses a table with a column that is called as one that a step makes, and was not there when the step was fitted: nobody could
     * tell the two apart.
     *
     * @param stay the columns that are there beside those that come
     */
    static void checkFree(List<String> stay, Stream<String> made, String step) {
        var there = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        there.addAll(stay);
        made.filter(there::contains)
                .findFirst()
                .ifPresent(
                        name -> {
                            throw new IllegalArgumentException(
                                    TAKEN.formatted(step, there.ceiling(name)));
                        });
    }

    /**
     * Writes what stands behind FROM such that the query ends where that has a column which is called as one that a step makes.
     * Only DuckDB knows which columns there are, and a star that matches none is an error, so that one is put beside them.
     *
     * @param made names of columns that come, and of no column that goes
     */
    static String free(String from, Collection<String> made, String step) {
        if (made.isEmpty()) {
            return from;
        }
        var names =
                Stream.concat(Stream.of(BESIDE), made.stream())
                        .map(name -> SqlText.text(name.toLowerCase(Locale.ROOT)))
                        .collect(Collectors.joining(", "));
        var column =
                "nullif(alias(COLUMNS(lambda c: lower(c) IN (%s))), %s)"
                        .formatted(names, SqlText.text(BESIDE));
        var message =
                Stream.of(TAKEN.formatted(step, BESIDE).split(Pattern.quote(BESIDE)))
                        .map(SqlText::text)
                        .collect(Collectors.joining(" || " + column + " || "));
        return "(SELECT * EXCLUDE (%1$s) FROM (SELECT *, 0 AS %1$s FROM %2$s) WHERE error(%3$s) IS NULL)"
                .formatted(SqlText.name(BESIDE), from, message);
    }

    /** Writes the same of the columns that come and take no other's place. */
    static String free(String from, List<String> come, List<Feature> go, String step) {
        var gone = go.stream().map(Feature::name).collect(Collectors.toSet());
        return free(from, come.stream().filter(name -> !gone.contains(name)).toList(), step);
    }

    /** Returns a table with columns behind the last of those that a step reads. */
    static Table behind(
            Table table, List<Feature> reads, List<? extends Column<?>> made, String step) {
        checkFree(table.columnNames(), made.stream().map(Column::name), step);
        var names = reads.stream().map(Feature::name).toList();
        var last =
                table.columnNames().stream()
                        .filter(names::contains)
                        .reduce((first, second) -> second)
                        .orElse("");
        var done = Table.create(table.name());
        for (var column : table.columns()) {
            done.addColumns(column);
            if (column.name().equals(last)) {
                made.forEach(done::addColumns);
            }
        }
        if (last.isEmpty()) {
            made.forEach(done::addColumns);
        }
        return done;
    }
}
