package himalia.training;

import himalia.display.bundle.Amount;
import himalia.display.bundle.InterruptCheck;
import himalia.display.bundle.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
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
        return grown(grower, trees, round -> {});
    }

    /**
     * Grows trees, round by round.
     *
     * @param size how many trees a round has
     * @param judge is given those of each round, in their order; an interrupt that leaves some of them waits for it too
     */
    List<Tree> grown(Grower grower, int size, Consumer<List<Tree>> judge) {
        var random = new SplittableRandom(seed);
        var seeds = Stream.generate(random::split).limit(trees).toList();
        var interrupt = new InterruptCheck();
        var done = new AtomicInteger();
        var unfinished = new AtomicReference<TrainingInterrupted>();
        var grown = new ArrayList<Tree>();
        try (var kept = KeptTraining.ofMembers(Forest.class, name, trees, "tree");
                var progress = Progress.whenLong("trees", trees)) {
            var caller = Thread.currentThread();
            Runnable ask = () -> TrainingInterrupted.check(name, done.get(), kept.of(), interrupt);
            Function<SplittableRandom, Optional<Tree>> one =
                    own -> {
                        if (unfinished.get() != null) {
                            return Optional.empty();
                        }
                        try {
                            ask.run();
                            if (done.get() > 0 && Thread.currentThread() == caller) {
                                kept.begin();
                            }
                            var tree = grower.grow(own, ask);
                            done.incrementAndGet();
                            progress.advance(1);
                            return Optional.of(tree);
                        } catch (TrainingInterrupted e) {
                            unfinished.set(e);
                            return Optional.empty();
                        }
                    };
            for (int from = 0; from < trees && unfinished.get() == null; from += size) {
                var round =
                        seeds
                                .subList(from, (int) Math.min(trees, (long) from + size))
                                .parallelStream()
                                .map(one)
                                .flatMap(Optional::stream)
                                .toList();
                grown.addAll(round);
                if (unfinished.get() != null && !kept.keepsUnfinished(grown.size())) {
                    throw unfinished.get();
                }
                if (!grown.isEmpty()) {
                    kept.begin();
                }
                judge.accept(round);
            }
            if (unfinished.get() == null) {
                progress.finish("");
            } else if (!kept.keepsUnfinished(grown.size())) {
                throw unfinished.get();
            } else {
                kept.toldOfThose(grown.size());
            }
            return grown;
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
