package himalia.evaluation.folds;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Amount;
import himalia.table.Tables;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * Which rows of a table are learnt from, and which are judged by.
 *
 * <pre>{@code
 * Fold fold = new KFold(5).split(table, "price").get(0);
 * fold.train(table)       // four fifths of the rows
 * fold.testRows()         // 0, 1, 2, …
 * }</pre>
 */
public final class Fold {
    private final int rows;
    private final int @Nullable [] train;
    private final int[] test;

    private Fold(int rows, int @Nullable [] train, int[] test) {
        this.rows = rows;
        this.train = train;
        this.test = test;
    }

    /** Makes a fold that learns from all rows but those it is judged by. */
    static Fold withoutTest(int rows, int[] test) {
        return new Fold(rows, null, test);
    }

    /**
     * Makes a fold.
     *
     * @param train the numbers of the rows to learn from, counted from 0
     * @param test those of the rows to judge by
     * @throws IllegalArgumentException if one of both has no rows, a number is negative, or a row is in both
     */
    public static Fold of(int[] train, int[] test) {
        given(train, "train");
        given(test, "test");
        if (train.length == 0 || test.length == 0) {
            throw new IllegalArgumentException(
                    "a fold has rows to learn from and rows to judge by, got %d and %d"
                            .formatted(train.length, test.length));
        }
        int rows = 1 + IntStream.concat(Arrays.stream(train), Arrays.stream(test)).max().orElse(0);
        var isTrain = new boolean[rows];
        for (int row : train) {
            isTrain[checked(row)] = true;
        }
        for (int row : test) {
            if (isTrain[checked(row)]) {
                throw new IllegalArgumentException(
                        "row %d is both learnt from and judged by".formatted(row));
            }
        }
        return new Fold(rows, train.clone(), test.clone());
    }

    private static int checked(int row) {
        if (row < 0) {
            throw new IllegalArgumentException("rows are numbered from 0, got " + row);
        }
        return row;
    }

    /** Returns the numbers of the rows to learn from. */
    public int[] trainRows() {
        if (train != null) {
            return train.clone();
        }
        var isTest = new boolean[rows];
        for (int row : test) {
            isTest[row] = true;
        }
        var learnt = new int[rows];
        int count = 0;
        for (int row = 0; row < rows; row++) {
            if (!isTest[row]) {
                learnt[count++] = row;
            }
        }
        return Arrays.copyOf(learnt, count);
    }

    /** Returns the numbers of the rows to judge by. */
    public int[] testRows() {
        return test.clone();
    }

    /** Returns how many rows are learnt from. */
    public int trainSize() {
        return train == null ? rows - test.length : train.length;
    }

    /** Returns how many rows are judged by. */
    public int testSize() {
        return test.length;
    }

    /**
     * Returns the rows to learn from of the table that was split.
     *
     * @throws IllegalArgumentException if it has not the rows of that table
     */
    public Table train(Table table) {
        return Tables.rows(split(table), trainRows());
    }

    /**
     * Returns the rows to judge by of the table that was split.
     *
     * @throws IllegalArgumentException if it has not the rows of that table
     */
    public Table test(Table table) {
        return Tables.rows(split(table), test);
    }

    private Table split(Table table) {
        int there = given(table, "table").rowCount();
        // Where the rows to learn from are named, there may be others that are in neither part.
        if (train == null ? there != rows : there < rows) {
            throw new IllegalArgumentException(
                    "the fold was cut from %s%s, and table '%s' has %d; give the table that was split"
                            .formatted(
                                    train == null ? "" : "at least ",
                                    Amount.of(rows, "row"),
                                    table.name(),
                                    there));
        }
        return table;
    }

    @Override
    public String toString() {
        return "Fold[train=%d rows, test=%d rows]".formatted(trainSize(), testSize());
    }
}
