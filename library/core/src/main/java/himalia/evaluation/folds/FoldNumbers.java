package himalia.evaluation.folds;

import static himalia.display.bundle.Given.given;

import himalia.model.Labels;
import himalia.table.LevelCodes;
import himalia.table.Seeds;
import himalia.table.Tables;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/** Folds told by a number a row, and what splitters ask of their settings and of a table. */
final class FoldNumbers {
    private FoldNumbers() {}

    /** Makes a fold for each number, in their order; its rows are judged by. */
    static List<Fold> folds(int[] foldOf, int folds) {
        var sizes = new int[folds];
        for (int fold : foldOf) {
            sizes[fold]++;
        }
        var tests = Arrays.stream(sizes).mapToObj(int[]::new).toArray(int[][]::new);
        var filled = new int[folds];
        for (int row = 0; row < foldOf.length; row++) {
            int fold = foldOf[row];
            tests[fold][filled[fold]++] = row;
        }
        return Arrays.stream(tests).map(test -> Fold.withoutTest(foldOf.length, test)).toList();
    }

    static void checkFolds(int folds) {
        if (folds < 2) {
            throw new IllegalArgumentException("folds must be at least 2, got " + folds);
        }
    }

    static void checkRepeats(String name, int repeats) {
        if (repeats < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, got " + repeats);
        }
    }

    static void checkRows(int rows, int folds) {
        if (rows == 0) {
            throw new IllegalArgumentException("the table has no rows; there is nothing to cut");
        }
        if (rows < folds) {
            throw new IllegalArgumentException(
                    "%d rows cannot be cut into %d folds; take fewer folds".formatted(rows, folds));
        }
    }

    /** Returns how many rows a table has, which is given, as its label is. */
    static int rows(Table table, String label) {
        given(table, "table");
        given(label, "label");
        if (table.isEmpty()) {
            throw new IllegalArgumentException(
                    "the table has no rows; there is nothing to cut into folds");
        }
        return table.rowCount();
    }

    /** Returns the classes of the rows; texts, truths and whole numbers have some. */
    static Labels labels(Table table, String label) {
        rows(table, label);
        return Labels.toLearn(table, label);
    }

    /**
     * Returns the group of each row, numbered in the order of their names.
     *
     * @throws IllegalArgumentException if a row has none
     */
    static int[] groups(Table table, String name) {
        var column = Tables.column(table, name);
        var levels = LevelCodes.of(column);
        if (levels.hasMissing()) {
            int row = 0;
            while (levels.code(row) != LevelCodes.MISSING) {
                row++;
            }
            throw new IllegalArgumentException(
                    "row %d has no group in '%s'; fill it, or drop the row".formatted(row, name));
        }
        var placeOf = new HashMap<String, Integer>();
        Tables.sorted(levels.levels(), column).forEach(level -> placeOf.put(level, placeOf.size()));
        var places = levels.levels().stream().mapToInt(placeOf::get).toArray();
        return levels.numbers(places, LevelCodes.MISSING);
    }

    /** Returns how many rows have each number. */
    static int[] counts(int[] numbers) {
        var counts = new int[1 + IntStream.of(numbers).max().orElse(-1)];
        for (int number : numbers) {
            counts[number]++;
        }
        return counts;
    }

    static void checkGroups(int groups, int folds, String name) {
        if (groups < folds) {
            throw new IllegalArgumentException(
                    "'%s' names %d groups, which cannot be cut into %d folds; take fewer folds"
                            .formatted(name, groups, folds));
        }
    }

    /** Returns the folds of as many splits, each by a seed of its own. */
    static List<Fold> repeated(int repeats, long seed, LongFunction<List<Fold>> split) {
        return Seeds.random(seed).longs(repeats).mapToObj(split).flatMap(List::stream).toList();
    }
}
