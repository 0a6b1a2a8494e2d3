package himalia.sampling;

import static himalia.display.bundle.Given.given;

import java.util.BitSet;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Keeps of the common classes some rows by chance and those that these and the rare rows, by the nearest row, would put
 * into the wrong class; then drops the {@link TomekLinks} among what is left.
 *
 * <pre>{@code
 * Table smaller = new OneSidedSelection(42).resample(train, "churned");
 * }</pre>
 *
 * <p>The rest keeps its order. Of equally near rows the rare one counts, then the lower.
 *
 * <p>M. Kubat, S. Matwin (1997): Addressing the Curse of Imbalanced Training Sets: One-Sided Selection. ICML, 179–186.
 *
 * @param starts how many rows of a class are kept by chance
 * @param strategy which classes are cut; {@code auto} spares the smallest
 * @param seed makes two runs agree
 */
public record OneSidedSelection(int starts, Strategy strategy, long seed) implements SeededSampler {
    public OneSidedSelection {
        Few.atLeastOne(starts, "starts");
        given(strategy, "strategy");
    }

    public OneSidedSelection(long seed) {
        this(1, Strategy.AUTO, seed);
    }

    @Override
    public Resampling trace(Table table, String label, RandomGenerator random) {
        var examples = Examples.of(table, label, "OneSidedSelection");
        var classes = examples.classes();
        var draft = examples.draft();
        var cut = strategy.targets(Strategy.Kind.CLEAN, classes).keySet();
        var rare = classes.rows(classes.minority());
        for (var code : cut) {
            var rows = classes.rows(code);
            var first = random.ints(starts, 0, rows.length).map(i -> rows[i]).toArray();
            select(
                    examples,
                    rows,
                    IntStream.concat(IntStream.of(rare), IntStream.of(first)),
                    draft);
        }
        TomekLinks.clean(examples.group().staying(draft), draft, cut);
        return examples.cut(draft);
    }

    private static void select(Examples examples, int[] rows, IntStream known, Draft draft) {
        var codes = examples.classes().codes();
        // Rare rows stand first, so of equally near ones they win, and a common row beside them
        // stays.
        var kept = known.distinct().toArray();
        var areKept = new BitSet();
        IntStream.of(kept).forEach(areKept::set);
        var nearest = new Neighbours(examples.points(kept)).to(examples.points(rows), 1);
        for (var i = 0; i < rows.length; i++) {
            var reason = kept[nearest[i][0]];
            if (!areKept.get(rows[i]) && codes[reason] == codes[rows[i]]) {
                draft.remove(rows[i], reason);
            }
        }
    }
}
