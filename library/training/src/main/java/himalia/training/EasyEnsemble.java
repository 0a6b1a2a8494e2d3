package himalia.training;

import himalia.model.Classifier;
import himalia.model.Labels;
import himalia.model.Model;
import himalia.model.Schema;
import himalia.model.UnfitCell;
import tech.tablesaw.api.Table;

/**
 * Several boosted models ({@link AdaBoost} of fifty stumps), each of rows whose common classes are cut.
 *
 * <pre>{@code
 * Model model = new EasyEnsemble(10, 42).fit(train, "churned");
 * }</pre>
 *
 * <p>X.-Y. Liu, J. Wu, Z.-H. Zhou (2009): Exploratory Undersampling for Class-Imbalance Learning. IEEE Transactions on Systems, Man, and
 * Cybernetics B 39, 539–550.
 *
 * @param members how many boosted models
 * @param seed makes two runs agree
 */
public record EasyEnsemble(int members, long seed) implements Classifier {
    private static final int STUMPS = 50;

    public EasyEnsemble {
        Checks.atLeast("members", members, 1);
    }

    /** Returns false: rows are drawn. */
    @Override
    public boolean keepsRows() {
        return false;
    }

    @Override
    public Model fit(Table table, String label) {
        var boosted = new AdaBoost(new DecisionTree(1, seed), STUMPS, 1);
        try {
            return new BalancedBagging(boosted, members, seed).fit(table, label, this);
        } catch (UnfitCell e) {
            // Nobody has named the AdaBoost that it is of.
            Schema.of(table, Labels.toLearn(table, label).target()).completeRows(table, name());
            throw e;
        }
    }
}
