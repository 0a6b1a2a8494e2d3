package himalia.sampling;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.InterruptCheck;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Keeps of the common classes what it takes to tell them from the rare one by the nearest row: some rows by chance, then,
 * in order, each that those kept so far would put into the wrong class.
 *
 * <pre>{@code
 * Table smaller = new CondensedNearestNeighbour(42).resample(train, "churned");
 * }</pre>
 *
 * <p>The rest keeps its order.
 *
 * <p>P. Hart (1968): The Condensed Nearest Neighbor Rule. IEEE Transactions on Information Theory 14 (3), 515–516.
 *
 * @param starts how many rows of a class are kept by chance
 * @param strategy which classes are cut; {@code auto} spares the smallest
 * @param seed makes two runs agree
 */
public record CondensedNearestNeighbour(int starts, Strategy strategy, long seed)
        implements SeededSampler {
    public CondensedNearestNeighbour {
        Few.atLeastOne(starts, "starts");
        given(strategy, "strategy");
    }

    public CondensedNearestNeighbour(long seed) {
        this(1, Strategy.AUTO, seed);
    }

    @Override
    public Resampling trace(Table table, String label, RandomGenerator random) {
        var examples = Examples.of(table, label, "CondensedNearestNeighbour");
        var classes = examples.classes();
        var draft = examples.draft();
        var rare = classes.rows(classes.minority());
        for (var code : strategy.targets(Strategy.Kind.CLEAN, classes).keySet()) {
            var rows = classes.rows(code);
            var first = random.ints(starts, 0, rows.length).map(i -> rows[i]).distinct().toArray();
            condense(
                    examples,
                    rows,
                    IntStream.concat(IntStream.of(rare), IntStream.of(first)),
                    draft);
        }
        return examples.cut(draft);
    }

    private static void condense(Examples examples, int[] rows, IntStream known, Draft draft) {
        var points = examples.points();
        var codes = examples.classes().codes();
        // Rare rows stand first, so of equally near ones they win.
        var kept = known.distinct().toArray();
        var isKept = new boolean[points.length];
        for (var row : kept) {
            isKept[row] = true;
        }
        var nearest = new Neighbours(examples.points(kept)).to(examples.points(rows), 1);
        var distances = new double[rows.length];
        var interrupt = new InterruptCheck();
        for (var i = 0; i < rows.length; i++) {
            nearest[i][0] = kept[nearest[i][0]];
            distances[i] = NearestRows.squared(points[rows[i]], points[nearest[i][0]]);
        }
        for (var i = 0; i < rows.length; i++) {
            var row = rows[i];
            if (isKept[row]) {
                continue;
            }
            if (codes[nearest[i][0]] == codes[row]) {
                draft.remove(row, nearest[i][0]);
                continue;
            }
            interrupt.ask();
            // Only rows that are still to be judged have to know of it.
            for (var later = i + 1; later < rows.length; later++) {
                var distance = NearestRows.squared(points[rows[later]], points[row]);
                if (distance < distances[later]
                        || distance == distances[later]
                                && codes[nearest[later][0]] == codes[row]
                                && row < nearest[later][0]) {
                    distances[later] = distance;
                    nearest[later][0] = row;
                }
            }
        }
    }
}
