package himalia.sampling;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.InterruptCheck;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Keeps the rows of common classes that lie near the rare ones.
 *
 * <pre>{@code
 * Table balanced = new NearMiss(1).resample(train, "churned");
 * }</pre>
 *
 * <p>Version 1 keeps those whose nearest rare rows are nearest on average, version 2 those whose furthest rare rows are.
 * Version 3 takes the rows that are among the nearest of a rare row, and keeps those of them whose nearest rare rows are
 * furthest; these may be fewer than asked for. The rest keeps its order.
 *
 * <p>I. Mani, J. Zhang (2003): kNN Approach to Unbalanced Data Distributions: A Case Study involving Information
 * Extraction. Workshop on Learning from Imbalanced Datasets, ICML.
 *
 * @param version 1, 2 or 3
 * @param neighbours how many rare rows a distance is averaged over
 * @param candidates how many rows near each rare one version 3 takes
 * @param strategy which classes shrink, and to how many rows
 */
public record NearMiss(int version, int neighbours, int candidates, Strategy strategy)
        implements Sampler {
    static final String NAME = "NearMiss";

    public NearMiss {
        if (version < 1 || version > 3) {
            throw new IllegalArgumentException("version must be 1, 2 or 3, got " + version);
        }
        Few.atLeastOne(neighbours, "neighbours");
        Few.atLeastOne(candidates, "candidates");
        given(strategy, "strategy");
    }

    public NearMiss(int version) {
        this(version, 3, 3, Strategy.AUTO);
    }

    @Override
    public Table resample(Table table, String label) {
        return trace(table, label).table();
    }

    @Override
    public Resampling trace(Table table, String label) {
        var examples = Examples.of(table, label, NAME);
        var classes = examples.classes();
        var targets = strategy.targets(Strategy.Kind.DROP, classes);
        var rare = rare(classes);
        var draft = examples.draft();
        targets.forEach((code, keep) -> cut(examples, code, keep, rare, draft));
        return examples.cut(draft);
    }

    /** Returns the rows that all others are measured to; tells if they are too few. */
    int[] rare(Classes classes) {
        return Few.rows(
                classes, classes.minority(), neighbours, NAME, neighbours, "RandomUnderSampler");
    }

    private void cut(Examples examples, int code, int keep, int[] rare, Draft draft) {
        var rows = examples.classes().rows(code);
        var chosen = version == 3 ? candidates(examples, rows, rare) : rows;
        if (chosen.length < keep) {
            draft.lacks(
                    "class '%s' keeps %,d of %,d rows asked for: no others are among the %d nearest of a rare row; take more candidates, new NearMiss(3, %d, %d, strategy)"
                            .formatted(
                                    examples.classes().names().get(code),
                                    chosen.length,
                                    keep,
                                    candidates,
                                    neighbours,
                                    Math.multiplyExact(2L, candidates)));
        }
        var means =
                version == 2
                        ? furthest(examples.points(chosen), examples.points(rare))
                        : nearest(examples.points(chosen), examples.points(rare));
        var stays = least(version == 3 ? negated(means) : means, Math.min(keep, chosen.length));
        var isKept = new BitSet();
        for (var i = 0; i < chosen.length; i++) {
            isKept.set(chosen[i], stays[i]);
        }
        for (var row : rows) {
            if (!isKept.get(row)) {
                draft.remove(row, Draft.NONE);
            }
        }
    }

    private static double[] negated(double[] values) {
        return Arrays.stream(values).map(value -> -value).toArray();
    }

    /** Returns which values are the least; of equal ones, the first are. */
    private static boolean[] least(double[] values, int count) {
        var are = new boolean[values.length];
        if (count == 0) {
            return are;
        }
        var sorted = values.clone();
        Arrays.parallelSort(sorted);
        var most = sorted[count - 1];
        var equal = count - (int) Arrays.stream(values).filter(value -> value < most).count();
        for (var i = 0; i < values.length; i++) {
            are[i] = values[i] < most || values[i] == most && equal-- > 0;
        }
        return are;
    }

    private int[] candidates(Examples examples, int[] rows, int[] rare) {
        var count = Math.min(candidates, rows.length);
        var near = new Neighbours(examples.points(rows)).to(examples.points(rare), count);
        return Arrays.stream(near)
                .flatMapToInt(Arrays::stream)
                .distinct()
                .map(place -> rows[place])
                .sorted()
                .toArray();
    }

    private double[] nearest(double[][] points, double[][] rare) {
        var nearest = new Neighbours(rare).to(points, neighbours);
        return IntStream.range(0, points.length)
                .parallel()
                .mapToDouble(
                        i ->
                                Arrays.stream(nearest[i])
                                        .mapToDouble(place -> distance(points[i], rare[place]))
                                        .sum())
                .toArray();
    }

    private double[] furthest(double[][] points, double[][] rare) {
        var interrupt = new InterruptCheck();
        return IntStream.range(0, points.length)
                .parallel()
                .mapToDouble(
                        i -> {
                            interrupt.ask();
                            var found = new NearestRows(neighbours);
                            for (var place = 0; place < rare.length; place++) {
                                found.offer(-NearestRows.squared(points[i], rare[place]), place);
                            }
                            return Arrays.stream(found.rows())
                                    .mapToDouble(place -> distance(points[i], rare[place]))
                                    .sum();
                        })
                .toArray();
    }

    private static double distance(double[] a, double[] b) {
        return Math.sqrt(NearestRows.squared(a, b));
    }
}
