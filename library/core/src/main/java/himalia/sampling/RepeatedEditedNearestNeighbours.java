package himalia.sampling;

import static himalia.display.bundle.Given.given;

import tech.tablesaw.api.Table;

/**
 * Drops rows that their nearest rows disagree with, over and over, until none is left or a common class would become the
 * smallest.
 *
 * <pre>{@code
 * Table cleaned = new RepeatedEditedNearestNeighbours().resample(train, "churned");
 * }</pre>
 *
 * <p>I. Tomek (1976): An Experiment with the Edited Nearest-Neighbor Rule. IEEE Transactions on Systems, Man, and
 * Cybernetics 6 (6), 448–452.
 *
 * @param neighbours how many of the nearest rows are asked
 * @param agreement how many of them must be of the row's class
 * @param rounds how often at most
 * @param strategy which classes are cut; {@code auto} spares the smallest
 */
public record RepeatedEditedNearestNeighbours(
        int neighbours, Agreement agreement, int rounds, Strategy strategy) implements Sampler {
    static final String NAME = "RepeatedEditedNearestNeighbours";

    public RepeatedEditedNearestNeighbours {
        Few.atLeastOne(neighbours, "neighbours");
        given(agreement, "agreement", "take Agreement.ALL or Agreement.MODE");
        Few.atLeastOne(rounds, "rounds");
        given(strategy, "strategy");
    }

    public RepeatedEditedNearestNeighbours(int neighbours) {
        this(neighbours, Agreement.ALL, 100, Strategy.AUTO);
    }

    public RepeatedEditedNearestNeighbours() {
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
        var editing = new EditedNearestNeighbours(neighbours, agreement, strategy);
        var group = all;
        for (var round = 0; round < rounds; round++) {
            Few.left(group.rows().length, neighbours, round, NAME, "round");
            editing.clean(group, draft, NAME);
            var left = group.staying(draft);
            boolean isDone = left.rows().length == group.rows().length;
            if (isDone || Balance.isLost(all.classes(), left.classes())) {
                return;
            }
            group = left;
        }
    }
}
