package himalia.evaluation;

import static himalia.display.bundle.Given.given;

import himalia.model.ClassPredictions;
import himalia.model.Labels;
import himalia.model.Model;
import himalia.model.Predictions;
import himalia.model.Target;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * How good a model's predictions are.
 *
 * <pre>{@code
 * var report = Report.of(model, test);
 * report.recall("1")
 * report.rocAuc()
 * report.metrics()    // all of them by name, for the run log
 * }</pre>
 */
public final class Report implements Evaluation {
    private final Judged judged;
    private final Labels actual;
    private final ClassPredictions predictions;
    private final Optional<String> positive;
    private final Map<String, Scores> scores = new ConcurrentHashMap<>();
    private @Nullable Confusion counted;

    private Report(Judged judged, Labels actual, ClassPredictions predictions) {
        this(judged, actual, predictions, second(actual.classes()));
    }

    private Report(
            Judged judged, Labels actual, ClassPredictions predictions, Optional<String> positive) {
        this.judged = judged;
        this.actual = actual;
        this.predictions = predictions;
        this.positive = positive;
    }

    private static Optional<String> second(List<String> classes) {
        return classes.size() == 2 ? Optional.of(classes.get(1)) : Optional.empty();
    }

    /**
     * Judges a model by rows whose class is known; where it has learnt from some of them, the report says so.
     *
     * @param test has the model's features and its label
     */
    public static Report of(Model model, Table test) {
        given(model, "model");
        given(test, "test");
        Judged.checkRows(test);
        Target.checkLabelled(model, "a report");
        if (model.schema().target() instanceof Target.Numbers) {
            throw new IllegalArgumentException(
                    "a Report is of classes, and this model predicts numbers of '%s'; ask RegressionReport.of(model, test), or Evaluation.of(model, test) for either"
                            .formatted(model.schema().label()));
        }
        var actual = Labels.toCompare(test, model.schema().label(), model.classes());
        return new Report(Judged.of(model, test), actual, model.predict(test).ofClasses());
    }

    /** Judges predictions by the label of the table they were made for. */
    public static Report of(Predictions predictions, Table test, String label) {
        given(predictions, "predictions");
        given(test, "test");
        given(label, "label");
        var actual =
                Labels.toCompare(test, label, predictions.classes(), "the predictions know only");
        if (actual.size() != predictions.size() || actual.size() == 0) {
            throw new IllegalArgumentException(
                    "there are %d predictions and %d rows to judge them by"
                            .formatted(predictions.size(), actual.size()));
        }
        return new Report(Judged.PREDICTIONS, actual, predictions.ofClasses());
    }

    @Override
    public String title() {
        return judged.title();
    }

    @Override
    public String warning() {
        return judged.warning();
    }

    @Override
    public int rows() {
        return actual.size();
    }

    public List<String> classes() {
        return actual.classes();
    }

    public synchronized Confusion confusion() {
        var now = counted == null ? Confusion.of(actual, predictions) : counted;
        counted = now;
        return now;
    }

    /** Returns, of the rows predicted as a class, the share that belongs to it. */
    public double precision(String className) {
        return confusion().precision(className);
    }

    /** Returns, of the rows of a class, the share that was found. */
    public double recall(String className) {
        return confusion().recall(className);
    }

    /** Returns the harmonic mean of a class's precision and recall. */
    public double f1(String className) {
        return confusion().f1(className);
    }

    public double accuracy() {
        return confusion().accuracy();
    }

    public double mcc() {
        return confusion().mcc();
    }

    /** Returns one class's scores against the truth: its curves, and what they enclose. */
    public Scores scores(String className) {
        return scores.computeIfAbsent(given(className, "className"), this::counted);
    }

    private Scores counted(String className) {
        int place = classes().indexOf(className);
        var score = predictions.probabilities(className);
        var positive = new boolean[rows()];
        for (int row = 0; row < positive.length; row++) {
            positive[row] = actual.code(row) == place;
        }
        return Scores.of(positive, score);
    }

    /** Returns the area under the ROC curve: of the positive class, or, where none is, the mean over all. */
    public double rocAuc() {
        return hasPositive() ? scores(positive()).rocAuc() : rocAucOvr(Average.MACRO);
    }

    /**
     * Returns the mean area under the ROC curves of each class against all others.
     *
     * @param average MACRO or WEIGHTED; where a class has no row it is NaN
     */
    public double rocAucOvr(Average average) {
        return MulticlassAreas.ovr(this, average, Scores::rocAuc);
    }

    /**
     * Returns the mean area under the ROC curves of each class against each other, both ways; it does not depend on how many rows a
     * class has.
     *
     * @param average MACRO or WEIGHTED; where a class has no row it is NaN
     */
    public double rocAucOvo(Average average) {
        return MulticlassAreas.ovo(actual, predictions, average);
    }

    /** Returns the average precision: of the positive class, or, where none is, the mean over all. */
    public double prAuc() {
        return hasPositive()
                ? scores(positive()).averagePrecision()
                : MulticlassAreas.ovr(this, Average.MACRO, Scores::averagePrecision);
    }

    /**
     * Returns the share of rows whose class is among the {@code k} most probable ones; of equally probable ones the last counts
     * first.
     */
    public double topK(int k) {
        return TopClasses.share(actual, predictions, k);
    }

    /**
     * Returns how often what is said is so: by the probability of the positive class, or, where none is, by that of the most
     * probable one.
     */
    public CalibrationCurve calibration(int bins) {
        if (hasPositive()) {
            return scores(positive()).calibration(bins);
        }
        var isRight = new boolean[rows()];
        var most = new double[isRight.length];
        for (int row = 0; row < isRight.length; row++) {
            int code = predictions.code(row);
            isRight[row] = code == actual.code(row);
            most[row] = predictions.probability(row, code);
        }
        return CalibrationCurve.uniform(isRight, most, bins);
    }

    public double logLoss() {
        return ProbabilityLoss.logLoss(actual.codes(), probabilities(), ones());
    }

    /** Returns the mean squared error of the probabilities: of the positive class, or, where none is, the sum over all. */
    public double brier() {
        return hasPositive()
                ? scores(positive()).brier()
                : ProbabilityLoss.brier(actual.codes(), probabilities(), ones());
    }

    /** Returns the class that counts as positive: the second of two, unless {@link #positive(String)} has named one. */
    public String positive() {
        return positive.orElseThrow(
                () ->
                        new IllegalStateException(
                                "there is no positive class among %d; name one of: %s"
                                        .formatted(
                                                classes().size(), String.join(", ", classes()))));
    }

    boolean hasPositive() {
        return positive.isPresent();
    }

    /**
     * Judges the same with the class of this name as the positive one: scikit-learn's {@code pos_label}. Of more than two classes,
     * all others are the negative one then.
     *
     * <pre>{@code
     * Report.of(model, test).positive("churn").metrics()
     * Report.of(irises, test).positive("virginica").rocAuc()    // virginica against both others
     * }</pre>
     *
     * @throws IllegalArgumentException if there is no class of that name
     */
    public Report positive(String className) {
        predictions.probabilities(given(className, "className"));
        return new Report(judged, actual, predictions, Optional.of(className));
    }

    /** Returns true if there are two classes. */
    public boolean isBinary() {
        return classes().size() == 2;
    }

    /**
     * Returns every metric by name, in a fixed order.
     *
     * <p>{@code precision}, {@code recall}, {@code f1} and {@code roc_auc} are those of the positive class; where none is, {@code precision_macro} and
     * so on, and {@code roc_auc_ovr}, are means over all. {@link Metric#named} knows each of the names.
     */
    @Override
    public Map<String, Double> metrics() {
        return ReportMetrics.of(this);
    }

    @Override
    public Report ofRows(int... rows) {
        Judged.checkChosen(rows, rows());
        var codes = new int[rows.length];
        var probabilities = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            codes[i] = actual.code(rows[i]);
            probabilities[i] = predictions.probabilities(rows[i]);
        }
        return new Report(
                judged,
                actual.withCodes(codes),
                ClassPredictions.of(classes(), probabilities),
                positive);
    }

    private double[][] probabilities() {
        return IntStream.range(0, rows())
                .mapToObj(predictions::probabilities)
                .toArray(double[][]::new);
    }

    private double[] ones() {
        var ones = new double[rows()];
        Arrays.fill(ones, 1);
        return ones;
    }

    Judged judged() {
        return judged;
    }

    @Override
    public String toString() {
        return judged.after(ReportText.headline(this), ". ");
    }
}
