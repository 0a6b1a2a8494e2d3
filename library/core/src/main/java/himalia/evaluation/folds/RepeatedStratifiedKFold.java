package himalia.evaluation.folds;

import java.util.List;
import tech.tablesaw.api.Table;

/**
 * Folds with the same shares of classes, several times over, each time mixed anew.
 *
 * <pre>{@code
 * new RepeatedStratifiedKFold(5, 10, 42).split(train, "churned")      // fifty folds
 * }</pre>
 *
 * @param folds how many each time, at least 2
 * @param repeats how many times, at least 1
 * @param seed makes two runs agree
 */
public record RepeatedStratifiedKFold(int folds, int repeats, long seed) implements Splitter {
    public RepeatedStratifiedKFold {
        FoldNumbers.checkFolds(folds);
        FoldNumbers.checkRepeats("repeats", repeats);
    }

    @Override
    public List<Fold> split(Table table, String label) {
        return FoldNumbers.repeated(
                repeats, seed, each -> new StratifiedKFold(folds, each).split(table, label));
    }
}
