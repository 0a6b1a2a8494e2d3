package himalia.features;

import himalia.evaluation.validation.NestedTrainer;
import himalia.model.Feature;
import himalia.model.Trainer;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.Table;

/** Tables of some columns and the label, as selections train on them. */
final class SelectedColumns {
    private SelectedColumns() {}

    /** Returns the columns that may be kept, of which there must be as many as are wanted. */
    static List<String> names(Trainer trainer, Table features, int wanted) {
        var names = new ArrayList<>(features.columnNames());
        names.removeAll(NestedTrainer.columnsOf(trainer));
        if (wanted > names.size()) {
            throw new IllegalArgumentException(
                    "there are %d columns, and %d are to be kept".formatted(names.size(), wanted));
        }
        return names;
    }

    /** Returns the columns that a selection keeps or leaves out; those by which the trainer cuts its rows stay in the table. */
    static List<Feature> reads(Trainer trainer, Table features) {
        var cuts = NestedTrainer.columnsOf(trainer);
        return features.columns().stream()
                .filter(column -> !cuts.contains(column.name()))
                .map(Feature::of)
                .toList();
    }

    /** Returns some columns, the label, and those by which the trainer cuts its rows. */
    static Table of(Trainer trainer, Table table, List<String> names, String label) {
        var some = Table.create(table.name());
        var cuts = NestedTrainer.columnsOf(trainer);
        for (var column : table.columns()) {
            if (names.contains(column.name())
                    || cuts.contains(column.name())
                    || column.name().equals(label)) {
                some.addColumns(column);
            }
        }
        return some;
    }
}
