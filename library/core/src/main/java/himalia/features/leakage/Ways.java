package himalia.features.leakage;

import himalia.display.bundle.InterruptCheck;
import himalia.features.FittedStep;
import himalia.model.UnfitCell;
import himalia.table.RowFingerprints;
import himalia.table.Tables;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;

/**
 * The ways that rows of a table can have gone by steps, until they stand in another: each step once, in any order. Test rows have
 * gone as the training rows have, so ways by which hardly any of these came are none: some rows are equal by chance.
 */
final class Ways {
    /** Of so many rows, which way they went is looked up. */
    private static final int LOOKED_AT = 10_000;

    /** Of zeros and ones many ways make the same; the one that was gone makes all rows. */
    private static final double NEARLY_ALL = 0.99;

    /** So many values that a step refuses are found one after the other, of large tables fewer. */
    private static final int MOST_ATTEMPTS = 200;

    private static final int FEWEST_ATTEMPTS = 10;

    /** In rows looked at. */
    private static final int CELLS = 2_000_000;

    private final List<FittedStep> steps;
    private final String label;
    private final Table train;

    /** The steps of each way that training rows have gone from an origin; all ways where none did. */
    private final Map<Table, Optional<Set<List<Integer>>>> gone = new IdentityHashMap<>();

    Ways(List<FittedStep> steps, String label, Table train) {
        this.steps = steps;
        this.label = label;
        this.train = train;
    }

    /** Returns how many steps are tried in a row: all orders of four are 65 ways, of more too many. */
    int deepest() {
        return steps.size() <= 4 ? steps.size() : 3;
    }

    /** Is told where a way ends at the columns of the table. */
    interface End {
        /**
         * Looks at what has become of the rows.
         *
         * @param rows what they are now
         * @param from the rows of the origin that each was
         * @param columns the features of the table, which all are columns of the rows, too
         */
        void reached(Table rows, int[] from, List<String> columns);
    }

    /** Walks all ways from some rows of an origin to a table. */
    void walk(Table origin, int[] from, Table table, End end) {
        if (from.length == 0) {
            return;
        }
        var allowed = gone.computeIfAbsent(origin, key -> gone(origin, from));
        follow(
                table,
                new Way(origin.rows(from), from, List.of()),
                (way, columns) -> end.reached(way.rows(), way.from(), columns),
                allowed);
    }

    /** Returns whether training rows are known to come from an origin, and none as it was. */
    boolean change(Table origin) {
        return gone.getOrDefault(origin, Optional.empty())
                .map(ways -> !ways.contains(List.<Integer>of()))
                .orElse(false);
    }

    /** Returns the ways by which as many rows as by the best have become training rows, or nearly. */
    private Optional<Set<List<Integer>>> gone(Table origin, int[] from) {
        int step = Math.max(1, (from.length + LOOKED_AT - 1) / LOOKED_AT);
        var some =
                IntStream.range(0, from.length)
                        .filter(i -> i % step == 0)
                        .map(i -> from[i])
                        .toArray();
        var there = new HashMap<List<String>, LongOpenHashSet>();
        var counts = new HashMap<List<Integer>, Long>();
        follow(
                train,
                new Way(origin.rows(some), some, List.of()),
                (way, columns) -> {
                    var rows =
                            there.computeIfAbsent(
                                    columns,
                                    key ->
                                            new LongOpenHashSet(
                                                    RowFingerprints.ofEach(train, columns)));
                    counts.put(
                            way.steps(),
                            LongStream.of(RowFingerprints.ofEach(way.rows(), columns))
                                    .filter(rows::contains)
                                    .count());
                },
                Optional.empty());
        long most = counts.values().stream().mapToLong(count -> count).max().orElse(0);
        return most == 0
                ? Optional.empty()
                : Optional.of(
                        counts.entrySet().stream()
                                .filter(entry -> entry.getValue() >= NEARLY_ALL * most)
                                .map(Map.Entry::getKey)
                                .collect(Collectors.toSet()));
    }

    /** Returns what each step makes of a table, where it takes it; one after the other, so that not all are in memory. */
    Stream<Table> madeOf(Table origin) {
        return steps.stream()
                .filter(step -> canDo(step, origin))
                .flatMap(
                        step ->
                                applied(
                                        step,
                                        new Way(origin, new int[origin.rowCount()], List.of()))
                                        .stream())
                .map(Way::rows);
    }

    /**
     * What has become of rows of an origin.
     *
     * @param from the row of the origin that each was
     * @param steps those that they went by
     */
    private record Way(Table rows, int[] from, List<Integer> steps) {
        Way by(int step) {
            return new Way(rows, from, Stream.concat(steps.stream(), Stream.of(step)).toList());
        }
    }

    /** Is told where a way ends at the columns of a table. */
    private interface Arrival {
        void at(Way way, List<String> columns);
    }

    /** Goes on by all steps there are, one after the other. */
    private void follow(
            Table table, Way way, Arrival arrival, Optional<Set<List<Integer>>> allowed) {
        var common =
                way.rows().columnNames().stream()
                        .filter(name -> !name.equals(label) && table.containsColumn(name))
                        .toList();
        int features = table.columnCount() - (table.containsColumn(label) ? 1 : 0);
        if (common.size() == features
                && features > 0
                && allowed.map(ways -> ways.contains(way.steps())).orElse(true)) {
            arrival.at(way, common);
        }
        var interrupt = new InterruptCheck();
        for (int i = 0; i < steps.size(); i++) {
            interrupt.ask();
            var next = way.by(i);
            if (way.steps().size() < deepest()
                    && !way.steps().contains(i)
                    && allowed.map(ways -> isBegun(next.steps(), ways)).orElse(true)
                    && canDo(steps.get(i), way.rows())) {
                applied(steps.get(i), next)
                        .ifPresent(done -> follow(table, done, arrival, allowed));
            }
        }
    }

    private static boolean isBegun(List<Integer> steps, Set<List<Integer>> ways) {
        return ways.stream()
                .anyMatch(
                        way ->
                                way.size() >= steps.size()
                                        && way.subList(0, steps.size()).equals(steps));
    }

    /** A step that refuses empty cells, or rows for what a cell holds, may be the way of the others. */
    private static Optional<Way> applied(FittedStep step, Way way) {
        int attempts =
                (int) Math.max(FEWEST_ATTEMPTS, Math.min(MOST_ATTEMPTS, CELLS / way.from().length));
        var left = way;
        for (int attempt = 0; attempt < attempts && left.from().length > 0; attempt++) {
            try {
                return made(step, left);
            } catch (UnfitCell cell) {
                left = without(left, cell);
            } catch (IllegalArgumentException refused) {
                var whole = whole(step, left);
                if (whole.from().length == left.from().length) {
                    return Optional.empty();
                }
                left = whole;
            }
        }
        return Optional.empty();
    }

    private static Optional<Way> made(FittedStep step, Way way) {
        var done = step.apply(way.rows());
        return done.rowCount() == way.from().length
                ? Optional.of(new Way(done, way.from(), way.steps()))
                : Optional.empty();
    }

    /** The rows that miss nothing of what a step reads. */
    private static Way whole(FittedStep step, Way way) {
        var columns = step.reads().stream().map(read -> way.rows().column(read.name())).toList();
        return part(
                way,
                IntStream.range(0, way.from().length)
                        .filter(
                                row ->
                                        columns.stream()
                                                .noneMatch(column -> Tables.isMissing(column, row)))
                        .toArray());
    }

    /** The rows that hold something else than a cell that was refused; all that hold the same would be, too. */
    private static Way without(Way way, UnfitCell cell) {
        if (!way.rows().containsColumn(cell.column()) || cell.row() >= way.from().length) {
            return part(way, new int[0]);
        }
        var column = way.rows().column(cell.column());
        var refused = column.getString(cell.row());
        return part(
                way,
                IntStream.range(0, way.from().length)
                        .filter(row -> !column.getString(row).equals(refused))
                        .toArray());
    }

    private static Way part(Way way, int[] rows) {
        return new Way(
                // Tablesaw takes no rows for a slip.
                rows.length == 0 ? way.rows().emptyCopy() : way.rows().rows(rows),
                IntStream.of(rows).map(row -> way.from()[row]).toArray(),
                way.steps());
    }

    private static boolean canDo(FittedStep next, Table rows) {
        return next.reads().stream().allMatch(feature -> rows.containsColumn(feature.name()));
    }
}
