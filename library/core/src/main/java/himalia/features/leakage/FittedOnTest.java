package himalia.features.leakage;

import himalia.display.bundle.Amount;
import himalia.table.RowFingerprints;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;

/**
 * Steps and models that have seen test rows: known by the rows' fingerprints, also where the test table holds what steps have
 * made of them, if the table is at hand that they were made from.
 */
final class FittedOnTest {
    /** Of the test rows so many have come from an origin, or it is not the one. */
    private static final double NEARLY_ALL = 0.99;

    /** So many times as often as by chance is no chance any more. */
    private static final double DOUBT = 3;

    private final Table train;
    private final Table test;
    private final String label;
    private final List<Fitted> fitted;
    private final List<Origin> origins;
    private final LostRows lost;

    FittedOnTest(Table train, Table test, String label, List<Fitted> fitted, List<Table> origins) {
        this.train = train;
        this.test = test;
        this.label = label;
        this.fitted = fitted;
        var ways = new Ways(fitted.stream().map(Fitted::step).filter(Objects::nonNull).toList());
        this.origins =
                Origin.together(origins, ways).stream()
                        .map(named -> new Origin(named, ways, train, test, label, fitted))
                        .toList();
        this.lost = new LostRows(train, test);
    }

    List<Leak> leaks() {
        return fitted.stream().flatMap(each -> leaks(each).stream()).toList();
    }

    /**
     * Looks for rows that were made between others as they were before the steps, where that is known: a step that bends makes
     * lines of none, and none of lines.
     *
     * @param found what was found in the tables as they are
     */
    List<Leak> synthetic(
            List<Leak> found, List<String> classes, BiFunction<Table, Table, Numbers> numbers) {
        return origins.stream()
                .flatMap(origin -> origin.before().stream())
                .filter(rows -> rows.train().containsColumn(label))
                .map(rows -> rows.synthetic(label, classes, numbers))
                .findFirst()
                .orElse(found);
    }

    private List<Leak> leaks(Fitted each) {
        if (each.step() != null && each.step().step().isStateless()) {
            return List.of();
        }
        var rows = each.provenance().rows();
        if (!rows.areKnown()) {
            return List.of(Unchecked.of(each));
        }
        var seen = new SeenCounts(rows);
        var found = standing(each, seen);
        double share = 1;
        for (var origin : origins) {
            var there = origin.of(each, seen);
            if (there.known() >= found.known()) {
                found = there;
                share = origin.test().share();
            }
        }
        boolean isAll = found.known() == seen.rows() && share >= NEARLY_ALL;
        if (!found.arrived() && !isAll) {
            return List.of(Unchecked.of(each));
        }
        var certain = isAll ? found.certain() : notByChance(found, seen);
        var leaks = new ArrayList<Leak>();
        if (!certain.isEmpty()) {
            leaks.add(leak(each, certain));
            if (certain.size() < test.rowCount()) {
                // One row that is known again says nothing of those that were rounded.
                changed(each).ifPresent(leaks::add);
            }
        } else if (!found.certain().isEmpty() && !fitTrain(seen)) {
            leaks.add(byChance(each, found.certain().size()));
        } else {
            otherKind(each).ifPresent(leaks::add);
            more(each).or(() -> changed(each)).ifPresent(leaks::add);
        }
        return leaks;
    }

    /** The tables as they stand, where nobody has named the one that they are from. */
    private Evidence standing(Fitted each, SeenCounts seen) {
        var trained = hashes(each, train);
        var tested = hashes(each, test);
        var all = LongStream.concat(LongStream.of(trained), LongStream.of(tested)).toArray();
        return Evidence.of(
                seen, all, new Evidence.Became(all, trained), new Evidence.Became(all, tested));
    }

    private static long[] hashes(Fitted each, Table table) {
        var columns = each.provenance().rows().columns();
        return table.columnNames().containsAll(columns)
                ? RowFingerprints.ofEach(table, columns)
                : new long[0];
    }

    /** Where some of the rows that were learnt from are nowhere, test rows may equal those. */
    private List<Integer> notByChance(Evidence found, SeenCounts seen) {
        return found.single().size() > DOUBT * seen.chance() * test.rowCount()
                ? found.single()
                : List.of();
    }

    /** Returns whether it has learnt from as many rows as the training table has, and the test table has not. */
    private boolean fitTrain(SeenCounts seen) {
        return seen.rows() == train.rowCount() && seen.rows() != test.rowCount();
    }

    private static Leak byChance(Fitted each, int rows) {
        return Unchecked.of(
                each,
                "it knows %s again, but by columns in which rows are equal by chance, and has learnt from %s"
                        .formatted(
                                Amount.of(rows, "test row"),
                                Amount.of(each.provenance().rows().rows(), "row")),
                "see which rows it was fitted on; fitted on a table with a key it can be told");
    }

    private Optional<Leak> more(Fitted each) {
        var named =
                Stream.concat(
                        Stream.of(train, test),
                        origins.stream().flatMap(origin -> origin.tables(each)));
        return Unchecked.more(each, named.toList());
    }

    /** Whether test rows are what has become of rows that it has learnt from, but for a digit. */
    private Optional<Leak> changed(Fitted each) {
        return origins.stream().flatMap(origin -> lost.told(each, origin).stream()).findFirst();
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
}
