package himalia.features.leakage;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import tech.tablesaw.api.Table;

/**
 * The rows of both tables as they were before steps made of them what they are: what lay on a line lies beside it once a step
 * has bent it.
 *
 * @param rows the row of the test table that each test row has become
 */
record BeforeSteps(Table train, Table test, int[] rows) {
    /** Of the test rows so many are known by an origin, or it says nothing of them all. */
    private static final double NEARLY_ALL = 0.99;

    /** Returns them, where the rows of an origin have gone by steps to both tables. */
    static Optional<BeforeSteps> of(Table origin, Arrivals train, Arrivals test) {
        boolean areMade = test.ways().stream().anyMatch(way -> !way.steps().isEmpty());
        if (!areMade || test.share() < NEARLY_ALL || train.ways().isEmpty()) {
            return Optional.empty();
        }
        var isTaken = new boolean[origin.rowCount()];
        var trained = become(train, isTaken);
        var tested = become(test, isTaken);
        return Optional.of(
                new BeforeSteps(
                        Ways.part(origin, trained.origin().toIntArray()),
                        Ways.part(origin, tested.origin().toIntArray()),
                        tested.rows().toIntArray()));
    }

    private record Become(IntArrayList origin, IntArrayList rows) {}

    /** Finds for each row of a table one of the origin, which becomes no second one. */
    private static Become become(Arrivals table, boolean[] isTaken) {
        var open = new Long2ObjectOpenHashMap<IntArrayList>();
        var hashes = table.hashes();
        for (int row = hashes.length - 1; row >= 0; row--) {
            if (hashes[row] != Arrivals.NONE && !isTaken[row]) {
                open.computeIfAbsent(hashes[row], key -> new IntArrayList()).add(row);
            }
        }
        var become = new Become(new IntArrayList(), new IntArrayList());
        for (int row = 0; row < table.there().length; row++) {
            var left = open.get(table.there()[row]);
            if (left != null && !left.isEmpty()) {
                int from = left.removeInt(left.size() - 1);
                isTaken[from] = true;
                become.origin().add(from);
                become.rows().add(row);
            }
        }
        return become;
    }

    /** Returns rows of the test table that were made between others, before the steps. */
    List<Leak> synthetic(
            String label, List<String> classes, BiFunction<Table, Table, Numbers> numbers) {
        return SyntheticRows.of(train, test, label, numbers.apply(train, test), classes).stream()
                .map(
                        leak ->
                                new Leak(
                                        leak.kind(),
                                        leak.subject(),
                                        leak.text(),
                                        leak.advice(),
                                        leak.rows().stream()
                                                .map(row -> rows[row])
                                                .sorted()
                                                .toList()))
                .toList();
    }
}
