package himalia.sampling;

import static himalia.display.bundle.Given.given;

import java.util.Set;
import tech.tablesaw.api.Table;

/**
 * Drops rows that their nearest rows disagree with.
 *
 * <pre>{@code
 * Table cleaned = new EditedNearestNeighbours().resample(train, "churned");
 * }</pre>
 *
 * <p>The rest keeps its order.
 *
 * <p>D. Wilson (1972): Asymptotic Properties of Nearest Neighbor Rules Using Edited Data. IEEE Transactions on Systems,
 * Man, and Cybernetics 2 (3), 408–421.
 *
 * @param neighbours how many of the nearest rows are asked
 * @param agreement how many of them must be of the row's class
 * @param strategy which classes are cut; {@code auto} spares the smallest
 */
public record EditedNearestNeighbours(int neighbours, Agreement agreement, Strategy strategy)
        implements Sampler {
    static final String NAME = "EditedNearestNeighbours";

    public EditedNearestNeighbours {
        Few.atLeastOne(neighbours, "neighbours");
        given(agreement, "agreement", "take Agreement.ALL or Agreement.MODE");
        given(strategy, "strategy");
    }

    public EditedNearestNeighbours(int neighbours) {
        this(neighbours, Agreement.ALL, Strategy.AUTO);
    }

    public EditedNearestNeighbours() {
        this(3);
    }

    @Override
    public Table resample(Table table, String label) {
        return trace(table, label).table();
    }

    @Override
    public Resampling trace(Table table, String label) {
        var examples = Examples.of(table, label, NAME);
        var draft = examples.draft();
        clean(examples.group(), draft, NAME);
        return examples.cut(draft);
    }

    /**
     * Drops rows of a group from a draft.
     *
     * @param algorithm who asks for it, for messages
     */
    void clean(Group group, Draft draft, String algorithm) {
        var cut = strategy.targets(Strategy.Kind.CLEAN, group.classes()).keySet();
        clean(group, draft, cut, algorithm);
    }

    void clean(Group group, Draft draft, Set<Integer> cut, String algorithm) {
        var asked = group.places(cut);
        var nearest = group.neighbours(asked, neighbours, algorithm);
        var codes = group.classes().codes();
        for (var i = 0; i < asked.length; i++) {
            var code = codes[asked[i]];
            if (!agreement.holds(code, nearest[i], codes)) {
                draft.remove(group.rows()[asked[i]], reason(group, code, nearest[i]));
            }
        }
    }

    /** Returns the nearest row of another class. */
    private static int reason(Group group, int code, int[] nearest) {
        for (var place : nearest) {
            if (group.code(place) != code) {
                return group.rows()[place];
            }
        }
        return Draft.NONE;
    }
}
