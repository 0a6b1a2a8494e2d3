package himalia.features;

import himalia.evaluation.folds.KFold;
import himalia.evaluation.folds.StratifiedKFold;
import himalia.model.Labels;
import himalia.model.NumericLabel;
import himalia.table.ColumnNames;
import himalia.table.LevelCodes;
import himalia.table.Tables;
import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/**
 * A label as numbers whose means tell something: itself, or for classes whether a row is of one.
 *
 * @param values of each row its number, or none where they are classes
 * @param classes the class of each column, or none where there is one column
 * @param codes the class of each row, or none where they are numbers
 */
record TargetNumbers(double[] values, List<String> classes, int[] codes) {
    private static final int MOST_CLASSES = 20;

    static TargetNumbers of(Table table, String label) {
        if (Tables.column(table, label) instanceof NumericColumn<?> column && !areClasses(column)) {
            return new TargetNumbers(NumericLabel.of(table, label).values(), List.of(), new int[0]);
        }
        var labels = Labels.toLearn(table, label);
        var classes = labels.classes();
        return new TargetNumbers(
                new double[0], classes.size() == 2 ? List.of() : classes, labels.codes());
    }

    /** Returns how many folds there may be: as many as rows, or as rows of the largest class. */
    int mostFolds() {
        var counts = new int[1 + Arrays.stream(codes).max().orElse(0)];
        for (int code : codes) {
            counts[code]++;
        }
        return codes.length == 0 ? values.length : Arrays.stream(counts).max().getAsInt();
    }

    /** Returns the fold of each row, with the same shares of classes in all of them. */
    int[] folds(int folds, boolean shuffle, long seed) {
        return codes.length == 0
                ? new KFold(folds, shuffle, seed).foldOfEach(values.length)
                : new StratifiedKFold(folds, shuffle, seed).foldOfEach(codes);
    }

    /** Values are read as the trainers of classes read them: two longs may be one double, and are two classes all the same. */
    private static boolean areClasses(NumericColumn<?> column) {
        return LevelCodes.few(column, MOST_CLASSES)
                .filter(values -> values.levels().size() <= values.size() / 2)
                .filter(values -> values.levels().stream().allMatch(TargetNumbers::isWhole))
                .isPresent();
    }

    private static boolean isWhole(String level) {
        double value = Double.parseDouble(level);
        return value == Math.rint(value) && !Double.isInfinite(value);
    }

    /** Returns the numbers of which a column has the means; made when they are asked for, since classes may be many. */
    double[] numbers(int column) {
        int one = classes.isEmpty() ? 1 : column;
        return codes.length == 0
                ? values
                : Arrays.stream(codes).mapToDouble(code -> code == one ? 1 : 0).toArray();
    }

    /** Returns the names of the columns that come for a category. */
    List<String> names(String column, ColumnNames taken) {
        return classes.isEmpty()
                ? List.of(taken.add(column))
                : classes.stream().map(each -> taken.add(column + "_" + each)).toList();
    }
}
