package himalia.model;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Amount;
import himalia.table.Cores;
import himalia.table.EachColumn;
import himalia.table.Tables;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.Table;

/**
 * What a model reads and predicts.
 *
 * <pre>{@code
 * model.schema().featureNames()   // age, income
 * model.schema().target()         // Classes[label=churned, classes=[0, 1]]
 * }</pre>
 *
 * @param features the columns it reads, in its order
 * @param target what it predicts
 */
public record Schema(List<Feature> features, Target target) implements Serializable {
    /** How many columns are copied at once: as many numbers as a line of the cache has, and no second copy of a wide table. */
    private static final int COLUMNS = 8;

    /** How many rows are. */
    private static final int CHUNK = 256;

    /** To copy a number takes as long as to read so many. */
    private static final int COPIED = 4;

    public Schema {
        given(features, "features");
        given(target, "target");
        features = List.copyOf(features);
        if (features.isEmpty()) {
            throw new IllegalArgumentException(
                    target.column()
                            .map(
                                    label ->
                                            "the table has no column but the label '%s'; a model needs features"
                                                    .formatted(label))
                            .orElse("the table has no columns; a model needs features"));
        }
    }

    /** Describes a table to learn from: every column but the target's is a feature. */
    public static Schema of(Table table, Target target) {
        given(table, "table");
        given(target, "target");
        var label = target.column().orElse("");
        var features = new ArrayList<Feature>();
        for (var column : Tables.given(table).columns()) {
            if (!column.name().equals(label)) {
                features.add(Feature.of(column));
            }
        }
        return new Schema(features, target);
    }

    /**
     * Returns the column that is predicted.
     *
     * @throws IllegalStateException if no column is
     */
    public String label() {
        return target.column().orElseThrow(() -> new IllegalStateException(withoutLabel()));
    }

    private String withoutLabel() {
        return target instanceof Target.Groups
                ? "the model finds groups, and no column holds what is predicted; judge them with ClusterSeparation.of(rows, groups), or with ClusterAgreement beside known classes"
                : "the model tells how unlike others a row is, and no column holds what is predicted; take predict(table).scores(), and rank by them";
    }

    /**
     * Returns the classes that are told apart.
     *
     * @throws IllegalStateException if it is numbers that are predicted
     */
    public List<String> classes() {
        if (target instanceof Target.Classes classes) {
            return classes.classes();
        }
        throw new IllegalStateException(
                target.column().isEmpty()
                        ? withoutLabel()
                        : "the model predicts numbers of '%s', and there are no classes"
                                .formatted(label()));
    }

    /** Returns the names of the features, in order. */
    public List<String> featureNames() {
        return features.stream().map(Feature::name).toList();
    }

    /** Returns each feature of all rows, in this schema's order; a missing value is NaN. */
    public List<double[]> columns(Table table) {
        return columns(table, 0, features.size());
    }

    private List<double[]> columns(Table table, int first, int count) {
        int rows = Tables.given(table).rowCount();
        return EachColumn.of(count, rows, j -> read(table, features.get(first + j)));
    }

    /** Returns the features of every row, in this schema's order; a missing value is NaN. */
    public double[][] rows(Table table) {
        int count = Tables.given(table).rowCount();
        var rows = new double[count][];
        for (int from = 0; from < features.size(); from += COLUMNS) {
            int first = from;
            int wide = Math.min(COLUMNS, features.size() - first);
            var columns = columns(table, first, wide);
            int chunks = (count + CHUNK - 1) / CHUNK;
            Cores.each(
                    chunks,
                    (long) count * wide * COPIED,
                    chunk -> {
                        int start = chunk * CHUNK;
                        int end = Math.min(count, start + CHUNK);
                        put(columns, first, rows, start, end);
                    });
        }
        return rows;
    }

    private static double[] read(Table table, Feature feature) {
        return feature.read(Tables.column(table, feature.name()));
    }

    /** Some columns of some rows, so that neither leaves the cache before all of it is used. */
    private void put(List<double[]> columns, int first, double[][] rows, int start, int end) {
        for (int i = start; first == 0 && i < end; i++) {
            rows[i] = new double[features.size()];
        }
        for (int j = 0; j < columns.size(); j++) {
            var values = columns.get(j);
            for (int i = start; i < end; i++) {
                rows[i][first + j] = values[i];
            }
        }
    }

    /**
     * Returns the features of every row, for an algorithm that takes no missing values.
     *
     * @param algorithm its name, for the message
     * @throws IllegalArgumentException if there are such values, naming the first column that has some
     */
    public double[][] completeRows(Table table, String algorithm) {
        var rows = rows(table);
        if (areComplete(rows)) {
            return rows;
        }
        // The column that has some is named.
        completeColumns(table, algorithm);
        return rows;
    }

    /**
     * Returns each feature of all rows, in this schema's order, for an algorithm that takes no missing values.
     *
     * @param algorithm its name, for the message
     * @throws IllegalArgumentException if there are such values, naming the first column that has some
     */
    public List<double[]> completeColumns(Table table, String algorithm) {
        var columns = columns(table);
        if (areFull(columns)) {
            return columns;
        }
        for (int j = 0; j < columns.size(); j++) {
            var column = columns.get(j);
            int absent = 0;
            int first = 0;
            for (int i = column.length - 1; i >= 0; i--) {
                if (Double.isNaN(column[i])) {
                    absent++;
                    first = i;
                }
            }
            if (absent > 0) {
                throw missing(features.get(j), first, absent, algorithm);
            }
        }
        return columns;
    }

    private static boolean areFull(List<double[]> columns) {
        int rows = columns.get(0).length;
        return !EachColumn.of(columns.size(), rows, j -> isComplete(columns.get(j)))
                .contains(false);
    }

    private boolean areComplete(double[][] rows) {
        return Cores.range(rows.length, (long) rows.length * features.size())
                .allMatch(row -> isComplete(rows[row]));
    }

    private static boolean isComplete(double[] row) {
        for (double value : row) {
            if (Double.isNaN(value)) {
                return false;
            }
        }
        return true;
    }

    private UnfitCell missing(Feature feature, int row, int absent, String algorithm) {
        boolean isTruth = feature.type() == Feature.Type.BOOLEAN;
        return new UnfitCell(
                feature.name(),
                row,
                "is null, and the model takes %s in every row"
                        .formatted(isTruth ? "true or false" : "a number"),
                "column '%s' has %s, and %s takes none; put a %s before it in a Pipeline%s"
                        .formatted(
                                feature.name(),
                                Amount.of(absent, "missing value"),
                                algorithm,
                                imputer(feature),
                                ways()));
    }

    private String ways() {
        if (target.column().isEmpty()) {
            return ", or drop their rows";
        }
        return ", drop their rows, or use %s, which takes them"
                .formatted(
                        target instanceof Target.Numbers
                                ? "GradientBoostingRegressor"
                                : "GradientBoosting");
    }

    /** Truths have no mean, so the usual strategy leaves them alone. */
    private static String imputer(Feature feature) {
        return feature.type() == Feature.Type.BOOLEAN
                ? "SimpleImputer(SimpleImputer.Strategy.MOST_FREQUENT)"
                : "SimpleImputer";
    }
}
