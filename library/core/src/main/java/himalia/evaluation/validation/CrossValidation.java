package himalia.evaluation.validation;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Amount;
import himalia.display.bundle.Displayable;
import himalia.display.bundle.InterruptCheck;
import himalia.display.bundle.Interrupts;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Progress;
import himalia.display.bundle.Visible;
import himalia.evaluation.Evaluation;
import himalia.evaluation.Metric;
import himalia.evaluation.folds.Fold;
import himalia.evaluation.folds.FoldAdvice;
import himalia.evaluation.folds.Splitter;
import himalia.model.ClassPredictions;
import himalia.model.Labels;
import himalia.model.Predictions;
import himalia.model.Trainer;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * A model trained once for each fold and judged by the rows it has not seen.
 *
 * <pre>{@code
 * var cv = CrossValidation.of(trainer, table, "churned", new StratifiedKFold(5, 42));
 * cv.scores("roc_auc", "neg_log_loss")     // their means, deviations and intervals
 * cv.outOfFold()                           // each row's prediction by the model that has not seen it
 * cv.evaluation()                          // the report of these
 * }</pre>
 *
 * <p>Models are trained when scores are first asked for, and let go once they have predicted. After an interrupt, what is done stays: the next
 * call goes on with the rest. What prepares columns belongs into a pipeline, so that it learns from each fold's rows alone. Columns that only say where a row belongs, {@link
 * Splitter#columns}, are no features.
 *
 * <p>Nested: the trainer may itself choose by cross-validation, as a {@link ModelSelector} does; columns that it cuts by are left to it.
 */
public final class CrossValidation implements Displayable {
    private final Trainer trainer;
    private final Table table;
    private final String label;
    private final List<Fold> folds;
    private final LeftColumns left;
    private final FoldAdvice advice;
    private final List<JudgedFold> done = new ArrayList<>();
    private @Nullable List<String> classes;

    private CrossValidation(
            Trainer trainer, Table table, List<Fold> folds, LeftColumns left, FoldAdvice advice) {
        this.trainer = trainer;
        this.table = table;
        this.label = advice.label();
        this.folds = folds;
        this.left = left;
        this.advice = advice;
    }

    /**
     * Cuts the folds; nothing is trained yet.
     *
     * @param trainer an algorithm or a pipeline
     * @param table the rows to learn from and to judge by
     * @param label the column that holds what is predicted
     * @throws IllegalArgumentException if there is no such column, the rows cannot be cut so, or a ranker's queries are torn
     *     apart
     */
    public static CrossValidation of(
            Trainer trainer, Table table, String label, Splitter splitter) {
        given(trainer, "trainer");
        given(table, "table");
        given(label, "label");
        given(splitter, "splitter");
        Tables.column(table, label);
        return new CrossValidation(
                trainer,
                features(trainer, table, label, splitter),
                TornQueries.refuse(trainer, table, splitter, splitter.split(table, label)),
                LeftColumns.of(trainer, splitter),
                new FoldAdvice(splitter, table, label));
    }

    /** Leaves out the columns that say where rows belong, but those that the trainer itself cuts by. */
    static Table features(Trainer trainer, Table table, String label, Splitter splitter) {
        if (splitter.columns().contains(label)) {
            throw new IllegalArgumentException(
                    "'%s' is the label, and cannot say which rows belong together, too"
                            .formatted(label));
        }
        splitter.columns().forEach(column -> Tables.column(table, column));
        var left = LeftColumns.of(trainer, splitter).names();
        return table.rejectColumns(left.toArray(String[]::new)).setName(table.name());
    }

    /**
     * Returns the scores of each fold.
     *
     * @param metrics by their names, such as {@code roc_auc}; none for those that a report shows
     * @throws IllegalArgumentException if one is not known, or judges what the trainer is known not to predict, before anything is trained
     * @throws CancellationException if it is interrupted; ask again to go on with the folds that are left
     */
    public CrossValidationScores scores(String... metrics) {
        given(metrics, "metrics");
        return scores(Arrays.stream(metrics).map(Metric::named).toList());
    }

    /** Refuses a metric that some fold leaves undefined whatever is predicted, naming the fold; nothing is trained for it. */
    public void checkDefined(Metric metric) {
        UndefinedFolds.refuse(given(metric, "metric"), folds, advice);
    }

    /** Returns the scores of each fold by metrics of one's own. */
    public CrossValidationScores scores(List<Metric> metrics) {
        given(metrics, "metrics");
        try (var progress = Progress.whenLong("folds", folds.size())) {
            return train(metrics, progress, soFar -> {});
        }
    }

    /**
     * The same, and tells a listener after each fold what there is so far. It shows no progress, which is the listener's; what he throws ends it, and
     * the folds that are done stay.
     */
    public CrossValidationScores scores(
            List<Metric> metrics, Consumer<CrossValidationScores> listener) {
        given(metrics, "metrics");
        given(listener, "listener");
        try (var progress = Progress.unseen("folds", folds.size())) {
            return train(metrics, progress, listener);
        }
    }

    private List<FoldScores> ofFolds(List<Metric> metrics) {
        return done.stream().map(each -> each.scores(metrics)).toList();
    }

    /** Trains what is left, and scores each fold once: a metric may take as long as a model. */
    private CrossValidationScores train(
            List<Metric> metrics, Progress progress, Consumer<CrossValidationScores> listener) {
        checkNames(metrics);
        metrics.forEach(metric -> metric.checkFits(trainer));
        var interrupt = new InterruptCheck();
        progress.advance(done.size());
        var told = new ArrayList<>(ofFolds(metrics));
        while (done.size() < folds.size()) {
            if (interrupt.isInterrupted()) {
                throw interrupted();
            }
            var judged = judged(folds.get(done.size()));
            // A metric that throws does not lose the model's answers.
            done.add(judged);
            // One that is not of this kind of target is refused after the first fold, not after
            // the last.
            told.add(judged.scores(metrics));
            progress.advance(1);
            var soFar = new CrossValidationScores(trainer.toString(), told);
            // It stays when all is done, and there is read as the result: that of the last fold is
            // none.
            progress.note(soFar.firstMean());
            listener.accept(soFar);
        }
        progress.finish("");
        return new CrossValidationScores(trainer.toString(), told);
    }

    private static void checkNames(List<Metric> metrics) {
        var byName = new HashMap<String, Metric>();
        for (var metric : metrics) {
            var other = byName.putIfAbsent(metric.name(), metric);
            if (other != null && !other.equals(metric)) {
                throw new IllegalArgumentException(
                        "two metrics are called '%s', and scores are told by their names; give one of them another"
                                .formatted(metric.name()));
            }
        }
    }

    private JudgedFold judged(Fold fold) {
        try {
            return left.told(
                    () -> JudgedFold.of(trainer, table, fold, done.size(), advice, this::classes));
        } catch (CancellationException e) {
            if (!Interrupts.threw(e)) {
                throw e;
            }
            var whole = interrupted();
            whole.initCause(e);
            throw whole;
        }
    }

    private List<String> classes() {
        var all = classes == null ? Labels.toLearn(table, label).classes() : classes;
        classes = all;
        return all;
    }

    private CancellationException interrupted() {
        return new CancellationException(
                "cross-validation was interrupted after %d of %s; a CrossValidation in a variable keeps them, and its scores(…) goes on"
                        .formatted(done.size(), Amount.of(folds.size(), "fold")));
    }

    /** Returns how many folds there are. */
    public int folds() {
        return folds.size();
    }

    /** Returns how many of them are trained and judged. */
    public int done() {
        return done.size();
    }

    /**
     * Returns what is said of each row by the model that has not seen it, in the table's order.
     *
     * @throws IllegalStateException if a row is judged by several times, or never
     */
    public Predictions outOfFold() {
        var foldOf = new int[table.rowCount()];
        var placeOf = new int[foldOf.length];
        Arrays.fill(foldOf, -1);
        for (int fold = 0; fold < folds.size(); fold++) {
            var rows = folds.get(fold).testRows();
            for (int i = 0; i < rows.length; i++) {
                if (foldOf[rows[i]] >= 0) {
                    throw notOnce(rows[i], "several times");
                }
                foldOf[rows[i]] = fold;
                placeOf[rows[i]] = i;
            }
        }
        for (int row = 0; row < foldOf.length; row++) {
            if (foldOf[row] < 0) {
                throw notOnce(row, "never");
            }
        }
        scores(List.of());
        if (done.get(0).predictions() instanceof ClassPredictions first) {
            return Predictions.of(
                    first.classes(),
                    IntStream.range(0, foldOf.length)
                            .mapToObj(row -> of(foldOf[row]).probabilities(placeOf[row]))
                            .toArray(double[][]::new));
        }
        return Predictions.of(
                IntStream.range(0, foldOf.length)
                        .mapToDouble(row -> of(foldOf[row]).number(placeOf[row]))
                        .toArray());
    }

    private Predictions of(int fold) {
        return done.get(fold).predictions();
    }

    private static IllegalStateException notOnce(int row, String howOften) {
        return new IllegalStateException(
                "row %d is judged by %s, so it has no one prediction; take a splitter that judges by each row once, such as KFold or StratifiedKFold"
                        .formatted(row, howOften));
    }

    /** Returns how good the out-of-fold predictions are, all rows together. */
    public Evaluation evaluation() {
        return JudgedFold.judged(trainer, outOfFold(), table, label);
    }

    /** Shows the folds that are done; none is trained for it. */
    @Override
    public MimeBundle bundle() {
        if (done.isEmpty()) {
            return MimeBundle.plain(Visible.line(toString()));
        }
        return new CrossValidationScores(toString(), ofFolds(List.of())).bundle();
    }

    @Override
    public String toString() {
        return "CrossValidation of %s: %d of %s done"
                .formatted(trainer, done.size(), Amount.of(folds.size(), "fold"));
    }
}
