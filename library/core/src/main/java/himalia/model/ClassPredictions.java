package himalia.model;

import static himalia.display.bundle.Given.given;

import himalia.table.ColumnNames;
import himalia.table.EachColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What a model says of each row where it tells classes apart: a probability for every class, and the most probable one.
 *
 * <pre>{@code
 * ClassPredictions predictions = model.predict(test).ofClasses();
 * predictions.label(0)              // "1"
 * predictions.probability(0, "1")   // 0.93
 * predictions.table()               // prediction, p(0), p(1)
 * }</pre>
 */
public final class ClassPredictions implements Predictions {
    private final List<String> classes;
    private final int size;

    /** An array a class: one a row would take twice the memory, and the time to move them all in it. */
    private final double[][] columns;

    private ClassPredictions(List<String> classes, int size, double[][] columns) {
        this.classes = classes;
        this.size = size;
        this.columns = columns;
    }

    /**
     * Makes predictions of probabilities.
     *
     * @param classes at least two
     * @param probabilities one array a row, one value a class
     * @throws IllegalArgumentException if some row has another number of them, or NaN
     */
    public static ClassPredictions of(List<String> classes, double[][] probabilities) {
        given(classes, "classes");
        given(probabilities, "probabilities");
        checkEnough(classes);
        var columns = new double[classes.size()][probabilities.length];
        for (int row = 0; row < probabilities.length; row++) {
            if (probabilities[row].length != classes.size()) {
                throw new IllegalArgumentException(
                        "row %d has %d probabilities for %d classes"
                                .formatted(row, probabilities[row].length, classes.size()));
            }
            for (int k = 0; k < columns.length; k++) {
                columns[k][row] = probabilities[row][k];
                checked(columns[k][row], row, classes.get(k));
            }
        }
        return new ClassPredictions(List.copyOf(classes), probabilities.length, columns);
    }

    /**
     * Makes predictions of probabilities class by class, which many rows are copied from in less time.
     *
     * @param classes at least two
     * @param probabilities one array a class, one value a row
     * @throws IllegalArgumentException if there are other numbers of classes or rows, or NaN
     */
    public static ClassPredictions ofColumns(List<String> classes, double[][] probabilities) {
        given(classes, "classes");
        given(probabilities, "probabilities");
        checkEnough(classes);
        if (probabilities.length != classes.size()) {
            throw new IllegalArgumentException(
                    "%d columns of probabilities for %d classes"
                            .formatted(probabilities.length, classes.size()));
        }
        for (int k = 0; k < probabilities.length; k++) {
            given(probabilities[k], "probabilities[%d]".formatted(k));
        }
        int size = probabilities[0].length;
        var columns =
                EachColumn.of(
                        classes.size(),
                        size,
                        k -> checked(probabilities[k].clone(), size, classes.get(k)));
        return new ClassPredictions(List.copyOf(classes), size, columns.toArray(double[][]::new));
    }

    private static double[] checked(double[] column, int size, String name) {
        if (column.length != size) {
            throw new IllegalArgumentException(
                    "class '%s' has %d probabilities, and the first class %d"
                            .formatted(name, column.length, size));
        }
        for (int row = 0; row < size; row++) {
            checked(column[row], row, name);
        }
        return column;
    }

    private static void checkEnough(List<String> classes) {
        if (classes.size() < 2) {
            throw new IllegalArgumentException("predictions need two classes, got " + classes);
        }
    }

    private static void checked(double probability, int row, String name) {
        if (Double.isNaN(probability)) {
            throw new IllegalArgumentException(
                    "row %d has NaN for the probability of class '%s'; look for overflow, or for missing values, in what the model was given"
                            .formatted(row, name));
        }
    }

    @Override
    public List<String> classes() {
        return classes;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public String label(int row) {
        return classes.get(code(row));
    }

    /**
     * Returns the same with a probability for each of these classes: 0 for one that the model has not learnt.
     *
     * <pre>{@code
     * predictions.withClasses(List.of("common", "rare"))
     * }</pre>
     *
     * @param wanted those there are, and more
     * @throws IllegalArgumentException if one there is, is not among them
     */
    public ClassPredictions withClasses(List<String> wanted) {
        given(wanted, "wanted");
        if (wanted.equals(classes)) {
            return this;
        }
        var wider = new double[wanted.size()][size];
        for (int k = 0; k < classes.size(); k++) {
            int place = wanted.indexOf(classes.get(k));
            if (place < 0) {
                throw new IllegalArgumentException(
                        "class '%s' is predicted, and wanted are only: %s"
                                .formatted(classes.get(k), String.join(", ", wanted)));
            }
            wider[place] = columns[k];
        }
        return new ClassPredictions(List.copyOf(wanted), size, wider);
    }

    /** Returns the place of a row's most probable class among the classes; of equally probable ones, the first. */
    public int code(int row) {
        PredictedRow.checked(row, size);
        int best = 0;
        for (int k = 1; k < columns.length; k++) {
            if (columns[k][row] > columns[best][row]) {
                best = k;
            }
        }
        return best;
    }

    @Override
    public List<String> labels() {
        var labels = new ArrayList<String>(size());
        for (int row = 0; row < size(); row++) {
            labels.add(label(row));
        }
        return labels;
    }

    @Override
    public double probability(int row, String className) {
        return columns[place(className)][PredictedRow.checked(row, size)];
    }

    /**
     * Returns how probable it is that a row belongs to a class, by the class's place.
     *
     * @param code its place among {@link #classes}, from 0
     * @throws IndexOutOfBoundsException if there is no such row, or no such place
     */
    public double probability(int row, int code) {
        if (code < 0 || code >= classes.size()) {
            throw new IndexOutOfBoundsException(
                    "no class at place %d; there are %d, counted from 0: %s"
                            .formatted(code, classes.size(), String.join(", ", classes)));
        }
        return columns[code][PredictedRow.checked(row, size)];
    }

    @Override
    public double[] probabilities(int row) {
        PredictedRow.checked(row, size);
        var probabilities = new double[columns.length];
        for (int k = 0; k < columns.length; k++) {
            probabilities[k] = columns[k][row];
        }
        return probabilities;
    }

    @Override
    public double[] probabilities(String className) {
        return columns[place(className)].clone();
    }

    /** Returns the predictions as a table: {@code prediction}, then {@code p(…)} for every class. */
    @Override
    public Table table() {
        var table = Table.create("predictions", StringColumn.create("prediction", labels()));
        var names = new ColumnNames(table.columnNames());
        for (var name : classes) {
            var column = names.add("p(" + name + ")");
            table.addColumns(DoubleColumn.create(column, probabilities(name)));
        }
        return table;
    }

    private int place(String className) {
        int place = classes.indexOf(className);
        if (place < 0) {
            throw new IllegalArgumentException(
                    "no class '%s'; there are: %s"
                            .formatted(className, String.join(", ", classes)));
        }
        return place;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClassPredictions that
                && classes.equals(that.classes)
                && Arrays.deepEquals(columns, that.columns);
    }

    @Override
    public int hashCode() {
        return 31 * classes.hashCode() + Arrays.deepHashCode(columns);
    }

    @Override
    public String toString() {
        return "%d predictions of %s".formatted(size(), String.join(", ", classes));
    }
}
