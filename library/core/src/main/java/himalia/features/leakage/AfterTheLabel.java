package himalia.features.leakage;

import himalia.display.bundle.Amount;
import himalia.model.Labels;
import himalia.table.Moments;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.HypergeometricDistribution;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Columns that are filled for one class only, or whose dates come after the row's time. */
final class AfterTheLabel {
    private static final double PURE = 0.98;

    private static final double SECONDS_A_DAY = 86_400;

    /** Of the other classes there is less than this share of what chance would put there. */
    private static final double MIXED = 0.13;

    private static final double RARE = 1e-4;
    private static final int ENOUGH = 10;

    private final Table train;
    private final Labels learnt;
    private final int[] counts;

    private final int[] different;

    private final int[] countsOfDifferent;

    /**
     * Takes the rows to learn from.
     *
     * @param different each of them once: a copy says again what its row has said
     */
    AfterTheLabel(Table train, Labels learnt, int[] different) {
        this.train = train;
        this.learnt = learnt;
        counts = learnt.counts();
        this.different = different;
        countsOfDifferent = counts(different);
    }

    private int[] counts(int[] rows) {
        var own = new int[learnt.classes().size()];
        IntStream.of(rows).forEach(row -> own[learnt.code(row)]++);
        return own;
    }

    List<Leak> leaks(List<String> columns, String time) {
        var leaks = new ArrayList<Leak>();
        for (var name : columns) {
            leaks.addAll(filled(name));
            if (!time.isEmpty() && Moments.areDated(train.column(name))) {
                leaks.addAll(later(name, time));
            }
        }
        return leaks;
    }

    /** A column may be filled for one class, or left empty for one. */
    private List<Leak> filled(String name) {
        var column = train.column(name);
        for (boolean isEmpty : new boolean[] {false, true}) {
            var rows = rows(column, isEmpty);
            var own = counts(rows);
            for (int code = 0; code < own.length; code++) {
                if (areOf(code, own[code], rows.length) && !isByChance(column, isEmpty, code)) {
                    return List.of(filled(name, isEmpty, code, rows.length, own[code]));
                }
            }
        }
        return List.of();
    }

    private int[] rows(Column<?> column, boolean isEmpty) {
        return IntStream.range(0, train.rowCount())
                .filter(row -> Tables.isMissing(column, row) == isEmpty)
                .toArray();
    }

    private Leak filled(String name, boolean isEmpty, int code, int rows, int own) {
        return new Leak(
                Leak.Kind.AFTER_THE_LABEL,
                name,
                String.format(
                        Locale.ROOT,
                        "column '%s' is %s in %s, and %.0f %% of them are of class '%s', which has %.0f %% of all",
                        name,
                        isEmpty ? "empty" : "filled",
                        Amount.of(rows, "training row"),
                        100.0 * own / rows,
                        learnt.classes().get(code),
                        100.0 * counts[code] / learnt.size()),
                "it seems to be written down once the label is known; leave it out",
                List.of());
    }

    /** Whether rows are all but of one class: of one that most rows have, that is told by how few of the others are among them. */
    private boolean areOf(int code, int own, int rows) {
        int all = learnt.size();
        int others = all - counts[code];
        int strangers = rows - own;
        return rows >= ENOUGH
                && rows < all
                && others > 0
                && strangers <= MIXED * others / all * rows
                && strangers <= (1 - PURE) * rows;
    }

    /** Whether chance would fill as many rows of a class, of those that are different. */
    private boolean isByChance(Column<?> column, boolean isEmpty, int code) {
        var some =
                IntStream.of(different)
                        .filter(row -> Tables.isMissing(column, row) == isEmpty)
                        .toArray();
        int strangers = some.length - counts(some)[code];
        int others = different.length - countsOfDifferent[code];
        return new HypergeometricDistribution(null, different.length, others, some.length)
                        .cumulativeProbability(strangers)
                >= RARE;
    }

    private List<Leak> later(String name, String time) {
        if (!Moments.areDated(train.column(time))) {
            return List.of();
        }
        var own = Moments.of(train.column(name));
        var rows = Moments.of(train.column(time));
        // A row of a day may know all that comes before its end.
        boolean isOfDay =
                train.column(time) instanceof DateColumn
                        && !(train.column(name) instanceof DateColumn);
        double end = isOfDay ? SECONDS_A_DAY - 5e-4 : 0;
        long after =
                IntStream.range(0, own.length).filter(row -> own[row] > rows[row] + end).count();
        if (after == 0) {
            return List.of();
        }
        return List.of(
                new Leak(
                        Leak.Kind.AFTER_THE_LABEL,
                        name,
                        "column '%s' is later than '%s' in %d of %s"
                                .formatted(
                                        name, time, after, Amount.of(own.length, "training row")),
                        "at that time nobody knew it; leave it out, or take what was known by then",
                        List.of()));
    }
}
