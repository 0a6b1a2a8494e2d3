package himalia.evaluation.costs;

import himalia.evaluation.costs.SamplingEffect.Way;
import himalia.evaluation.folds.StratifiedKFold;
import himalia.model.Labels;
import himalia.model.Predictions;
import himalia.model.Target;
import himalia.model.Trainer;
import himalia.table.Tables;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/** Rows in five parts with the same shares of both classes, each judged by models of the other four. */
final class JudgedFolds {
    private static final int FOLDS = 5;
    private static final double HALF = 0.5;

    private final Table rows;
    private final String label;
    private final List<String> classes;
    private final boolean[] isPositive;
    private final int[] foldOf;

    /** Deals the rows of each class out to the parts, in an order of chance. */
    JudgedFolds(Table rows, String label, List<String> classes, long seed) {
        this.rows = rows;
        this.label = label;
        this.classes = classes;
        var labels = Labels.toCompare(rows, label, classes);
        isPositive = new boolean[rows.rowCount()];
        for (int row = 0; row < isPositive.length; row++) {
            isPositive[row] = labels.code(row) == 1;
        }
        foldOf = new StratifiedKFold(FOLDS, seed).foldOfEach(labels.codes());
    }

    List<Way> judge(
            Trainer trainer,
            Trainer weighted,
            BiFunction<Table, String, Table> sampler,
            SamplingEffect.Change change) {
        boolean isCorrected = change == SamplingEffect.Change.SHARES;
        var names =
                List.of(
                                SamplingEffect.AS_IT_IS,
                                SamplingEffect.WEIGHTS,
                                SamplingEffect.SAMPLED,
                                SamplingEffect.CORRECTED)
                        .subList(0, isCorrected ? 4 : 3);
        var scores = new double[names.size()][foldOf.length];
        for (int fold = 0; fold < FOLDS; fold++) {
            var learnt = Tables.rows(rows, part(fold, false)).setName(rows.name());
            var asked = part(fold, true);
            var sampled = sampler.apply(learnt, label);
            put(scores[0], asked, predicted(trainer, learnt, asked));
            put(scores[1], asked, predicted(weighted, learnt, asked));
            var predictions = predicted(trainer, sampled, asked);
            put(scores[2], asked, predictions);
            if (isCorrected) {
                var correction = PriorCorrection.of(sampled, learnt, label);
                put(scores[3], asked, correction.apply(predictions));
            }
        }
        return IntStream.range(0, names.size())
                .mapToObj(i -> way(names.get(i), scores[i]))
                .toList();
    }

    private int[] part(int fold, boolean isIn) {
        return IntStream.range(0, foldOf.length)
                .filter(row -> (foldOf[row] == fold) == isIn)
                .toArray();
    }

    private Predictions predicted(Trainer trainer, Table learnt, int[] asked) {
        try (var model = trainer.fit(learnt, label)) {
            Target.checkClasses(model, "SamplingEffect");
            return model.predict(Tables.rows(rows, asked));
        }
    }

    private void put(double[] scores, int[] asked, Predictions predictions) {
        var probabilities = predictions.probabilities(classes.get(1));
        for (int i = 0; i < asked.length; i++) {
            scores[asked[i]] = probabilities[i];
        }
    }

    private Way way(String name, double[] scores) {
        double brier = 0;
        for (int row = 0; row < scores.length; row++) {
            double missed = scores[row] - (isPositive[row] ? 1 : 0);
            brier += missed * missed / scores.length;
        }
        var thresholds = new double[FOLDS];
        for (int fold = 0; fold < FOLDS; fold++) {
            thresholds[fold] = best(scores, part(fold, false));
        }
        return new Way(
                name,
                Arrays.stream(scores).average().orElse(Double.NaN),
                brier,
                f1(scores, Collections.nCopies(FOLDS, HALF)),
                best(scores, IntStream.range(0, scores.length).toArray()),
                f1(scores, Arrays.stream(thresholds).boxed().toList()));
    }

    /** The middle between the lowest score that is an alarm and the next one: other rows lie on both sides of it. */
    private double best(double[] scores, int[] some) {
        var pairs =
                IntStream.of(some)
                        .mapToObj(row -> new double[] {1 - scores[row], scores[row]})
                        .toArray(double[][]::new);
        double lowest =
                ThresholdTuner.of(Predictions.of(classes, pairs), Tables.rows(rows, some), label)
                        .toF1()
                        .threshold();
        double next =
                IntStream.of(some)
                        .mapToDouble(row -> scores[row])
                        .filter(score -> score < lowest)
                        .max()
                        .orElse(lowest);
        return (lowest + next) / 2;
    }

    /** The F1 of all rows, each by the threshold of its part. */
    private double f1(double[] scores, List<Double> thresholds) {
        int hits = 0;
        int errors = 0;
        for (int row = 0; row < scores.length; row++) {
            boolean isAlarm = scores[row] >= thresholds.get(foldOf[row]);
            hits += isAlarm && isPositive[row] ? 1 : 0;
            errors += isAlarm == isPositive[row] ? 0 : 1;
        }
        return hits == 0 ? 0 : 2.0 * hits / (2 * hits + errors);
    }
}
