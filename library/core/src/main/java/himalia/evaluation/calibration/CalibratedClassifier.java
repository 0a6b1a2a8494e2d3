package himalia.evaluation.calibration;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Amount;
import himalia.display.bundle.Interrupts;
import himalia.evaluation.folds.Splitter;
import himalia.evaluation.validation.CrossValidation;
import himalia.evaluation.validation.NestedTrainer;
import himalia.model.ClassPredictions;
import himalia.model.Classifier;
import himalia.model.Labels;
import himalia.model.Model;
import himalia.model.Predictions;
import himalia.model.Target;
import himalia.model.Trainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * A classifier whose probabilities are what they say: what they are is learnt from what models say of rows that they have not seen.
 *
 * <pre>{@code
 * var calibrated = new CalibratedClassifier(new LogisticRegression(1.0), CalibratedClassifier.Method.ISOTONIC, new StratifiedKFold(5, 42));
 * Model model = calibrated.fit(train, "churned");
 * Report.of(model, test).calibration(10)
 * }</pre>
 *
 * <p>As scikit-learn's {@code CalibratedClassifierCV(ensemble=False)}: the model is trained on all rows, the calibration on out-of-fold
 * predictions, of which it sees the log odds. SIGMOID sees the probabilities themselves where one of them is 0, as shares of trees and neighbours are, which have
 * no log odds; scikit-learn does so for all models without a decision function. Of more than two classes, SIGMOID and ISOTONIC calibrate each against all others and share out the sum.
 *
 * @param trainer of the classifier
 * @param method how decision values become probabilities
 * @param splitter judges by each row once, such as {@code StratifiedKFold}
 */
public record CalibratedClassifier(Trainer trainer, Method method, Splitter splitter)
        implements NestedTrainer, Classifier {
    /** How decision values become probabilities. */
    public enum Method {
        /** {@link PlattScaling}: for few rows. */
        SIGMOID,
        /** {@link IsotonicCalibration}: for a thousand rows and more. */
        ISOTONIC,
        /** {@link TemperatureScaling}: leaves the most probable class as it is. */
        TEMPERATURE
    }

    /** So small a probability has the logit of one that a double can tell from 0. */
    private static final double LEAST = 1e-15;

    /** What scikit-learn adds to the shares of trees and neighbours before it takes their logarithm. */
    private static final double NEVER = 1e-12;

    public CalibratedClassifier {
        given(trainer, "trainer");
        given(method, "method");
        given(splitter, "splitter");
    }

    @Override
    public Model fit(Table table, String label) {
        if (trainer.predicts().filter(kind -> kind == Target.Kind.NUMBERS).isPresent()) {
            // Before all folds are trained.
            throw noClasses(label);
        }
        var labels = Labels.toLearn(table, label);
        if (!(outOfFold(table, label) instanceof ClassPredictions said)) {
            throw noClasses(label);
        }
        var codes = labels.codes();
        var kept = NestedTrainer.columnsOf(trainer);
        var places = splitter.columns().stream().filter(column -> !kept.contains(column));
        var features = table.rejectColumns(places.toArray(String[]::new));
        var model = onAllRows(features.setName(table.name()), label);
        boolean areOdds = method == Method.ISOTONIC || haveOdds(said);
        if (method == Method.TEMPERATURE) {
            var logits =
                    IntStream.range(0, codes.length)
                            .mapToObj(row -> logs(said.probabilities(row), areOdds))
                            .toArray(double[][]::new);
            return new CalibratedModel(
                    this,
                    model,
                    List.of(),
                    List.of(TemperatureScaling.fit(logits, codes)),
                    areOdds);
        }
        var calibrators = new ArrayList<Calibrator>();
        int classes = labels.classes().size();
        for (int code = classes == 2 ? 1 : 0; code < classes; code++) {
            int each = code;
            var decision = new double[codes.length];
            var positive = new boolean[codes.length];
            for (int row = 0; row < codes.length; row++) {
                decision[row] = decision(said.probabilities(row), each, areOdds);
                positive[row] = codes[row] == each;
            }
            calibrators.add(
                    method == Method.SIGMOID
                            ? PlattScaling.fit(decision, positive)
                            : IsotonicCalibration.fit(decision, positive));
        }
        return new CalibratedModel(this, model, calibrators, List.of(), areOdds);
    }

    /** Trains the folds; their validation is in nobody's variable, and what it says of an interrupt would lead nowhere. */
    private Predictions outOfFold(Table table, String label) {
        var folds = CrossValidation.of(trainer, table, label, splitter);
        try {
            return folds.outOfFold();
        } catch (CancellationException e) {
            // What is told of a cause is not the advice of the validation.
            throw Interrupts.threw(e)
                    ? interrupted(
                            "after %d of %s"
                                    .formatted(folds.done(), Amount.of(folds.folds(), "fold")),
                            e.getCause())
                    : e;
        }
    }

    private Model onAllRows(Table features, String label) {
        try {
            return trainer.fit(features, label);
        } catch (CancellationException e) {
            throw Interrupts.threw(e)
                    ? interrupted("in the training on all rows, after all folds", e)
                    : e;
        }
    }

    private CancellationException interrupted(String where, @Nullable Throwable cause) {
        var whole =
                new CancellationException(
                        "%s was interrupted %s; nothing of it is kept, since it is calibrated by all of them; fit it again"
                                .formatted(name(), where));
        whole.initCause(cause);
        return whole;
    }

    private IllegalArgumentException noClasses(String label) {
        return new IllegalArgumentException(
                "CalibratedClassifier takes what tells classes apart, and %s predicts numbers of '%s'; take a classifier such as LogisticRegression"
                        .formatted(trainer, label));
    }

    @Override
    public List<String> columns() {
        return NestedTrainer.columnsOf(splitter, List.of(trainer));
    }

    /**
     * Returns whether no class is impossible: of shares of rows and trees some are, and a sigmoid of what stands for their log odds is as sure as
     * those. What is nearly certain by log odds may be 1, but nothing is 0 there.
     */
    private static boolean haveOdds(ClassPredictions said) {
        return IntStream.range(0, said.size())
                .allMatch(row -> Arrays.stream(said.probabilities(row)).allMatch(p -> p > 0));
    }

    /** Returns what a calibrator sees of the probability of a class. */
    double decision(double[] probabilities, int code, boolean areOdds) {
        double p = probabilities[code];
        if (areOdds && method == Method.SIGMOID && probabilities.length == 2) {
            // How sure a model is beyond what 1 less a little can tell, the other class tells.
            return Math.log(Math.max(Double.MIN_VALUE, p))
                    - Math.log(Math.max(Double.MIN_VALUE, probabilities[1 - code]));
        }
        return areOdds ? logit(p) : p;
    }

    private static double logit(double probability) {
        double p = Math.min(1 - LEAST, Math.max(LEAST, probability));
        return Math.log(p) - Math.log1p(-p);
    }

    /** Returns logits; of what may be 0 scikit-learn's, which are less sure of that than a double. */
    static double[] logs(double[] probabilities, boolean areOdds) {
        var logs = new double[probabilities.length];
        for (int k = 0; k < logs.length; k++) {
            logs[k] =
                    Math.log(
                            areOdds ? Math.max(LEAST, probabilities[k]) : probabilities[k] + NEVER);
        }
        return logs;
    }
}
