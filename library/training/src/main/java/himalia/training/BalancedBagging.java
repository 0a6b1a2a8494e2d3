package himalia.training;

import static himalia.display.bundle.Given.given;

import himalia.evaluation.validation.NestedTrainer;
import himalia.model.Classifier;
import himalia.model.Labels;
import himalia.model.Model;
import himalia.model.NumericLabel;
import himalia.model.Provenance;
import himalia.model.Schema;
import himalia.model.Target;
import himalia.model.Trainer;
import himalia.sampling.RandomUnderSampler;
import himalia.sampling.Strategy;
import himalia.table.Tables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/**
 * Several models, each of rows drawn with replacement whose common classes are then cut: rare rows count as much as common ones, and all
 * common rows are seen by some.
 *
 * <pre>{@code
 * Model model = new BalancedBagging(new DecisionTree(0, 42), 10, 42).fit(train, "churned");
 * }</pre>
 *
 * <p>L. Breiman (1996): Bagging Predictors. Machine Learning 24, 123–140. As imbalanced-learn's {@code BalancedBaggingClassifier}.
 *
 * @param member what is trained on each draw
 * @param members how many
 * @param strategy which classes are cut, and to how many rows
 * @param seed makes two runs agree
 */
public record BalancedBagging(Trainer member, int members, Strategy strategy, long seed)
        implements NestedTrainer, Classifier {
    public BalancedBagging {
        given(member, "member");
        given(strategy, "strategy");
        Checks.atLeast("members", members, 1);
    }

    public BalancedBagging(Trainer member, int members, long seed) {
        this(member, members, Strategy.AUTO, seed);
    }

    /** Returns false: rows are drawn. */
    @Override
    public boolean keepsRows() {
        return false;
    }

    @Override
    public Model fit(Table table, String label) {
        return fit(table, label, this);
    }

    /** Trains for {@code trainer}, which may be another name for this. */
    Model fit(Table table, String label, Trainer trainer) {
        checkMember(table, label);
        var labels = Labels.toLearn(table, label);
        // A table without features is refused before rows are drawn.
        Schema.of(table, labels.target());
        var models =
                new Draws(trainer, member, members, seed)
                        .trained(table, label, random -> bag(table, label, labels, random));
        checkTold(models);
        var read = Members.read(columns(), models, table);
        return new EnsembleModel(
                Schema.of(read, labels.target()), trainer, models, Provenance.of(read));
    }

    /** Who holds a regressor here is told nothing by the name of one. */
    private void checkMember(Table table, String label) {
        boolean isRegressor =
                member.predicts().filter(kind -> kind != Target.Kind.CLASSES).isPresent();
        if (isRegressor && NumericLabel.isIn(table, label)) {
            throw new IllegalArgumentException(
                    "BalancedBagging draws rows by their classes, and label '%s' holds numbers; take Bagging of %s, which draws them by chance, or cut the number into ranges and take a classifier"
                            .formatted(label, member.name()));
        }
        if (isRegressor && Tables.column(table, label) instanceof NumericColumn<?>) {
            throw new IllegalArgumentException(
                    "BalancedBagging takes what tells classes apart, and %1$s predicts numbers of '%2$s'; take a classifier such as LogisticRegression, or Bagging of %1$s"
                            .formatted(member.name(), label));
        }
    }

    /** A trainer that does not say what it predicts is known by its models. */
    private static void checkTold(List<Model> models) {
        try {
            models.forEach(model -> Target.checkClasses(model, "BalancedBagging"));
        } catch (IllegalArgumentException e) {
            models.forEach(Model::close);
            throw e;
        }
    }

    private Table bag(Table table, String label, Labels labels, RandomGenerator random) {
        var rows =
                Draws.withClasses(
                        labels.codes(),
                        labels.classes().size(),
                        label,
                        () -> Forest.bootstrap(table.rowCount(), random).toArray());
        return new RandomUnderSampler(strategy, random.nextLong())
                .resample(Tables.rows(table, rows), label);
    }

    @Override
    public List<String> columns() {
        return NestedTrainer.columnsOf(member);
    }

    @Override
    public Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        settings.put("member", member.toString());
        settings.put("members", String.valueOf(members));
        settings.put("strategy", strategy.text());
        settings.put("seed", String.valueOf(seed));
        return settings;
    }
}
