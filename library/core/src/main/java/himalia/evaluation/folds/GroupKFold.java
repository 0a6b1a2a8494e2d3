package himalia.evaluation.folds;

import static himalia.display.bundle.Given.given;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Parts of the rows such that no group is in two of them: all rows of a customer are learnt from, or all are judged by.
 *
 * <pre>{@code
 * new GroupKFold(5, "customer").split(train, "churned")
 * }</pre>
 *
 * <p>The largest group goes first, each to the fold with the fewest rows; of groups of one size the one whose name comes last.
 *
 * @param folds how many, at least 2
 * @param group the column that names the group
 */
public record GroupKFold(int folds, String group) implements Splitter {
    public GroupKFold {
        given(group, "group");
        FoldNumbers.checkFolds(folds);
    }

    @Override
    public List<Fold> split(Table table, String label) {
        FoldNumbers.rows(table, label);
        var groups = FoldNumbers.groups(table, group);
        var sizes = FoldNumbers.counts(groups);
        FoldNumbers.checkGroups(sizes.length, folds, group);
        var order =
                IntStream.range(0, sizes.length)
                        .boxed()
                        .sorted(
                                Comparator.<Integer>comparingInt(g -> -sizes[g])
                                        .thenComparing(Comparator.reverseOrder()))
                        .toList();
        var rowsOf = new int[folds];
        var foldOf = new int[sizes.length];
        for (int each : order) {
            int lightest = 0;
            for (int fold = 1; fold < folds; fold++) {
                lightest = rowsOf[fold] < rowsOf[lightest] ? fold : lightest;
            }
            rowsOf[lightest] += sizes[each];
            foldOf[each] = lightest;
        }
        return FoldNumbers.folds(IntStream.of(groups).map(g -> foldOf[g]).toArray(), folds);
    }

    @Override
    public List<String> columns() {
        return List.of(group);
    }
}
