package himalia.training;

import himalia.display.bundle.Amount;
import himalia.display.bundle.InterruptCheck;
import himalia.display.bundle.Progress;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Grows trees beside each other, each by chance of its own. */
record Forest(String name, int trees, long seed) {
    /** Grows one tree; what it asks throws where the tree is to end. */
    @FunctionalInterface
    interface Grower {
        Tree grow(SplittableRandom random, Runnable ask);
    }

    /** Returns the share of so many features that their square root is, at least one. */
    static double root(int features) {
        return Math.max(1, (int) Math.sqrt(features)) / (double) features;
    }

    /** Returns what ends training before the first tree has grown. */
    Runnable ask() {
        return TrainingInterrupted.beforeTrees(name, "of " + Amount.of(trees, "tree"));
    }

    List<Tree> grown(Grower grower) {
        return grown(grower, trees -> trees);
    }

    /** Grows trees, and makes something of them, which an interrupt that leaves some of them waits for too. */
    <T> T grown(Grower grower, Function<List<Tree>, T> make) {
        var random = new SplittableRandom(seed);
        var seeds = Stream.generate(random::split).limit(trees).toList();
        var interrupt = new InterruptCheck();
        var done = new AtomicInteger();
        var unfinished = new AtomicReference<TrainingInterrupted>();
        try (var kept = KeptTraining.ofMembers(Forest.class, name, trees, "tree");
                var progress = Progress.whenLong("trees", trees)) {
            var caller = Thread.currentThread();
            Runnable ask = () -> TrainingInterrupted.check(name, done.get(), kept.of(), interrupt);
            var grown =
                    seeds.parallelStream()
                            .map(
                                    own -> {
                                        if (unfinished.get() != null) {
                                            return Optional.<Tree>empty();
                                        }
                                        try {
                                            ask.run();
                                            if (done.get() > 0
                                                    && Thread.currentThread() == caller) {
                                                kept.begin();
                                            }
                                            var tree = grower.grow(own, ask);
                                            done.incrementAndGet();
                                            progress.advance(1);
                                            return Optional.of(tree);
                                        } catch (TrainingInterrupted e) {
                                            unfinished.set(e);
                                            return Optional.<Tree>empty();
                                        }
                                    })
                            .flatMap(Optional::stream)
                            .toList();
            boolean isWhole = grown.size() == trees;
            if (isWhole) {
                progress.finish("");
            } else if (!kept.keepsUnfinished(grown.size())) {
                throw unfinished.get();
            }
            var made = make.apply(grown);
            if (!isWhole && !kept.keepsUnfinished(grown.size())) {
                throw unfinished.get();
            }
            if (!isWhole) {
                kept.toldOfThose(grown.size());
            }
            return made;
        }
    }

    /**
     * Grows trees that tell classes apart.
     *
     * @param weights draws what each row counts to a tree; rows of none are not seen
     */
    List<Tree> ofClasses(
            ClassTrees trees, TreeSettings settings, Function<RandomGenerator, double[]> weights) {
        return grown(
                (random, ask) -> {
                    var counts = weights.apply(random);
                    return trees.grow(counts, settings.withSeed(random.nextLong()), ask);
                });
    }

    /** Returns how often each of so many rows was drawn. */
    static double[] times(IntStream drawn, int rows) {
        var times = new double[rows];
        drawn.forEach(row -> times[row]++);
        return times;
    }

    /** Draws as many rows as there are, with replacement. */
    static IntStream bootstrap(int rows, RandomGenerator random) {
        return random.ints(rows, 0, rows);
    }
}
