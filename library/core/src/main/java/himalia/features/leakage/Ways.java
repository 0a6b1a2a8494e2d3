package himalia.features.leakage;

import himalia.display.bundle.InterruptCheck;
import himalia.features.FittedStep;
import himalia.table.RowFingerprints;
import himalia.table.Tables;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
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

    /** By so many a few rows among a million are found that a step refuses. */
    private static final int MOST_ATTEMPTS = 200;

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

    /** Returns the ways by which at least half as many rows as by the best have become training rows. */
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
                                .filter(entry -> 2 * entry.getValue() >= most)
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

    /** A step that refuses empty cells, or a few rows for what they hold, may be the way of the others. */
    private static Optional<Way> applied(FittedStep step, Way way) {
        var all = tried(step, way);
        if (all.isPresent()) {
            return all;
        }
        var columns = step.reads().stream().map(read -> way.rows().column(read.name())).toList();
        var whole =
                part(
                        way,
                        IntStream.range(0, way.from().length)
                                .filter(
                                        row ->
                                                columns.stream()
                                                        .noneMatch(
                                                                column ->
                                                                        Tables.isMissing(
                                                                                column, row)))
                                .toArray());
        var taken = new ArrayList<Way>();
        if (whole.from().length == 0 || take(step, whole, taken, MOST_ATTEMPTS) < 0) {
            return Optional.empty();
        }
        return taken.stream()
                .reduce(
                        (one, next) ->
                                new Way(
                                        one.rows().copy().append(next.rows()),
                                        IntStream.concat(
                                                        IntStream.of(one.from()),
                                                        IntStream.of(next.from()))
                                                .toArray(),
                                        one.steps()));
    }

    /** Finds by halves what a step takes; returns how many attempts are left, below 0 where it refuses too many rows. */
    private static int take(FittedStep step, Way way, List<Way> taken, int attempts) {
        var done = tried(step, way);
        done.ifPresent(taken::add);
        int count = way.from().length;
        if (done.isPresent() || count == 1 || attempts <= 0) {
            return attempts - 1;
        }
        int left =
                take(step, part(way, IntStream.range(0, count / 2).toArray()), taken, attempts - 1);
        return left < 0
                ? left
                : take(step, part(way, IntStream.range(count / 2, count).toArray()), taken, left);
    }

    private static Way part(Way way, int[] rows) {
        return new Way(
                way.rows().rows(rows),
                IntStream.of(rows).map(row -> way.from()[row]).toArray(),
                way.steps());
    }

    private static Optional<Way> tried(FittedStep step, Way way) {
        try {
            var done = step.apply(way.rows());
            return done.rowCount() == way.from().length
                    ? Optional.of(new Way(done, way.from(), way.steps()))
                    : Optional.empty();
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    private static boolean canDo(FittedStep next, Table rows) {
        return next.reads().stream().allMatch(feature -> rows.containsColumn(feature.name()));
    }
}
