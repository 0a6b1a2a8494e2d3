package himalia.features.leakage;

import himalia.table.RowFingerprints;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;

/** A table that the rows of both tables were made from: which ways these have gone, and where something has learnt from them. */
final class Origin {
    /** Of so many rows, which way they went is looked up. */
    private static final int LOOKED_AT = 10_000;

    private final Table rows;
    private final List<Integer> ends;
    private final Ways ways;
    private final Arrivals train;
    private final Arrivals test;
    private final int room;

    /** The way to what each has learnt from, where that is known. */
    private final Map<Fitted, List<Integer>> learnt = new IdentityHashMap<>();

    /** The ways that are needed, with all rows. */
    private final Map<List<Integer>, Ways.Way> gone = new HashMap<>();

    /**
     * Tables that were named.
     *
     * @param rows of all of them
     * @param ends where the rows of each end
     */
    record Named(Table rows, List<Integer> ends) {
        private Named with(Table more) {
            var names = rows.columnNames().toArray(String[]::new);
            var all = rows.copy().append(more.selectColumns(names));
            return new Named(all, Stream.concat(ends.stream(), Stream.of(all.rowCount())).toList());
        }
    }

    Origin(Named named, Ways ways, Table train, Table test, String label, List<Fitted> fitted) {
        this.rows = named.rows();
        this.ends = named.ends();
        this.ways = ways;
        this.train = new Arrivals(named.rows().rowCount(), train, Arrivals.features(train, label));
        this.test = new Arrivals(named.rows().rowCount(), test, Arrivals.features(test, label));
        look(label, fitted);
        this.room = room();
    }

    /**
     * Puts tables into one where they hold the same columns and their rows went the same way, as training and test rows that came from two
     * files.
     */
    static List<Origin> together(List<Table> tables, Function<Named, Origin> asked) {
        var all = new ArrayList<Origin>();
        tables.stream()
                .filter(table -> table.rowCount() > 0)
                .sorted(Comparator.comparingInt(Table::rowCount).reversed())
                .map(table -> asked.apply(new Named(table, List.of(table.rowCount()))))
                .forEach(
                        origin -> {
                            int same = 0;
                            while (same < all.size() && !all.get(same).isAlike(origin)) {
                                same++;
                            }
                            if (same == all.size()) {
                                all.add(origin);
                            } else if (!all.get(same).holds(origin)) {
                                var first = new Named(all.get(same).rows, all.get(same).ends);
                                all.set(same, asked.apply(first.with(origin.rows)));
                            }
                        });
        return all;
    }

    /** Whether another table is of the same columns, and a part of its rows has gone the same way. */
    private boolean isAlike(Origin other) {
        var gone = new HashSet<>(steps());
        return isAlike(rows, other.rows) && other.steps().stream().anyMatch(gone::contains);
    }

    private List<List<Integer>> steps() {
        return Stream.concat(train.ways().stream(), test.ways().stream())
                .map(Ways.Way::steps)
                .toList();
    }

    /**
     * Whether another table holds rows of this one: all of them are here, and there is room for both tables, unless nobody knows how
     * many rows of it the training table has, which a sampler has repeated.
     */
    private boolean holds(Origin other) {
        return counts(other.rows).areIn(counts(rows)) && (room >= 0 || train.areRepeated());
    }

    /** Returns how many rows are left once both tables have theirs; fewer than none where these have not all come from here. */
    private int room() {
        return rows.rowCount() - train.filled() - test.arrived();
    }

    private static SeenCounts counts(Table table) {
        return new SeenCounts(RowFingerprints.of(table));
    }

    private static int[] some(Table table) {
        int step = Math.max(1, (table.rowCount() + LOOKED_AT - 1) / LOOKED_AT);
        return IntStream.range(0, table.rowCount()).filter(row -> row % step == 0).toArray();
    }

    private static boolean isAlike(Table one, Table other) {
        return one.columnCount() == other.columnCount()
                && one.columns().stream()
                        .allMatch(
                                column ->
                                        other.containsColumn(column.name())
                                                && other.column(column.name())
                                                        .type()
                                                        .equals(column.type()));
    }

    /** Goes all ways with some rows, to see which end at the tables, and which at rows that something has learnt from. */
    private void look(String label, List<Fitted> fitted) {
        var toTrain = new HashMap<List<Integer>, long[]>();
        var toTest = new HashMap<List<Integer>, long[]>();
        var most = new IdentityHashMap<Fitted, Integer>();
        ways.walk(
                rows,
                some(rows),
                way -> {
                    end(way, label, train, toTrain);
                    end(way, label, test, toTest);
                    for (var each : fitted) {
                        int count = each.provenance().seenIn(way.rows());
                        var before = most.getOrDefault(each, 0);
                        var there = learnt.get(each);
                        boolean isShorter = there != null && way.steps().size() < there.size();
                        if (count > before || count == before && isShorter) {
                            most.put(each, count);
                            learnt.put(each, way.steps());
                        }
                    }
                });
        train.find(List.of(), toTrain, this::gone);
        test.find(train.ways(), toTest, this::gone);
    }

    private static void end(
            Ways.Way way, String label, Arrivals table, Map<List<Integer>, long[]> hashes) {
        var columns = table.columns();
        if (!columns.isEmpty() && way.rows().columnNames().containsAll(columns)) {
            hashes.put(way.steps(), RowFingerprints.ofEach(way.rows(), columns));
        }
    }

    private Ways.Way gone(List<Integer> way) {
        return gone.computeIfAbsent(way, steps -> ways.go(rows, steps));
    }

    /** Returns what the rows say of something. */
    Evidence of(Fitted each, SeenCounts seen) {
        var said = Evidence.of(seen, learnt(each), became(train), became(test));
        // Rows that neither table has, or too few for both, make test rows that only equal others
        // possible.
        return room == 0 ? said : said.inDoubt();
    }

    private static Evidence.Became became(Arrivals table) {
        return new Evidence.Became(table.hashes(), table.there());
    }

    /** Returns for each row the fingerprint by which it would have been learnt from, or {@link Arrivals#NONE}. */
    long[] learnt(Fitted each) {
        var all = new long[rows.rowCount()];
        var way = learnt.get(each);
        if (way != null) {
            var at = gone(way);
            var hashes = RowFingerprints.ofEach(at.rows(), each.provenance().rows().columns());
            for (int row = 0; row < hashes.length; row++) {
                all[at.from()[row]] = hashes[row];
            }
        }
        return all;
    }

    /** Returns the tables in which something may have learnt from rows. */
    Stream<Table> tables(Fitted each) {
        var way = learnt.get(each);
        return way == null ? Stream.of(rows) : Stream.of(rows, gone(way).rows());
    }

    /** Returns in which of the tables that were named a row stands. */
    int part(int row) {
        int part = 0;
        while (row >= ends.get(part)) {
            part++;
        }
        return part;
    }

    /** Returns the rows of both tables as they were, where steps have made of them what they are. */
    Optional<BeforeSteps> before() {
        return BeforeSteps.of(rows, train, test);
    }

    Arrivals train() {
        return train;
    }

    Arrivals test() {
        return test;
    }
}
