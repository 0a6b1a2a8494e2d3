package himalia.training;

import himalia.display.bundle.InterruptCheck;
import himalia.display.bundle.Progress;
import himalia.model.Labels;
import himalia.model.Model;
import himalia.model.Provenance;
import himalia.model.Schema;
import himalia.model.Trainer;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;

/**
 * A random forest whose trees see as many rows of each class as the rarest has, drawn with replacement.
 *
 * <pre>{@code
 * Model model = new BalancedRandomForest(100, 42).fit(train, "churned");
 * }</pre>
 *
 * <p>C. Chen, A. Liaw, L. Breiman (2004): Using Random Forest to Learn Imbalanced Data. University of California, Berkeley, report 666. The
 * trees are Tribuo's, with the square root of the features looked at for each question.
 *
 * @param trees how many
 * @param seed makes two runs agree
 */
public record BalancedRandomForest(int trees, long seed) implements Trainer {
    public BalancedRandomForest {
        Checks.atLeast("trees", trees, 1);
    }

    @Override
    public Model fit(Table table, String label) {
        var labels = Labels.toLearn(table, label);
        var schema = Schema.of(table, labels.target());
        var rows = schema.completeRows(table, name());
        var codes = IntStream.range(0, rows.length).map(labels::code).toArray();
        int classes = labels.classes().size();
        var features = Math.max(1, (int) Math.sqrt(rows[0].length)) / (double) rows[0].length;
        var random = new SplittableRandom(seed);
        var seeds = Stream.generate(random::split).limit(trees).toList();
        var interrupt = new InterruptCheck();
        var done = new AtomicInteger();
        try (var progress = Progress.whenLong("trees", trees)) {
            var grown =
                    seeds.parallelStream()
                            .map(
                                    own -> {
                                        Runnable ask =
                                                () ->
                                                        TrainingInterrupted.check(
                                                                name(),
                                                                done.get(),
                                                                "trees",
                                                                interrupt);
                                        ask.run();
                                        var bag = bag(codes, classes, own);
                                        var tree =
                                                new DecisionTree(
                                                        0, features, false, own.nextLong());
                                        var one = grown(rows, codes, bag, classes, tree, ask);
                                        done.incrementAndGet();
                                        progress.advance(1);
                                        return one;
                                    })
                            .toList();
            progress.finish("");
            return new ForestModel(schema, this, grown, Provenance.of(table));
        }
    }

    private static Tree grown(
            double[][] rows,
            int[] codes,
            int[] bag,
            int classes,
            DecisionTree settings,
            Runnable ask) {
        var ones = new double[bag.length];
        Arrays.fill(ones, 1);
        return TribuoTrees.grow(
                IntStream.of(bag).mapToObj(row -> rows[row]).toArray(double[][]::new),
                IntStream.of(bag).map(row -> codes[row]).toArray(),
                ones,
                classes,
                settings,
                ask);
    }

    /** As many rows of each class as the rarest has, with replacement. */
    private static int[] bag(int[] codes, int classes, RandomGenerator random) {
        var byClass =
                IntStream.range(0, classes)
                        .mapToObj(
                                k ->
                                        IntStream.range(0, codes.length)
                                                .filter(row -> codes[row] == k)
                                                .toArray())
                        .toList();
        var least = byClass.stream().mapToInt(rows -> rows.length).min().orElseThrow();
        return byClass.stream()
                .flatMapToInt(rows -> random.ints(least, 0, rows.length).map(i -> rows[i]))
                .toArray();
    }
}
