package himalia.features.leakage;

import himalia.display.bundle.Amount;
import himalia.model.Labels;
import himalia.table.RowFingerprints;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
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
                Origin.together(
                        origins, named -> new Origin(named, ways, train, test, label, fitted));
        this.lost = new LostRows(train, test);
    }

    List<Leak> leaks() {
        return fitted.stream().flatMap(each -> leaks(each).stream()).toList();
    }

    /**
     * Looks for rows that were made between others as they were before the steps, where all are known: a step that bends makes
     * lines of none, and none of lines.
     *
     * @param found what was found in the tables as they are
     */
    List<Leak> synthetic(
            List<Leak> found, List<String> classes, BiFunction<Table, Table, Numbers> numbers) {
        for (var before : before()) {
            var both = numbers.apply(before.train(), before.test());
            if (both.names().size() > 1) {
                return SyntheticRows.of(before.train(), before.test(), label, both, classes);
            }
        }
        return found;
    }

    /**
     * Returns the cells by which equal rows are judged: as they were before the steps, where all are known. A step makes columns of
     * many values from one of few.
     *
     * @param columns what makes a row the same in the tables as they are
     * @param values the numbers of these columns
     */
    Supplier<RowCells> cells(List<String> columns, Numbers values, List<String> classes) {
        return () -> {
            var learnt = Labels.toCompare(train, label, classes);
            var asked = Labels.toCompare(test, label, classes);
            for (var rows : before()) {
                var keys = Keys.of(rows.train(), rows.test(), rows.train().columnNames());
                var same = Rows.identity(rows.train(), rows.test(), label, keys);
                var numbers = Numbers.of(rows.train(), rows.test(), same);
                if (!same.isEmpty()) {
                    return RowCells.of(rows.train(), rows.test(), same, numbers, learnt, asked);
                }
            }
            return RowCells.of(train, test, columns, values, learnt, asked);
        };
    }

    /** Returns the rows of both tables as they were before the steps, of each origin that holds all. */
    private List<BeforeSteps> before() {
        return origins.stream()
                .flatMap(origin -> origin.before().stream())
                .map(rows -> rows.labelled(train, test, label))
                .toList();
    }

    List<Leak> leaks(Fitted each) {
        if (each.step() != null && each.step().step().isStateless()) {
            return List.of();
        }
        var rows = each.provenance().rows();
        if (!rows.areKnown()) {
            return List.of(Unchecked.of(each, !origins.isEmpty()));
        }
        var seen = new SeenCounts(rows);
        var trained = hashes(each, train);
        if (seen.are(trained)) {
            return List.of();
        }
        var found = evidence(each, seen, trained);
        boolean isAll = found.evidence().known() == seen.rows() && found.share() >= NEARLY_ALL;
        if (!found.evidence().arrived() && !isAll) {
            return List.of(Unchecked.of(each, !origins.isEmpty()));
        }
        var possible = found.evidence().certain();
        var certain =
                isAll && found.evidence().whole() ? possible : single(each, found.evidence(), seen);
        var leaks = new ArrayList<Leak>();
        if (!certain.isEmpty()) {
            leaks.add(leak(each, certain));
            if (certain.size() < test.rowCount()) {
                // One row that is known again says nothing of those that were rounded.
                changed(each).ifPresent(leaks::add);
            }
        } else if (!possible.isEmpty()) {
            leaks.add(byChance(each, possible.size()));
        } else {
            otherKind(each).ifPresent(leaks::add);
            more(each)
                    .or(() -> changed(each))
                    .or(() -> uncounted(each, seen))
                    .ifPresent(leaks::add);
        }
        return leaks;
    }

    /**
     * What rows say.
     *
     * @param share how many of the test rows are among what they have become, from 0 to 1
     */
    private record Found(Evidence evidence, double share) {
        private int known() {
            return evidence.known();
        }
    }

    /** What is known by most rows; by all origins together, where each has rows of its own. */
    private Found evidence(Fitted each, SeenCounts seen, long[] trained) {
        var standing = new Found(standing(each, seen, trained), 1);
        var all =
                origins.stream()
                        .map(origin -> new Found(origin.of(each, seen), origin.test().share()))
                        .filter(found -> found.known() > 0)
                        .toList();
        int sum = all.stream().mapToInt(Found::known).sum();
        var best =
                sum <= seen.rows()
                        ? all.stream()
                                .map(Found::evidence)
                                .reduce(Evidence::and)
                                .map(together -> new Found(together, share()))
                        : all.stream()
                                .max(
                                        Comparator.comparingInt(Found::known)
                                                .thenComparingDouble(Found::share));
        return best.filter(found -> found.known() >= standing.known()).orElse(standing);
    }

    /** Returns how many of the test rows have come from one of the origins, from 0 to 1. */
    private double share() {
        var explained = new boolean[test.rowCount()];
        for (var origin : origins) {
            var its = origin.test().explained();
            for (int row = 0; row < its.length; row++) {
                explained[row] |= its[row];
            }
        }
        long count = IntStream.range(0, explained.length).filter(row -> explained[row]).count();
        return count / (double) explained.length;
    }

    /** The tables as they stand, where nobody has named the one that they are from. */
    private Evidence standing(Fitted each, SeenCounts seen, long[] trained) {
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

    /** Of rows that are equal to others, who knows which were learnt from, unless all were? */
    private List<Integer> single(Fitted each, Evidence found, SeenCounts seen) {
        var rows = found.single();
        return !rows.isEmpty() && rows.size() > DOUBT * seen.chance(isFine(each)) * test.rowCount()
                ? rows
                : List.of();
    }

    /** Whether it reads a column of which most values are different. */
    private boolean isFine(Fitted each) {
        var columns = each.provenance().rows().columns();
        return named(each)
                .filter(table -> table.columnNames().containsAll(columns))
                .limit(1)
                .anyMatch(
                        table ->
                                columns.stream()
                                        .map(table::column)
                                        .anyMatch(
                                                column ->
                                                        2 * column.countUnique() > column.size()));
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

    /** Of rows of few values their number tells, which files of older versions do not have. */
    private static Optional<Leak> uncounted(Fitted each, SeenCounts seen) {
        return seen.areCounted()
                ? Optional.empty()
                : Optional.of(
                        Unchecked.of(
                                each,
                                "its file was written by an older version, and does not say how many of the rows that it has learnt from were equal",
                                "fit it again, and save it with this version"));
    }

    private Optional<Leak> more(Fitted each) {
        return Unchecked.more(each, named(each).toList());
    }

    private Stream<Table> named(Fitted each) {
        return Stream.concat(
                Stream.of(train, test), origins.stream().flatMap(origin -> origin.tables(each)));
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
