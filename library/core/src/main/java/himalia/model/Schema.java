package himalia.model;

import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.Table;

/**
 * What a model reads and predicts.
 *
 * @param features the columns it reads, in its order
 * @param label the column it predicts
 * @param classes the values of the label, as text, in order
 */
public record Schema(List<Feature> features, String label, List<String> classes) {
    public Schema {
        features = List.copyOf(features);
        classes = List.copyOf(classes);
        if (features.isEmpty()) {
            throw new IllegalArgumentException(
                    "the table has no column but the label '"
                            + label
                            + "'; a model needs features");
        }
    }

    /** Describes a table to learn from: every column but the label is a feature. */
    public static Schema of(Table table, Labels labels) {
        var features = new ArrayList<Feature>();
        for (var column : table.columns()) {
            if (!column.name().equals(labels.name())) {
                features.add(Feature.of(column));
            }
        }
        return new Schema(features, labels.name(), labels.classes());
    }

    /** Returns the names of the features, in order. */
    public List<String> featureNames() {
        return features.stream().map(Feature::name).toList();
    }

    /** Returns the features of every row, in this schema's order; a missing value is NaN. */
    public double[][] rows(Table table) {
        var rows = new double[table.rowCount()][features.size()];
        for (int j = 0; j < features.size(); j++) {
            var feature = features.get(j);
            var values = feature.read(ColumnNames.find(table, feature.name()));
            for (int i = 0; i < rows.length; i++) {
                rows[i][j] = values[i];
            }
        }
        return rows;
    }

    /**
     * Returns the features of every row, for an algorithm that takes no missing values.
     *
     * @param algorithm its name, for the message
     * @throws IllegalArgumentException if there are such values, naming the first column that has some
     */
    public double[][] completeRows(Table table, String algorithm) {
        var rows = rows(table);
        for (int j = 0; j < features.size(); j++) {
            int absent = 0;
            for (var row : rows) {
                absent += Double.isNaN(row[j]) ? 1 : 0;
            }
            if (absent > 0) {
                throw new IllegalArgumentException(
                        "column '%s' has %d missing values, and %s takes none; fill them, drop their rows, or use GradientBoosting, which takes them"
                                .formatted(features.get(j).name(), absent, algorithm));
            }
        }
        return rows;
    }
}
