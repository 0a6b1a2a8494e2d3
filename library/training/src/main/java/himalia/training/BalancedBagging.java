package himalia.training;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Progress;
import himalia.model.Labels;
import himalia.model.Model;
import himalia.model.Provenance;
import himalia.model.Schema;
import himalia.model.Trainer;
import himalia.model.UnfitCell;
import himalia.sampling.RandomUnderSampler;
import himalia.sampling.Strategy;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
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
        implements Trainer {
    /** A draw that lacks a rare class is drawn again. */
    private static final int DRAWS = 100;

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
        var labels = Labels.toLearn(table, label);
        var schema = Schema.of(table, labels.target());
        var random = new SplittableRandom(seed);
        var models = new ArrayList<Model>();
        try (var progress = Progress.whenLong("members", members)) {
            for (var i = 0; i < members; i++) {
                TrainingInterrupted.check(trainer.name(), i, "members");
                var bag = bag(table, label, labels, random.split());
                models.add(
                        TrainingInterrupted.part(
                                trainer.name(),
                                i,
                                "members",
                                () -> member(bag, table, label, schema, trainer)));
                progress.advance(1);
            }
            progress.finish("");
        }
        return new EnsembleModel(schema, trainer, models, Provenance.of(table));
    }

    /** A cell that a member cannot take is told of the whole table, of whose draws nobody knows. */
    private Model member(Table bag, Table table, String label, Schema schema, Trainer trainer) {
        try {
            return member.fit(bag, label).withoutRows();
        } catch (UnfitCell e) {
            schema.completeRows(table, trainer.name());
            throw e;
        }
    }

    private Table bag(Table table, String label, Labels labels, RandomGenerator random) {
        for (var draw = 0; draw < DRAWS; draw++) {
            var rows = random.ints(table.rowCount(), 0, table.rowCount()).toArray();
            var seen = new boolean[labels.classes().size()];
            for (var row : rows) {
                seen[labels.code(row)] = true;
            }
            if (all(seen)) {
                return new RandomUnderSampler(strategy, random.nextLong())
                        .resample(Tables.rows(table, rows), label);
            }
        }
        throw new IllegalArgumentException(
                "none of %d draws of %d rows had a row of every class of '%s'; take a stratified sample of more rows, or leave out the rarest class"
                        .formatted(DRAWS, table.rowCount(), label));
    }

    private static boolean all(boolean[] seen) {
        for (var one : seen) {
            if (!one) {
                return false;
            }
        }
        return true;
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
