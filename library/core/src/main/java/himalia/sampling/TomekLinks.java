package himalia.sampling;

import static himalia.display.bundle.Given.given;

import himalia.table.Matrices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Drops rows that stand at the border of another class: of two rows of different classes, each the nearest of the other,
 * those whose class may be cut.
 *
 * <pre>{@code
 * Table cleaned = new TomekLinks().resample(train, "churned");
 * new TomekLinks().pairs(train, "churned")   // the links themselves
 * }</pre>
 *
 * <p>The rest keeps its order.
 *
 * <p>I. Tomek (1976): Two Modifications of CNN. IEEE Transactions on Systems, Man, and Cybernetics 6 (11), 769–772.
 *
 * @param strategy which classes are cut; {@code auto} spares the smallest
 */
public record TomekLinks(Strategy strategy) implements Sampler {
    public TomekLinks {
        given(strategy, "strategy");
    }

    public TomekLinks() {
        this(Strategy.AUTO);
    }

    /**
     * Two rows of different classes, each the nearest of the other.
     *
     * @param first the lower row
     * @param second the higher row
     */
    public record Pair(int first, int second) {}

    @Override
    public Table resample(Table table, String label) {
        var classes = Classes.of(table, label);
        var cut = strategy.targets(Strategy.Kind.CLEAN, classes).keySet();
        var stays = new boolean[table.rowCount()];
        Arrays.fill(stays, true);
        for (var pair : pairs(table, label)) {
            for (var row : List.of(pair.first(), pair.second())) {
                stays[row] &= !cut.contains(classes.codes()[row]);
            }
        }
        return table.rows(IntStream.range(0, stays.length).filter(row -> stays[row]).toArray());
    }

    /** Returns the links of a table, by their first rows. */
    public List<Pair> pairs(Table table, String label) {
        var classes = Classes.of(table, label);
        var rows = Matrices.rows(table, Matrices.features(table, label), "TomekLinks");
        return pairs(rows, classes);
    }

    private static List<Pair> pairs(double[][] points, Classes classes) {
        var codes = classes.codes();
        var neighbours = new Neighbours(points);
        var majority = classes.majority();
        // A link has at least one row outside the largest class, so only those are asked at first.
        var asked =
                IntStream.range(0, codes.length).filter(row -> codes[row] != majority).toArray();
        var nearest = nearest(neighbours, asked);
        var candidates = new ArrayList<Pair>();
        for (var i = 0; i < asked.length; i++) {
            if (codes[asked[i]] != codes[nearest[i]]) {
                candidates.add(new Pair(asked[i], nearest[i]));
            }
        }
        var back = nearest(neighbours, candidates.stream().mapToInt(Pair::second).toArray());
        return IntStream.range(0, candidates.size())
                .filter(i -> back[i] == candidates.get(i).first())
                .mapToObj(candidates::get)
                .map(
                        pair ->
                                new Pair(
                                        Math.min(pair.first(), pair.second()),
                                        Math.max(pair.first(), pair.second())))
                .distinct()
                .sorted(Comparator.comparingInt(Pair::first))
                .toList();
    }

    private static int[] nearest(Neighbours neighbours, int[] rows) {
        return Arrays.stream(neighbours.of(rows, 1)).mapToInt(one -> one[0]).toArray();
    }
}
