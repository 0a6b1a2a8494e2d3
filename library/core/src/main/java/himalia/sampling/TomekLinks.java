package himalia.sampling;

import static himalia.display.bundle.Given.given;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
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
        return trace(table, label).table();
    }

    @Override
    public Resampling trace(Table table, String label) {
        var examples = Examples.of(table, label, "TomekLinks");
        var draft = examples.draft();
        clean(examples.group(), draft);
        return examples.cut(draft);
    }

    /** Returns the links of a table, by their first rows. */
    public List<Pair> pairs(Table table, String label) {
        return pairs(Examples.of(table, label, "TomekLinks").group());
    }

    /** Drops rows of a group from a draft. */
    void clean(Group group, Draft draft) {
        clean(group, draft, strategy.targets(Strategy.Kind.CLEAN, group.classes()).keySet());
    }

    static void clean(Group group, Draft draft, Set<Integer> cut) {
        for (var pair : pairs(group)) {
            drop(group, draft, cut, pair.first(), pair.second());
            drop(group, draft, cut, pair.second(), pair.first());
        }
    }

    private static void drop(Group group, Draft draft, Set<Integer> cut, int place, int reason) {
        if (cut.contains(group.code(place))) {
            draft.remove(group.rows()[place], group.rows()[reason]);
        }
    }

    private static List<Pair> pairs(Group group) {
        var neighbours = new Neighbours(group.points());
        var majority = group.classes().majority();
        // A link has at least one row outside the largest class, so only those are asked at first.
        var asked =
                IntStream.range(0, group.rows().length)
                        .filter(row -> group.code(row) != majority)
                        .toArray();
        var nearest = nearest(neighbours, asked);
        var candidates = new ArrayList<Pair>();
        for (var i = 0; i < asked.length; i++) {
            if (group.code(asked[i]) != group.code(nearest[i])) {
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
