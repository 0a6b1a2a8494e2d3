package himalia.evaluation.folds;

import java.util.List;
import tech.tablesaw.api.Table;

/**
 * Folds of mixed rows, several times over, each time mixed anew: what one split tells by chance, several do not.
 *
 * <pre>{@code
 * new RepeatedKFold(5, 10, 42).split(homes, "price")      // fifty folds
 * }</pre>
 *
 * @param folds how many each time, at least 2
 * @param repeats how many times, at least 1
 * @param seed makes two runs agree
 */
public record RepeatedKFold(int folds, int repeats, long seed) implements Splitter {
    public RepeatedKFold {
        FoldNumbers.checkFolds(folds);
        FoldNumbers.checkRepeats("repeats", repeats);
    }

    @Override
    public List<Fold> split(Table table, String label) {
        return FoldNumbers.repeated(
                repeats, seed, each -> new KFold(folds, each).split(table, label));
    }
}
