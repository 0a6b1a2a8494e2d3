package himalia.evaluation.folds;

import static himalia.display.bundle.Given.given;

import himalia.model.Labels;
import himalia.model.Target;
import himalia.model.Trainer;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Parts of the rows that are equally hard: rows of each class are dealt out by how probable a model of the other rows finds them,
 * so that scores differ less from fold to fold. imbalanced-learn's {@code InstanceHardnessCV}.
 *
 * <pre>{@code
 * new InstanceHardnessCv(new LogisticRegression(1.0), 5).split(train, "churned")
 * }</pre>
 *
 * <p>Of two classes, rows are ordered by the probability of the second, as imbalanced-learn does; of more, which it refuses, by
 * that of their own.
 *
 * @param estimator how the model is trained that finds rows hard; once for each fold
 * @param folds how many, at least 2
 */
public record InstanceHardnessCv(Trainer estimator, int folds) implements Splitter {
    public InstanceHardnessCv {
        given(estimator, "estimator", "give a trainer, such as new LogisticRegression(1.0)");
        FoldNumbers.checkFolds(folds);
    }

    @Override
    public List<Fold> split(Table table, String label) {
        var labels = FoldNumbers.labels(table, label);
        // The row would be learnt from by one model of two, and the other one has no two classes.
        if (labels.classes().size() == 2 && IntStream.of(labels.counts()).anyMatch(n -> n < 2)) {
            throw new IllegalArgumentException(new FoldAdvice(this, table, label).text());
        }
        var probabilities = probabilities(table, label, labels);
        var codes = labels.codes();
        var order =
                IntStream.range(0, codes.length)
                        .boxed()
                        .sorted(
                                Comparator.<Integer>comparingInt(row -> codes[row])
                                        .thenComparingDouble(row -> probabilities[row]))
                        .toList();
        var foldOf = new int[codes.length];
        for (int i = 0; i < foldOf.length; i++) {
            foldOf[order.get(i)] = i % folds;
        }
        return FoldNumbers.folds(foldOf, folds);
    }

    private double[] probabilities(Table table, String label, Labels labels) {
        boolean isBinary = labels.classes().size() == 2;
        var probabilities = new double[labels.size()];
        for (var fold : new StratifiedKFold(folds).split(table, label)) {
            try (var model = estimator.fit(fold.train(table), label)) {
                Target.checkClasses(model, "InstanceHardnessCv");
                var predictions =
                        model.predict(fold.test(table)).ofClasses().withClasses(labels.classes());
                var rows = fold.testRows();
                for (int i = 0; i < rows.length; i++) {
                    int code = isBinary ? 1 : labels.code(rows[i]);
                    probabilities[rows[i]] = predictions.probability(i, labels.classes().get(code));
                }
            }
        }
        return probabilities;
    }
}
