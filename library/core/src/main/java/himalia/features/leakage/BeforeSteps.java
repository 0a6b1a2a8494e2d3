package himalia.features.leakage;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.util.Optional;
import tech.tablesaw.api.Table;

/**
 * The rows of both tables as they were before steps made of them what they are, in the same order: what lay on a line lies
 * beside it once a step has bent it.
 */
record BeforeSteps(Table train, Table test) {
    /** Returns them, where each row of both tables is one of an origin, and has come by steps. */
    static Optional<BeforeSteps> of(Table origin, Arrivals train, Arrivals test) {
        boolean areMade = test.ways().stream().anyMatch(way -> !way.steps().isEmpty());
        if (!areMade || train.share() < 1 || test.share() < 1) {
            return Optional.empty();
        }
        var isTaken = new boolean[origin.rowCount()];
        var trained = rows(train, isTaken);
        var tested = rows(test, isTaken);
        // A sampler that repeats rows leaves some without one.
        boolean areAll =
                trained.length == train.there().length && tested.length == test.there().length;
        return areAll
                ? Optional.of(new BeforeSteps(origin.rows(trained), origin.rows(tested)))
                : Optional.empty();
    }

    /** Finds for each row of a table one of the origin, which becomes no second one. */
    private static int[] rows(Arrivals table, boolean[] isTaken) {
        var open = new Long2ObjectOpenHashMap<IntArrayList>();
        var hashes = table.hashes();
        for (int row = hashes.length - 1; row >= 0; row--) {
            if (hashes[row] != Arrivals.NONE && !isTaken[row]) {
                open.computeIfAbsent(hashes[row], key -> new IntArrayList()).add(row);
            }
        }
        var rows = new IntArrayList();
        for (long hash : table.there()) {
            var left = open.get(hash);
            if (left != null && !left.isEmpty()) {
                int from = left.removeInt(left.size() - 1);
                isTaken[from] = true;
                rows.add(from);
            }
        }
        return rows.toIntArray();
    }

    /** Returns the same with the labels of the tables that they have become: the origin may write them otherwise. */
    BeforeSteps labelled(Table learnt, Table asked, String label) {
        return new BeforeSteps(with(train, learnt, label), with(test, asked, label));
    }

    private static Table with(Table rows, Table become, String label) {
        var same = become.column(label).copy();
        return rows.containsColumn(label)
                ? rows.copy().replaceColumn(label, same)
                : rows.copy().addColumns(same);
    }
}
