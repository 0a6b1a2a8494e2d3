package himalia.sampling;

import static himalia.display.bundle.Given.given;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import tech.tablesaw.api.Table;

/**
 * Replaces the rows of common classes by fewer: the centres of their clusters, or the rows nearest to these.
 *
 * <pre>{@code
 * Table balanced = new ClusterCentroids(42).resample(train, "churned");
 * Table ofRealRows = new ClusterCentroids(false, Strategy.AUTO, 42).resample(train, "churned");
 * }</pre>
 *
 * <p>Centres come last, and make all features real numbers. In the rows of a {@link Resampling} a centre is made from the row
 * nearest to it, and a row is removed because of the centre that stands for it.
 *
 * @param makesRows whether centres become rows; else the rows nearest to them stay, which may be fewer than asked for
 * @param strategy which classes shrink, and to how many rows
 * @param seed makes two runs agree
 */
public record ClusterCentroids(boolean makesRows, Strategy strategy, long seed)
        implements SeededSampler {
    public ClusterCentroids {
        given(strategy, "strategy");
    }

    public ClusterCentroids(long seed) {
        this(true, Strategy.AUTO, seed);
    }

    @Override
    public Resampling trace(Table table, String label, RandomGenerator random) {
        var examples = Examples.of(table, label, "ClusterCentroids");
        var draft = examples.draft();
        var made = new ListedPoints(draft);
        strategy.targets(Strategy.Kind.DROP, examples.classes())
                .forEach(
                        (code, keep) -> {
                            var rows = examples.classes().rows(code);
                            if (keep < rows.length) {
                                cut(examples, rows, keep, random, draft, made);
                            }
                        });
        return makesRows && draft.made() > 0 ? examples.grown(draft, made) : examples.cut(draft);
    }

    private void cut(
            Examples examples,
            int[] rows,
            int keep,
            RandomGenerator random,
            Draft draft,
            ListedPoints made) {
        var stands = new int[keep];
        var clusters = new int[rows.length];
        if (keep > 0) {
            var points = examples.points(rows);
            var means = Clusters.of(points, keep, random);
            clusters = means.clusters();
            var nearest = new Neighbours(points).to(means.centres(), 1);
            for (var cluster = 0; cluster < keep; cluster++) {
                stands[cluster] = rows[nearest[cluster][0]];
                if (makesRows) {
                    stands[cluster] = draft.make(stands[cluster]);
                    made.add(stands[cluster], means.centres()[cluster]);
                }
            }
        }
        var stays = Arrays.stream(stands).sorted().toArray();
        for (var i = 0; i < rows.length; i++) {
            if (Arrays.binarySearch(stays, rows[i]) < 0) {
                draft.remove(rows[i], keep == 0 ? Draft.NONE : stands[clusters[i]]);
            }
        }
    }
}
