package himalia.sampling;

import himalia.table.Matrices;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * A table as points with classes.
 *
 * @param features the columns of the points
 * @param points a row of the table each
 */
record Examples(
        Table table, String label, List<String> features, double[][] points, Classes classes) {
    static Examples of(Table table, String label, String algorithm) {
        var classes = Classes.of(table, label);
        var features = Matrices.features(table, label);
        return new Examples(
                table, label, features, Matrices.rows(table, features, algorithm), classes);
    }

    Draft draft() {
        return new Draft(points.length);
    }

    /** All rows as a group. */
    Group group() {
        return new Group(points, classes, IntStream.range(0, points.length).toArray());
    }

    /** All rows of a draft that only adds some between two. */
    Group all(Draft draft) {
        var made = new Between(points, draft);
        var all = Arrays.copyOf(points, draft.entries());
        var codes = Arrays.copyOf(classes.codes(), all.length);
        for (var entry = points.length; entry < all.length; entry++) {
            all[entry] = new double[features.size()];
            made.write(entry, all[entry]);
            codes[entry] = codes[draft.from(entry)];
        }
        return new Group(
                all,
                new Classes(classes.names(), codes, classes.columns()),
                IntStream.range(0, all.length).toArray());
    }

    /** Returns the points of some rows. */
    double[][] points(int[] rows) {
        return IntStream.of(rows).mapToObj(row -> points[row]).toArray(double[][]::new);
    }

    /** Ends a draft that only drops rows: columns stay as they are. */
    Resampling cut(Draft draft) {
        return new Resampling(table.rows(draft.kept()), draft, table, label);
    }

    /** Ends a draft whose rows were made between two. */
    Resampling grown(Draft draft) {
        return grown(draft, new Between(points, draft));
    }

    /** Ends a draft whose rows were made somehow. */
    Resampling grown(Draft draft, MadePoints made) {
        return new Resampling(NewTable.of(this, draft, made), draft, table, label);
    }
}
