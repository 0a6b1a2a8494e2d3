package himalia.features;

import himalia.display.bundle.Amount;
import himalia.model.Feature;
import himalia.table.ColumnNames;
import himalia.table.FreeMemory;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Names for columns that steps add: none is that of a column that stays, or of the label. */
final class NewColumns {
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

    /** Returns a table with columns behind the last of those that a step reads. */
    static Table behind(Table table, List<Feature> reads, List<? extends Column<?>> made) {
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
