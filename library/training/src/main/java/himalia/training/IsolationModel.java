package himalia.training;

import himalia.display.bundle.Amount;
import himalia.display.bundle.InterruptCheck;
import himalia.model.Model;
import himalia.model.Predictions;
import himalia.model.Provenance;
import himalia.model.Saved;
import himalia.model.Schema;
import himalia.model.ScorePredictions;
import himalia.model.Target;
import himalia.model.Trainer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;

/**
 * Trees of which each says how soon a row is parted from all others.
 *
 * <pre>{@code
 * IsolationModel model = new IsolationForest(100, 256, 0.01, 42).fit(table);
 * model.threshold()      // what scores above it is an anomaly
 * }</pre>
 */
public final class IsolationModel implements Model {
    private final Schema schema;
    private final Trainer trainer;
    private final List<Tree> trees;
    private final int samples;
    private final Provenance provenance;

    /**
     * Makes a model.
     *
     * @param samples of how many rows each tree was grown
     */
    IsolationModel(
            Schema schema, Trainer trainer, List<Tree> trees, int samples, Provenance provenance) {
        this.schema = schema;
        this.trainer = trainer;
        this.trees = List.copyOf(trees);
        this.samples = samples;
        this.provenance = provenance;
    }

    /** Trees in a file. */
    record SavedIsolation(
            Schema schema, Trainer trainer, List<Tree> trees, int samples, Provenance provenance)
            implements Saved<IsolationModel> {
        @Override
        public IsolationModel restore() {
            return new IsolationModel(schema, trainer, trees, samples, provenance);
        }
    }

    @Override
    public IsolationModel withoutRows() {
        return new IsolationModel(schema, trainer, trees, samples, Provenance.UNKNOWN);
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public Trainer trainer() {
        return trainer;
    }

    @Override
    public Provenance provenance() {
        return provenance;
    }

    @Override
    public Saved<IsolationModel> saved() {
        return new SavedIsolation(schema, trainer, trees, samples, provenance);
    }

    /** Returns above which score a row is called an anomaly. */
    public double threshold() {
        return schema.target() instanceof Target.Scores scores ? scores.threshold() : Double.NaN;
    }

    @Override
    public String outcome() {
        if (!(trainer instanceof IsolationForest forest)) {
            return "";
        }
        var few =
                forest.samples() > samples
                        ? "each tree is grown of all %s, since there are not %d"
                                .formatted(Amount.of(samples, "row"), forest.samples())
                        : "";
        var unfinished =
                trees.size() < forest.trees()
                        ? KeptTraining.ofThose(trees.size(), forest.trees(), "tree")
                        : "";
        return Stream.of(unfinished, few)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }

    @Override
    public Predictions predict(Table table) {
        var rows = schema.completeRows(table, trainer.name());
        var lengths = new PathLengths(rows);
        lengths.add(trees, new InterruptCheck()::ask);
        return ScorePredictions.of(lengths.scores(samples), threshold());
    }

    @Override
    public String toString() {
        return "Model[%s]".formatted(trainer);
    }
}
