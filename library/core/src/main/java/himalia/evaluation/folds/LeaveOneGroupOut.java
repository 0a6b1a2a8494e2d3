package himalia.evaluation.folds;

import static himalia.display.bundle.Given.given;

import java.util.List;
import tech.tablesaw.api.Table;

/**
 * Each group judged by a model of all others, in the order of their names: a hospital that the model has never seen.
 *
 * <pre>{@code
 * new LeaveOneGroupOut("hospital").split(train, "churned")
 * }</pre>
 *
 * @param group the column that names the group
 */
public record LeaveOneGroupOut(String group) implements Splitter {
    public LeaveOneGroupOut {
        given(group, "group");
    }

    @Override
    public List<Fold> split(Table table, String label) {
        FoldNumbers.rows(table, label);
        var groups = FoldNumbers.groups(table, group);
        int count = FoldNumbers.counts(groups).length;
        if (count < 2) {
            throw new IllegalArgumentException(
                    "'%s' names %d groups, and two at least are needed: one to learn from, one to judge by"
                            .formatted(group, count));
        }
        return FoldNumbers.folds(groups, count);
    }

    @Override
    public List<String> columns() {
        return List.of(group);
    }
}
