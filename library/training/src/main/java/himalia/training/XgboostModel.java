package himalia.training;

import himalia.features.SqlText;
import himalia.model.ClassPredictions;
import himalia.model.Contributions;
import himalia.model.GrownTree;
import himalia.model.Model;
import himalia.model.Predictions;
import himalia.model.Provenance;
import himalia.model.Saved;
import himalia.model.Schema;
import himalia.model.Target;
import himalia.model.Trainer;
import himalia.onnx.OnnxGraph;
import himalia.onnx.OnnxValue;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import tech.tablesaw.api.Table;

/** Trees that XGBoost holds outside the heap. */
final class XgboostModel implements Model {
    private final Schema schema;
    private final Trainer trainer;
    private final Booster booster;
    private final CategoryLevels levels;
    private final XgboostPredictor predictor;
    private final Scale scale;

    /** Whether trees add up to the logarithm of a number. */
    private final boolean isLog;

    private final Provenance provenance;
    // Asking freed memory would end the process, so closing waits for those who ask.
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean closed;

    /**
     * Takes over trained trees. XGBoost's own threads wait for each other by spinning, which on a busy machine costs a
     * hundred times what they save, so each thread of ours that asks does its part alone.
     *
     * @param scale how the trees measure numbers
     */
    XgboostModel(
            Schema schema, Trainer trainer, Booster booster, Scale scale, Provenance provenance) {
        try {
            booster.setParam("nthread", 1);
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost refused its threads: " + e.getMessage(), e);
        }
        this.schema = schema;
        this.trainer = trainer;
        this.booster = booster;
        this.levels = CategoryLevels.of(booster, schema);
        int depth = levels.areNone() ? depth(trainer) : 0;
        this.predictor = new XgboostPredictor(booster, schema.target(), depth);
        this.scale = scale;
        this.isLog = RegressionLoss.isLog(trainer);
        this.provenance = provenance;
    }

    /** Returns how high trees are that may be asked here, or 0 where XGBoost is to be asked. */
    private static int depth(Trainer trainer) {
        if (RegressionLoss.isLog(trainer)) {
            return 0;
        }
        if (trainer instanceof GradientBoosting classes) {
            return classes.depth();
        }
        if (trainer instanceof GradientBoostingRegressor numbers) {
            return numbers.depth();
        }
        if (trainer instanceof GradientBoostingRanker ranker) {
            return ranker.depth();
        }
        if (trainer instanceof XgboostForest classes) {
            return classes.depth();
        }
        return trainer instanceof XgboostForestRegressor numbers ? numbers.depth() : 0;
    }

    /** Numbers as the trees measure them: from a middle, in a unit. */
    record Scale(double middle, double unit) {
        /** That of classes. */
        static final Scale NONE = new Scale(0, 1);

        double number(double measured) {
            return middle + unit * measured;
        }
    }

    /** Trees in a file, in XGBoost's own binary JSON, which its other languages read too. */
    record SavedTrees(Schema schema, Trainer trainer, byte[] booster, Provenance provenance)
            implements Saved<XgboostModel> {
        @Override
        public XgboostModel restore() {
            return new XgboostModel(schema, trainer, trees(booster), Scale.NONE, provenance);
        }
    }

    /** Trees whose numbers are measured from a middle, in a unit. */
    record SavedNumberTrees(
            Schema schema,
            Trainer trainer,
            byte[] booster,
            double middle,
            double unit,
            Provenance provenance)
            implements Saved<XgboostModel> {
        @Override
        public XgboostModel restore() {
            return new XgboostModel(
                    schema, trainer, trees(booster), new Scale(middle, unit), provenance);
        }
    }

    static Booster trees(byte[] booster) {
        try {
            return XGBoost.loadModel(booster);
        } catch (XGBoostError | IOException e) {
            throw new IllegalArgumentException(
                    "XGBoost cannot read its trees: " + e.getMessage(), e);
        }
    }

    @Override
    public XgboostModel withoutRows() {
        return new XgboostModel(schema, trainer, booster, scale, Provenance.UNKNOWN);
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
    public String outcome() {
        lock.readLock().lock();
        try {
            // Who logs a run may have closed its model.
            return closed ? "" : BoostingRounds.outcome(trainer, booster);
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public Predictions predict(Table table) {
        var answers =
                asked(() -> predictor.predict(levels.columns(schema, table), table.rowCount()));
        return schema.target() instanceof Target.Classes classes
                ? ClassPredictions.ofColumns(classes.classes(), answers)
                : Predictions.of(Arrays.stream(answers[0]).map(scale::number).toArray());
    }

    @Override
    public double[][] importances() {
        int columns = schema.featureNames().size();
        return asked(
                () ->
                        levels.areNone()
                                ? XgboostGains.of(booster, columns)
                                : XgboostGains.ofSets(booster, columns));
    }

    @Override
    public OnnxValue onnx(OnnxGraph graph) {
        var trees = written();
        var sets = new CategoryOnnx(graph, schema, levels, trees.trees());
        var numbers = ModelOnnx.finite(sets.rows(), trainer.name());
        var rows = ModelOnnx.floats(numbers, trainer.name());
        var margins =
                TreesOnnx.sums(rows, sets.trees(), trees.starts().length)
                        .plus(graph.row(trees.starts()));
        if (!(schema.target() instanceof Target.Classes)) {
            var predicted = isLog ? margins.by("Exp") : margins;
            return predicted.times(scale.unit()).plus(scale.middle());
        }
        return ModelOnnx.softmax(
                trees.starts().length == 1
                        ? OnnxValue.beside(List.of(margins.minus(margins), margins))
                        : margins);
    }

    @Override
    public String sql(String from) {
        var sums = TreesSql.floatSums(written().trees(), asked(this::starts));
        var query = ModelSql.floatRows(schema, levels, trainer.name(), from);
        if (schema.target() instanceof Target.Classes classes) {
            return XgboostSql.classes(classes, sums, query);
        }
        var number = isLog ? "CAST(exp(%s) AS FLOAT) * %s + %s" : "(%s) * %s + %s";
        return ModelSql.number(
                number.formatted(
                        sums.get(0), SqlText.number(scale.unit()), SqlText.number(scale.middle())),
                query);
    }

    private float[] starts() {
        try {
            return XgboostLink.starts(booster, schema.features().size());
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost could not predict: " + e.getMessage(), e);
        }
    }

    private XgboostTrees written() {
        var trees = asked(() -> XgboostTrees.of(booster, schema.target()));
        return isLog ? trees.from(asked(this::starts)) : trees;
    }

    @Override
    public Contributions contributions(Table table) {
        var rows = levels.rows(schema, table);
        return asked(() -> XgboostShap.of(booster, schema, levels, scale, isLog, rows));
    }

    @Override
    public List<GrownTree> trees() {
        return written().grown(schema.featureNames(), levels, scale);
    }

    @Override
    public Saved<XgboostModel> saved() {
        return asked(
                () -> {
                    try {
                        var trees = booster.toByteArray("ubj");
                        return schema.target() instanceof Target.Classes
                                ? new SavedTrees(schema, trainer, trees, provenance)
                                : new SavedNumberTrees(
                                        schema,
                                        trainer,
                                        trees,
                                        scale.middle(),
                                        scale.unit(),
                                        provenance);
                    } catch (XGBoostError e) {
                        throw new IllegalStateException(
                                "XGBoost cannot write its trees: " + e.getMessage(), e);
                    }
                });
    }

    private <R> R asked(Supplier<R> question) {
        lock.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException(
                        "this model is closed; train it again, or close it later");
            }
            return question.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                predictor.close();
                booster.dispose();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public String toString() {
        return "Model[%s, label=%s]".formatted(trainer, schema.label());
    }
}
