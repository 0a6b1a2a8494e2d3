package himalia.sampling;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Amount;
import himalia.model.Target;
import himalia.model.Trainer;
import himalia.table.Quantile;
import himalia.table.Seeds;
import himalia.table.Shuffle;
import himalia.table.Tables;
import java.util.Arrays;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Drops the rows of common classes that a model finds hard: those whose class it gives the least probability, when it has
 * learnt from the other rows.
 *
 * <pre>{@code
 * var sampler = new InstanceHardnessThreshold(new LogisticRegression(1.0), 42);
 * Table easier = sampler.resample(train, "churned");
 * }</pre>
 *
 * <p>Of rows that are equally hard as the last that stays all stay, so there may be more than asked for. The rest keeps its
 * order.
 *
 * <p>M. R. Smith, T. Martinez, C. Giraud-Carrier (2014): An Instance Level Analysis of Data Complexity. Machine Learning
 * 95 (2), 225–256.
 *
 * @param estimator how the model is trained
 * @param folds in how many parts the table is cut; each is judged by a model of the others
 * @param strategy which classes shrink, and to how many rows
 * @param seed makes two runs agree
 */
public record InstanceHardnessThreshold(Trainer estimator, int folds, Strategy strategy, long seed)
        implements SeededSampler {
    public InstanceHardnessThreshold {
        given(estimator, "estimator", "give a trainer, such as new LogisticRegression(1.0)");
        if (folds < 2) {
            throw new IllegalArgumentException("folds must be at least 2, got " + folds);
        }
        given(strategy, "strategy");
    }

    public InstanceHardnessThreshold(Trainer estimator, long seed) {
        this(estimator, 5, Strategy.AUTO, seed);
    }

    @Override
    public Resampling trace(Table table, String label, RandomGenerator random) {
        var classes = Classes.of(table, label);
        var targets = strategy.targets(Strategy.Kind.DROP, classes);
        return cut(table, label, classes, targets, probabilities(table, label, classes, random));
    }

    /**
     * Takes probabilities that are known.
     *
     * @param probabilities of each row how probable its own class is, from 0 to 1
     */
    public Resampling trace(Table table, String label, double[] probabilities) {
        var classes = Classes.of(table, label);
        given(probabilities, "probabilities");
        if (probabilities.length != classes.codes().length) {
            throw new IllegalArgumentException(
                    "probabilities has %d values, and the table %d rows; give one a row"
                            .formatted(probabilities.length, classes.codes().length));
        }
        for (var row = 0; row < probabilities.length; row++) {
            if (!(probabilities[row] >= 0 && probabilities[row] <= 1)) {
                throw new IllegalArgumentException(
                        "the probability of row %d must be from 0 to 1, got %s"
                                .formatted(row, probabilities[row]));
            }
        }
        var targets = strategy.targets(Strategy.Kind.DROP, classes);
        return cut(table, label, classes, targets, probabilities);
    }

    /**
     * Says how hard each row is: {@code row}, {@code class}, {@code hardness}, which is 1 less the probability that a model of the
     * other rows gives its class.
     *
     * <pre>{@code
     * Charts.histogram(sampler.hardness(train, "churned")).x("hardness").by("class")
     * }</pre>
     */
    public Table hardness(Table table, String label) {
        var classes = Classes.of(table, label);
        var hardness = probabilities(table, label, classes, Seeds.random(seed));
        var codes = classes.codes();
        return Table.create(
                "hardness",
                IntColumn.create("row", IntStream.range(0, codes.length).toArray()),
                StringColumn.create(
                        "class",
                        IntStream.of(codes).mapToObj(code -> classes.names().get(code)).toList()),
                DoubleColumn.create(
                        "hardness", DoubleStream.of(hardness).map(p -> 1 - p).toArray()));
    }

    private static Resampling cut(
            Table table,
            String label,
            Classes classes,
            Map<Integer, Integer> targets,
            double[] probabilities) {
        var draft = new Draft(table.rowCount());
        targets.forEach(
                (code, keep) -> {
                    var rows = classes.rows(code);
                    var sorted =
                            IntStream.of(rows).mapToDouble(row -> probabilities[row]).toArray();
                    Arrays.sort(sorted);
                    var threshold = Quantile.of(sorted, 1 - (double) keep / rows.length);
                    for (var row : rows) {
                        if (probabilities[row] < threshold) {
                            draft.remove(row, Draft.NONE);
                        }
                    }
                });
        return new Resampling(Tables.rows(table, draft.kept()), draft, table, label, classes);
    }

    private double[] probabilities(
            Table table, String label, Classes classes, RandomGenerator random) {
        var foldOf = folds(classes, random);
        var probabilities = new double[foldOf.length];
        for (var fold = 0; fold < folds; fold++) {
            var part = fold;
            var asked = IntStream.range(0, foldOf.length).filter(i -> foldOf[i] == part).toArray();
            var learnt = IntStream.range(0, foldOf.length).filter(i -> foldOf[i] != part).toArray();
            try (var model = estimator.fit(Tables.rows(table, learnt), label)) {
                Target.checkClasses(model, "InstanceHardnessThreshold");
                var predictions = model.predict(Tables.rows(table, asked));
                for (var i = 0; i < asked.length; i++) {
                    var name = classes.names().get(classes.codes()[asked[i]]);
                    probabilities[asked[i]] = predictions.probability(i, name);
                }
            }
        }
        return probabilities;
    }

    /** Refuses classes that have no row for each fold: the one that asks for fewest is named. */
    void checkFolds(Classes classes) {
        var counts = classes.counts();
        var code = classes.minority();
        if (counts[code] < folds) {
            throw new IllegalArgumentException(
                    "class '%s' has %s, and %d folds need one each; %s"
                            .formatted(
                                    classes.names().get(code),
                                    Amount.of(counts[code], "row"),
                                    folds,
                                    counts[code] < 2
                                            ? "drop the class, or get more rows of it"
                                            : "take at most %d folds, or drop the class"
                                                    .formatted(counts[code])));
        }
    }

    /** Deals the rows of each class out to the folds, in an order of chance. */
    private int[] folds(Classes classes, RandomGenerator random) {
        checkFolds(classes);
        var foldOf = new int[classes.codes().length];
        var dealt = 0;
        for (var code = 0; code < classes.names().size(); code++) {
            var rows = classes.rows(code);
            Shuffle.first(rows, rows.length, random);
            for (var row : rows) {
                foldOf[row] = dealt++ % folds;
            }
        }
        return foldOf;
    }
}
