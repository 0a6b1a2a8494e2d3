package himalia.sampling;

import static himalia.display.bundle.Given.given;

import tech.tablesaw.api.Table;

/**
 * Drops rows that their nearest rows disagree with: first by one neighbour, then by two, and so on.
 *
 * <pre>{@code
 * Table cleaned = new AllKnn().resample(train, "churned");
 * }</pre>
 *
 * <p>I. Tomek (1976): An Experiment with the Edited Nearest-Neighbor Rule. IEEE Transactions on Systems, Man, and
 * Cybernetics 6 (6), 448–452.
 *
 * @param neighbours how many of the nearest rows are asked in the last round
 * @param agreement how many of them must be of the row's class
 * @param allowsMinority whether it goes on when a common class has become the smallest
 * @param strategy which classes are cut; {@code auto} spares the smallest
 */
public record AllKnn(int neighbours, Agreement agreement, boolean allowsMinority, Strategy strategy)
        implements Sampler {
    private static final String NAME = "AllKnn";

    public AllKnn {
        Few.atLeastOne(neighbours, "neighbours");
        given(agreement, "agreement", "take Agreement.ALL or Agreement.MODE");
        given(strategy, "strategy");
    }

    public AllKnn(int neighbours) {
        this(neighbours, Agreement.ALL, false, Strategy.AUTO);
    }

    public AllKnn() {
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
        clean(examples.group(), draft);
        return examples.cut(draft);
    }

    private void clean(Group all, Draft draft) {
        var group = all;
        for (var count = 1; count <= neighbours; count++) {
            Few.left(group.rows().length, count, count - 1, NAME, "neighbour");
            new EditedNearestNeighbours(count, agreement, strategy).clean(group, draft, NAME);
            group = group.staying(draft);
            if (Balance.isLost(all.classes(), group.classes(), allowsMinority)) {
                return;
            }
        }
    }
}
