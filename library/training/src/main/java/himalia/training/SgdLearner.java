package himalia.training;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.InterruptCheck;
import himalia.model.Labels;
import himalia.model.Model;
import himalia.model.NumericLabel;
import himalia.model.OnlineLearner;
import himalia.model.OnlineTrainer;
import himalia.model.Schema;
import himalia.model.Target;
import himalia.table.Seeds;
import himalia.table.Shuffle;
import himalia.table.Tables;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * A linear model that learns row by row.
 *
 * <pre>{@code
 * SgdLearner learner = new SgdClassifier().start(train, "churned");
 * learner.partialFit(train);
 * learner.snapshot()
 * }</pre>
 */
public final class SgdLearner implements OnlineLearner {
    /** Rows that are learnt from before somebody is asked whether to go on. */
    private static final int ROWS = 1_024;

    private final OnlineTrainer trainer;
    private final SgdRule rule;
    private final boolean isScaled;
    private final Schema schema;
    private final SeenRows seen;
    private RunningScale scale;
    private double[][] vectors;
    private long steps;

    private SgdLearner(
            OnlineTrainer trainer,
            SgdRule rule,
            boolean isScaled,
            Schema schema,
            SeenRows seen,
            RunningScale scale,
            double[][] vectors) {
        this.trainer = trainer;
        this.rule = rule;
        this.isScaled = isScaled;
        this.schema = schema;
        this.seen = seen;
        this.scale = scale;
        this.vectors = vectors;
    }

    static SgdLearner of(OnlineTrainer trainer, SgdRule rule, boolean isScaled, Schema schema) {
        int width = schema.features().size();
        int classes =
                schema.target() instanceof Target.Classes target ? target.classes().size() : 1;
        return new SgdLearner(
                trainer,
                rule,
                isScaled,
                schema,
                SeenRows.none(schema),
                RunningScale.none(width),
                new double[classes == 2 ? 1 : classes][width + 1]);
    }

    @Override
    public OnlineTrainer trainer() {
        return trainer;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public long rows() {
        return seen.rows();
    }

    @Override
    public void partialFit(Table table) {
        learn(table, List.of(IntStream.range(0, given(table, "table").rowCount()).toArray()));
    }

    /** Learns from one table in mixed orders, and returns the model. */
    Model fitted(Table table, int epochs, long seed) {
        var random = Seeds.random(seed);
        var rows = IntStream.range(0, table.rowCount()).toArray();
        learn(
                table,
                IntStream.range(0, epochs)
                        .mapToObj(epoch -> Shuffle.all(rows.clone(), random))
                        .toList());
        return snapshot();
    }

    private void learn(Table table, List<int[]> orders) {
        var rows = schema.completeRows(table, trainer.name());
        var targets = targets(table);
        var newScale = isScaled ? scale.with(rows) : scale;
        check(newScale);
        var scaled = newScale.standardiser().apply(rows);
        var moved = Arrays.stream(vectors).map(double[]::clone).toArray(double[][]::new);
        long step = steps;
        var interrupt = new InterruptCheck();
        for (var order : orders) {
            for (int row : order) {
                if (step++ % ROWS == 0) {
                    interrupt.ask();
                }
                for (int k = 0; k < moved.length; k++) {
                    rule.learn(moved[k], scaled[row], target(targets[row], k), step);
                }
            }
        }
        check(moved);
        scale = newScale;
        vectors = moved;
        steps = step;
        seen.add(table);
    }

    private void check(RunningScale of) {
        for (int j = 0; j < of.squares().length; j++) {
            if (!Double.isFinite(of.squares()[j])) {
                throw new IllegalArgumentException(
                        "column '%s' has numbers whose squares no double holds; divide it by something first"
                                .formatted(schema.featureNames().get(j)));
            }
        }
    }

    private void check(double[][] moved) {
        for (var vector : moved) {
            if (!Arrays.stream(vector).allMatch(Double::isFinite)) {
                throw new IllegalArgumentException(
                        "the weights grow beyond all numbers by these rows, which were not learnt from; %s"
                                .formatted(
                                        isScaled
                                                ? "take shorter steps than those of " + rule.rate()
                                                : "let columns be scaled, or take shorter steps than those of "
                                                        + rule.rate()));
            }
        }
    }

    /** Returns a number for each row: of a class its code. */
    private double[] targets(Table table) {
        if (schema.target() instanceof Target.Numbers) {
            return NumericLabel.of(table, schema.label()).values();
        }
        Tables.column(table, schema.label());
        if (table.rowCount() == 0) {
            throw new IllegalArgumentException(
                    "the table has no rows; there is nothing to learn from");
        }
        var labels = Labels.toCompare(table, schema.label(), schema.classes(), STARTED);
        return Arrays.stream(labels.codes()).asDoubleStream().toArray();
    }

    /** Said of a class that comes too late. */
    static final String STARTED =
            "a learner knows only the classes that it was started with, start(table, label, classes)";

    private double target(double target, int vector) {
        if (!rule.isLogistic()) {
            return target;
        }
        int code = vectors.length == 1 ? 1 : vector;
        return target == code ? 1 : 0;
    }

    @Override
    public Model snapshot() {
        if (seen.rows() == 0) {
            throw new IllegalStateException(
                    "the learner has learnt from no rows yet; give it some with partialFit(table)");
        }
        var copy = Arrays.stream(vectors).map(double[]::clone).toArray(double[][]::new);
        var standardiser = scale.standardiser();
        return copy.length > 1
                ? new OneVsRestModel(schema, trainer, standardiser, copy, seen.provenance())
                : new LinearModel(schema, trainer, standardiser, copy, seen.provenance());
    }

    @Override
    public SgdLearner copy() {
        // Vectors and scales are replaced, and not written to.
        var copy = new SgdLearner(trainer, rule, isScaled, schema, seen.copy(), scale, vectors);
        copy.steps = steps;
        return copy;
    }

    @Override
    public SgdLearner copy(OnlineTrainer settings) {
        var others = given(settings, "settings").start(schema);
        if (settings.getClass() != trainer.getClass()
                || !(others instanceof SgdLearner other)
                || other.isScaled != isScaled) {
            throw new IllegalArgumentException(
                    "what %s has learnt goes on with another penalty and rate only, got %s"
                            .formatted(trainer, settings));
        }
        var copy =
                new SgdLearner(settings, other.rule, isScaled, schema, seen.copy(), scale, vectors);
        copy.steps = steps;
        return copy;
    }

    @Override
    public String toString() {
        return "%s after %,d rows".formatted(trainer, seen.rows());
    }
}
