package himalia.features.leakage;

import himalia.display.bundle.Amount;
import himalia.display.bundle.InterruptCheck;
import himalia.features.FittedStep;
import himalia.table.RowFingerprints;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * Steps and models that have seen test rows: known by the rows' fingerprints, also where the test table holds what steps have
 * made of them, if the table is at hand that they were made from.
 */
final class FittedOnTest {
    private static final int DEEPEST = 3;

    private final Table test;
    private final String label;
    private final List<Fitted> fitted;
    private final List<Table> origins;
    private final Set<Integer> duplicates;

    FittedOnTest(
            Table test,
            String label,
            List<Fitted> fitted,
            List<Table> origins,
            Set<Integer> duplicates) {
        this.test = test;
        this.label = label;
        this.fitted = fitted;
        this.origins = origins;
        this.duplicates = duplicates;
    }

    List<Leak> leaks() {
        var leaks = new ArrayList<Leak>();
        for (var each : fitted) {
            if (each.provenance().rows().areKnown()) {
                // A row that is in both tables is told of as a duplicate, and whoever saw one saw
                // the other.
                var seen = seen(each);
                var rows =
                        IntStream.range(0, seen.length)
                                .filter(row -> seen[row] && !duplicates.contains(row))
                                .boxed()
                                .toList();
                if (!rows.isEmpty()) {
                    leaks.add(leak(each, rows));
                }
            }
        }
        return leaks;
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

    private boolean[] seen(Fitted each) {
        var rows = each.provenance().rows();
        var seen = new boolean[test.rowCount()];
        if (test.columnNames().containsAll(rows.columns())) {
            mark(rows, seen);
        }
        for (var origin : origins) {
            if (origin.columnNames().containsAll(rows.columns())) {
                var there = rows.in(origin);
                var known = IntStream.range(0, there.length).filter(row -> there[row]).toArray();
                if (known.length > 0) {
                    follow(origin.rows(known), seen, DEEPEST, null);
                }
            }
        }
        return seen;
    }

    /** Marks what becomes of rows by all steps there are, one after the other. */
    private void follow(Table rows, boolean[] seen, int deep, @Nullable Fitted last) {
        var common =
                rows.columnNames().stream()
                        .filter(name -> !name.equals(label) && test.containsColumn(name))
                        .toList();
        int features = test.columnCount() - (test.containsColumn(label) ? 1 : 0);
        if (common.size() == features && features > 0) {
            mark(RowFingerprints.of(rows.selectColumns(common.toArray(String[]::new))), seen);
        }
        var interrupt = new InterruptCheck();
        for (var next : fitted) {
            interrupt.ask();
            var step = next.step();
            if (deep > 0 && step != null && next != last && canDo(step, rows)) {
                applied(step, rows).ifPresent(done -> follow(done, seen, deep - 1, next));
            }
        }
    }

    /** A step that refuses the rows, as for a missing cell, is no way that they have gone. */
    private static Optional<Table> applied(FittedStep step, Table rows) {
        try {
            return Optional.of(step.apply(rows));
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    private static boolean canDo(FittedStep next, Table rows) {
        return next.reads().stream().allMatch(feature -> rows.containsColumn(feature.name()));
    }

    private void mark(RowFingerprints rows, boolean[] seen) {
        var found = rows.in(test);
        for (int row = 0; row < seen.length; row++) {
            seen[row] |= found[row];
        }
    }
}
