package himalia.features.leakage;

import himalia.table.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.DoubleStream;
import tech.tablesaw.api.Table;

/**
 * The rows of two tables, one below the other, as nearness sees them: numbers, dates and times have a distance; texts are the same
 * or not, and a missing cell is near to a missing cell only.
 *
 * @param values each column that has distances; NaN where a value is missing
 * @param kinds rows of one number have the same texts and miss the same cells
 */
record Measured(List<double[]> values, int[] kinds) {
    /**
     * Reads them.
     *
     * @param numbers those of the columns that hold numbers
     */
    static Measured of(Table train, Table test, List<String> columns, Numbers numbers) {
        var values = new ArrayList<>(numbers.read());
        for (var name : columns) {
            if (areMoments(train, test, name)) {
                values.add(
                        DoubleStream.concat(
                                        DoubleStream.of(Seconds.of(train.column(name))),
                                        DoubleStream.of(Seconds.of(test.column(name))))
                                .toArray());
            }
        }
        values.removeIf(Measured::isConstant);
        return new Measured(values, kinds(train, test, columns));
    }

    /** Whether a column's values have distances. */
    static boolean is(Table train, Table test, String name) {
        return Numbers.are(train, name) && Numbers.are(test, name) || areMoments(train, test, name);
    }

    private static boolean areMoments(Table train, Table test, String name) {
        return Seconds.areBoth(train.column(name), test.column(name));
    }

    private static boolean isConstant(double[] values) {
        return DoubleStream.of(values).filter(Double::isFinite).distinct().limit(2).count() < 2;
    }

    private static int[] kinds(Table train, Table test, List<String> columns) {
        var texts = columns.stream().filter(name -> !is(train, test, name)).toList();
        var numbers = new HashMap<List<String>, Integer>();
        var kinds = new int[train.rowCount() + test.rowCount()];
        for (int row = 0; row < kinds.length; row++) {
            boolean isTrain = row < train.rowCount();
            var table = isTrain ? train : test;
            int at = isTrain ? row : row - train.rowCount();
            var kind = new ArrayList<String>();
            texts.forEach(name -> kind.add(table.column(name).getString(at).strip()));
            columns.stream()
                    .filter(name -> Tables.isMissing(table.column(name), at))
                    .forEach(kind::add);
            kinds[row] = numbers.computeIfAbsent(kind, key -> numbers.size());
        }
        return kinds;
    }

    /** Leaves missing what is missing in rows as they could have been. */
    void keepHoles(double[][] rows, double[][] imitations, int[] asked) {
        for (int j = 0; j < values.size(); j++) {
            for (int row : asked) {
                if (!Double.isFinite(values.get(j)[row])) {
                    imitations[row][j] = rows[row][j];
                }
            }
        }
    }
}
