package himalia.features.leakage;

import himalia.display.bundle.Amount;
import himalia.table.RowFingerprints;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * Steps and models that have seen test rows: known by the rows' fingerprints, also where the test table holds what steps have
 * made of them, if the table is at hand that they were made from.
 */
final class FittedOnTest {
    private final Table train;
    private final Table test;
    private final String label;
    private final List<Fitted> fitted;
    private final List<Table> origins;
    private final Ways ways;
    private final List<Table> made;
    private final Set<Integer> duplicates;

    private final List<KnownRows> known;

    /** Which rows of each of those have become rows of a table that was looked through. */
    private final List<boolean[]> arrived;

    private final LostRows lost;

    private boolean @Nullable [][] learnt;

    FittedOnTest(
            Table train,
            Table test,
            String label,
            List<Fitted> fitted,
            List<Table> origins,
            Set<Integer> duplicates) {
        this.train = train;
        this.test = test;
        this.label = label;
        this.fitted = fitted;
        this.origins = origins;
        this.duplicates = duplicates;
        this.ways =
                new Ways(
                        fitted.stream().map(Fitted::step).filter(Objects::nonNull).toList(),
                        label,
                        train);
        this.lost = new LostRows(train, test, ways);
        this.made = withMade();
        this.known = fitted.stream().map(each -> new KnownRows(each, made)).toList();
        this.arrived = made.stream().map(each -> new boolean[each.rowCount()]).toList();
    }

    List<Leak> leaks() {
        var seen = seenOf(test);
        var leaks = new ArrayList<Leak>();
        for (int i = 0; i < seen.length; i++) {
            // A row in both tables is told of as a duplicate: who saw one saw the other.
            var flags = seen[i];
            var rows =
                    IntStream.range(0, flags.length)
                            .filter(row -> flags[row] && !duplicates.contains(row))
                            .boxed()
                            .toList();
            var told = rows.isEmpty() ? List.<Leak>of() : told(fitted.get(i), rows);
            leaks.addAll(told);
            if (isAny(flags) && told.isEmpty()) {
                lost(fitted.get(i)).ifPresent(leaks::add);
            } else if (told.stream().anyMatch(leak -> leak.kind() == Leak.Kind.FITTED_ON_TEST)
                    && rows.size() < flags.length) {
                // One row that is known again says nothing of those that were rounded.
                changed(fitted.get(i)).ifPresent(leaks::add);
            }
        }
        leaks.addAll(unchecked(seen));
        return leaks;
    }

    /** Whether it may have learnt from test rows that are not known again. */
    private Optional<Leak> lost(Fitted each) {
        var named = Stream.concat(Stream.of(train, test), made.stream()).toList();
        return Unchecked.more(each, named).or(() -> changed(each));
    }

    /** Whether test rows are what has become of rows that it has learnt from, but for a digit. */
    private Optional<Leak> changed(Fitted each) {
        if (!each.provenance().rows().areKnown()) {
            return Optional.empty();
        }
        var all = learnt();
        return all.length == 0
                ? Optional.empty()
                : IntStream.range(0, made.size())
                        .boxed()
                        .flatMap(
                                k ->
                                        lost
                                                .told(
                                                        each,
                                                        made.get(k),
                                                        known.get(fitted.indexOf(each)).of(k),
                                                        arrived.get(k))
                                                .stream())
                        .findFirst();
    }

    /** Which training rows each has seen; asked only where that may say what the test rows do not. */
    private boolean[][] learnt() {
        if (learnt == null) {
            learnt = seenOf(train);
        }
        return learnt;
    }

    /** Rows that chance explains are no fact: where it has learnt from the training table, and else to be looked at. */
    private List<Leak> told(Fitted each, List<Integer> rows) {
        var chance = new ChanceRows(each, train, test, origins, label);
        var certain = chance.certain(rows);
        if (!certain.isEmpty()) {
            return List.of(leak(each, certain));
        }
        return chance.fitTrain()
                ? List.of()
                : List.of(
                        Unchecked.of(
                                each,
                                "it knows %s again, but by columns in which rows are equal by chance, and has learnt from %s"
                                        .formatted(
                                                Amount.of(rows.size(), "test row"),
                                                Amount.of(each.provenance().rows().rows(), "row")),
                                "see which rows it was fitted on; fitted on a table with a key it can be told"));
    }

    /** Who has learnt from rows of which none is known again, not even in the training table, may have learnt from any. */
    private List<Leak> unchecked(boolean[][] seen) {
        var unknown = IntStream.range(0, seen.length).filter(i -> !isAny(seen[i])).toArray();
        boolean canBeKnown =
                IntStream.of(unknown).anyMatch(i -> fitted.get(i).provenance().rows().areKnown());
        var learnt = canBeKnown ? learnt() : new boolean[seen.length][0];
        return IntStream.of(unknown)
                .boxed()
                .flatMap(
                        i ->
                                isAny(learnt[i])
                                        ? Stream.concat(
                                                otherKind(fitted.get(i)).stream(),
                                                lost(fitted.get(i)).stream())
                                        : Stream.of(Unchecked.of(fitted.get(i))))
                .toList();
    }

    /** A row that holds a text where the one that was learnt from holds a number is never known again. */
    private Optional<Leak> otherKind(Fitted each) {
        return each.provenance().rows().columns().stream()
                .flatMap(
                        name ->
                                OtherKind.told(train, test, name)
                                        .map(
                                                kinds ->
                                                        Unchecked.of(
                                                                each,
                                                                "column '%s' holds %s"
                                                                        .formatted(name, kinds),
                                                                "read both alike, and check again"))
                                        .stream())
                .findFirst();
    }

    private Leak leak(Fitted each, List<Integer> rows) {
        return new Leak(
                Leak.Kind.FITTED_ON_TEST,
                each.name(),
                "%s has learnt from %d of %s"
                        .formatted(
                                each.name(), rows.size(), Amount.of(test.rowCount(), "test row")),
                each.step() == null
                        ? "train it again, without them"
                        : "split first and fit it on the training table alone, or put it into a Pipeline",
                rows);
    }

    /** Which rows of a table each has seen; each way that rows can have gone is walked once, for all of them. */
    private boolean[][] seenOf(Table table) {
        var seen = new boolean[fitted.size()][table.rowCount()];
        for (int k = 0; k < made.size(); k++) {
            var origin = made.get(k);
            var reached = arrived.get(k);
            int place = k;
            var flags = known.stream().map(each -> each.of(place)).toList();
            var rows =
                    IntStream.range(0, origin.rowCount())
                            .filter(row -> flags.stream().anyMatch(each -> each[row]))
                            .toArray();
            ways.walk(
                    origin,
                    rows,
                    table,
                    (become, from, columns) -> {
                        var are = RowFingerprints.ofEach(become, columns);
                        var there = RowFingerprints.ofEach(table, columns);
                        mark(from, are, there, flags, seen);
                        var all = new LongOpenHashSet(there);
                        for (int row = 0; row < from.length; row++) {
                            reached[from[row]] |= all.contains(are[row]);
                        }
                    });
        }
        for (int i = 0; i < seen.length; i++) {
            standing(known.get(i), table, seen[i]);
        }
        return seen;
    }

    /** Marks rows that it has learnt from as they are, if not all of these were changed on the way. */
    private void standing(KnownRows each, Table table, boolean[] seen) {
        boolean areChanged =
                IntStream.range(0, made.size())
                        .anyMatch(k -> ways.change(made.get(k)) && isAny(each.of(k)));
        var standing = areChanged ? new boolean[seen.length] : each.in(table);
        for (int row = 0; row < seen.length; row++) {
            seen[row] |= standing[row];
        }
    }

    private static void mark(
            int[] from, long[] made, long[] there, List<boolean[]> known, boolean[][] seen) {
        for (int i = 0; i < seen.length; i++) {
            var learnt = known.get(i);
            var hashes =
                    new LongOpenHashSet(
                            IntStream.range(0, made.length)
                                    .filter(row -> learnt[from[row]])
                                    .mapToLong(row -> made[row])
                                    .toArray());
            for (int row = 0; row < there.length && !hashes.isEmpty(); row++) {
                seen[i][row] |= hashes.contains(there[row]);
            }
        }
    }

    /** The origins, and what steps have made of them, where others have learnt from that: an encoder behind an imputer. */
    private List<Table> withMade() {
        var all = new ArrayList<>(origins);
        for (int from = 0, deep = 1; deep < ways.deepest(); deep++) {
            int until = all.size();
            for (; from < until; from++) {
                all.addAll(madeOf(all.get(from)));
            }
        }
        return all;
    }

    private List<Table> madeOf(Table origin) {
        var open =
                fitted.stream()
                        .map(Fitted::provenance)
                        .filter(each -> each.seenIn(origin) < each.rows().rows())
                        .toList();
        return open.isEmpty()
                ? List.of()
                : ways.madeOf(origin)
                        .filter(
                                made ->
                                        open.stream()
                                                .anyMatch(
                                                        each ->
                                                                each.seenIn(made)
                                                                        > each.seenIn(origin)))
                        .toList();
    }

    private static boolean isAny(boolean[] flags) {
        return IntStream.range(0, flags.length).anyMatch(row -> flags[row]);
    }
}
