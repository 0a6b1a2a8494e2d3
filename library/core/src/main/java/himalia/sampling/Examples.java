package himalia.sampling;

import himalia.table.Matrices;
import himalia.table.Tables;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/**
 * A table as points with classes. Columns stay where they are; rows are made points when they are asked for, since many
 * samplers need those of a rare class alone.
 */
final class Examples {
    private final Table table;
    private final String label;
    private final List<String> features;
    private final List<NumericColumn<?>> columns;
    private final Classes classes;
    private double[][] points = new double[0][];
    private @Nullable Group group;

    /**
     * Makes some columns points.
     *
     * @param features the columns of the points
     * @param algorithm its name, for messages
     */
    Examples(Table table, String label, List<String> features, Classes classes, String algorithm) {
        this.table = table;
        this.label = label;
        this.features = List.copyOf(features);
        this.classes = classes;
        columns = Matrices.columnsToSquare(table, features, algorithm);
    }

    static Examples of(Table table, String label, String algorithm) {
        var classes = Classes.of(table, label);
        return new Examples(table, label, Matrices.features(table, label), classes, algorithm);
    }

    Table table() {
        return table;
    }

    String label() {
        return label;
    }

    List<String> features() {
        return features;
    }

    /** Returns the features' columns: finite numbers, none missing. */
    List<NumericColumn<?>> columns() {
        return columns;
    }

    Classes classes() {
        return classes;
    }

    /** Returns how many rows the table has. */
    int size() {
        return table.rowCount();
    }

    /** Returns the points of all rows. */
    double[][] points() {
        if (points.length == 0) {
            points = Matrices.rows(columns, IntStream.range(0, size()).toArray());
        }
        return points;
    }

    /** Returns the points of some rows. */
    double[][] points(int[] rows) {
        return points.length == 0
                ? Matrices.rows(columns, rows)
                : IntStream.of(rows).mapToObj(row -> points[row]).toArray(double[][]::new);
    }

    /**
     * Returns the nearest others of some rows.
     *
     * @param rows among which they are looked for
     * @param asked whose they are, by their places among the rows, as those that are returned are
     */
    int[][] nearest(int[] rows, int[] asked, int count) {
        if (points.length > 0 || !FewPoints.are(rows.length, columns.size())) {
            return new Neighbours(points(rows)).of(asked, count);
        }
        // A few rows go from the columns straight to where they are measured.
        Neighbours.check(count, rows.length - 1);
        return new FewPoints(PointBlock.of(columns, rows)).nearest(asked, count);
    }

    Draft draft() {
        return new Draft(size());
    }

    /** All rows as a group. */
    Group group() {
        var all =
                group == null
                        ? new Group(points(), classes, IntStream.range(0, size()).toArray())
                        : group;
        group = all;
        return all;
    }

    /** All rows of a draft that only adds some between two. */
    Group all(Draft draft) {
        var all = Arrays.copyOf(points(), draft.entries());
        var codes = Arrays.copyOf(classes.codes(), all.length);
        for (var entry = size(); entry < all.length; entry++) {
            all[entry] = new double[features.size()];
            codes[entry] = codes[draft.from(entry)];
        }
        var made = new Between(columns, draft);
        for (var feature = 0; feature < features.size(); feature++) {
            var numbers = made.column(feature);
            for (var entry = size(); entry < all.length; entry++) {
                all[entry][feature] = numbers.applyAsDouble(entry);
            }
        }
        return new Group(
                all,
                new Classes(classes.names(), codes, classes.columns()),
                IntStream.range(0, all.length).toArray());
    }

    /** Ends a draft that only drops rows: columns stay as they are. */
    Resampling cut(Draft draft) {
        return told(Tables.rows(table, draft.kept()), draft);
    }

    /** Ends a draft whose rows were made between two. */
    Resampling grown(Draft draft) {
        return grown(draft, new Between(columns, draft));
    }

    /** Ends a draft whose rows were made somehow. */
    Resampling grown(Draft draft, MadePoints made) {
        return told(NewTable.of(this, draft, made), draft);
    }

    /** Tells what came of a draft. */
    Resampling told(Table made, Draft draft) {
        return new Resampling(made, draft, table, label, classes);
    }
}
