package himalia.features.leakage;

import himalia.display.bundle.InterruptCheck;
import himalia.features.FittedStep;
import himalia.table.RowFingerprints;
import himalia.table.Tables;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/** The ways that rows of a table can have gone by steps, until they stand in another. */
final class Ways {
    static final int DEEPEST = 3;

    private final List<FittedStep> steps;
    private final String label;

    Ways(List<FittedStep> steps, String label) {
        this.steps = steps;
        this.label = label;
    }

    /** Is told where a way ends at the columns of the table. */
    interface End {
        /**
         * Compares.
         *
         * @param from the rows that set out
         * @param made the fingerprints of what each has become
         * @param there those of the table's rows, by the same columns
         */
        void reached(int[] from, long[] made, long[] there);
    }

    /** Walks all ways from some rows of an origin to a table. */
    void walk(Table origin, int[] from, Table table, End end) {
        if (from.length > 0) {
            follow(table, new Way(origin.rows(from), from), end, DEEPEST, null);
        }
    }

    /** Returns what each step makes of a table, where it takes it. */
    List<Table> madeOf(Table origin) {
        return steps.stream()
                .filter(step -> canDo(step, origin))
                .flatMap(step -> tried(step, new Way(origin, new int[origin.rowCount()])).stream())
                .map(Way::rows)
                .toList();
    }

    /**
     * What has become of rows of an origin.
     *
     * @param from the row of the origin that each was
     */
    private record Way(Table rows, int[] from) {}

    /** Goes on by all steps there are, one after the other. */
    private void follow(Table table, Way way, End end, int deep, @Nullable FittedStep last) {
        var common =
                way.rows().columnNames().stream()
                        .filter(name -> !name.equals(label) && table.containsColumn(name))
                        .toList();
        int features = table.columnCount() - (table.containsColumn(label) ? 1 : 0);
        if (common.size() == features && features > 0) {
            end.reached(
                    way.from(),
                    RowFingerprints.ofEach(way.rows(), common),
                    RowFingerprints.ofEach(table, common));
        }
        var interrupt = new InterruptCheck();
        for (var next : steps) {
            interrupt.ask();
            if (deep > 0 && next != last && canDo(next, way.rows())) {
                applied(next, way).ifPresent(done -> follow(table, done, end, deep - 1, next));
            }
        }
    }

    /** A step that refuses the rows is no way that they have gone; one that refuses empty cells may be for the others. */
    private static Optional<Way> applied(FittedStep step, Way way) {
        var all = tried(step, way);
        if (all.isPresent()) {
            return all;
        }
        var columns = step.reads().stream().map(read -> way.rows().column(read.name())).toList();
        var whole =
                IntStream.range(0, way.from().length)
                        .filter(
                                row ->
                                        columns.stream()
                                                .noneMatch(column -> Tables.isMissing(column, row)))
                        .toArray();
        return whole.length == 0 || whole.length == way.from().length
                ? Optional.empty()
                : tried(
                        step,
                        new Way(
                                way.rows().rows(whole),
                                IntStream.of(whole).map(row -> way.from()[row]).toArray()));
    }

    private static Optional<Way> tried(FittedStep step, Way way) {
        try {
            var done = step.apply(way.rows());
            return done.rowCount() == way.from().length
                    ? Optional.of(new Way(done, way.from()))
                    : Optional.empty();
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    private static boolean canDo(FittedStep next, Table rows) {
        return next.reads().stream().allMatch(feature -> rows.containsColumn(feature.name()));
    }
}
