package himalia.evaluation.folds;

import himalia.table.Seeds;
import himalia.table.Shuffle;
import java.util.List;
import tech.tablesaw.api.Table;

/**
 * As many parts of the rows as there are folds, each judged by models of the others; for a label that is a number.
 *
 * <pre>{@code
 * new KFold(5, 42).split(homes, "price")      // five folds, rows mixed
 * new KFold(5).split(homes, "price")          // rows in their order: 0 to 19, 20 to 39, …
 * }</pre>
 *
 * <p>The first folds have one row more where the rows do not part evenly.
 *
 * @param folds how many, at least 2
 * @param shuffle whether the rows are mixed first
 * @param seed makes two runs agree
 */
public record KFold(int folds, boolean shuffle, long seed) implements Splitter {
    public KFold {
        FoldNumbers.checkFolds(folds);
    }

    /** Mixes the rows first. */
    public KFold(int folds, long seed) {
        this(folds, true, seed);
    }

    /** Leaves the rows in their order. */
    public KFold(int folds) {
        this(folds, false, 0);
    }

    @Override
    public List<Fold> split(Table table, String label) {
        return FoldNumbers.folds(foldOfEach(FoldNumbers.rows(table, label)), folds);
    }

    /**
     * Returns the fold that each row is judged in.
     *
     * @param rows how many rows there are, at least as many as folds
     */
    public int[] foldOfEach(int rows) {
        FoldNumbers.checkRows(rows, folds);
        var foldOf = new int[rows];
        for (int row = 0, fold = 0, left = share(rows, 0); row < rows; row++, left--) {
            if (left == 0) {
                left = share(rows, ++fold);
            }
            foldOf[row] = fold;
        }
        return shuffle ? Shuffle.all(foldOf, Seeds.random(seed)) : foldOf;
    }

    private int share(int rows, int fold) {
        return rows / folds + (fold < rows % folds ? 1 : 0);
    }
}
