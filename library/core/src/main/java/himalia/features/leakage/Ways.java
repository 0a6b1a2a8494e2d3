package himalia.features.leakage;

import himalia.display.bundle.InterruptCheck;
import himalia.features.FittedStep;
import himalia.model.UnfitCell;
import himalia.table.Tables;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;

/** The ways that rows of a table can have gone by steps: each step once, in any order. */
final class Ways {
    /** So many values that a step refuses are found one after the other. */
    private static final int MOST_ATTEMPTS = 200;

    private final List<FittedStep> steps;

    Ways(List<FittedStep> steps) {
        this.steps = steps;
    }

    /**
     * What has become of rows of a table.
     *
     * @param steps those that they went by
     * @param rows what they are now
     * @param from the row that each was
     */
    record Way(List<Integer> steps, Table rows, int[] from) {
        Way by(int step) {
            return new Way(Stream.concat(steps.stream(), Stream.of(step)).toList(), rows, from);
        }
    }

    /** All orders of four are 65 ways, of more too many. */
    private int deepest() {
        return steps.size() <= 4 ? steps.size() : 3;
    }

    /** Goes all ways from some rows of a table; the first is none. */
    void walk(Table origin, int[] from, Consumer<Way> seen) {
        walk(new Way(List.of(), part(origin, from), from), seen, new InterruptCheck());
    }

    private void walk(Way way, Consumer<Way> seen, InterruptCheck interrupt) {
        interrupt.ask();
        seen.accept(way);
        for (int i = 0; i < steps.size() && way.steps().size() < deepest(); i++) {
            if (!way.steps().contains(i)) {
                applied(way, i).ifPresent(next -> walk(next, seen, interrupt));
            }
        }
    }

    /** Goes one way with all rows, or those that every step takes. */
    Way go(Table origin, List<Integer> way) {
        var interrupt = new InterruptCheck();
        var at = new Way(List.of(), origin, IntStream.range(0, origin.rowCount()).toArray());
        for (int step : way) {
            interrupt.ask();
            var last = at;
            at =
                    applied(at, step)
                            .orElseGet(() -> new Way(way, last.rows().emptyCopy(), new int[0]));
        }
        return at;
    }

    private Optional<Way> applied(Way way, int step) {
        boolean canDo =
                steps.get(step).reads().stream()
                        .allMatch(feature -> way.rows().containsColumn(feature.name()));
        return canDo ? applied(steps.get(step), way.by(step)) : Optional.empty();
    }

    /** A step that refuses empty cells, or rows for what a cell holds, may be the way of the others. */
    private static Optional<Way> applied(FittedStep step, Way way) {
        var interrupt = new InterruptCheck();
        var left = way;
        for (int attempt = 0; attempt < MOST_ATTEMPTS && left.from().length > 0; attempt++) {
            interrupt.ask();
            try {
                return made(step, left);
            } catch (IllegalArgumentException refused) {
                var taken =
                        refused instanceof UnfitCell cell && holds(left, cell)
                                ? without(left, cell)
                                : whole(step, left);
                if (taken.from().length == left.from().length) {
                    return Optional.empty();
                }
                left = taken;
            }
        }
        return Optional.empty();
    }

    /** Whether a cell that was refused is there and not empty: then it is what it holds. */
    private static boolean holds(Way way, UnfitCell cell) {
        return way.rows().containsColumn(cell.column())
                && cell.row() < way.from().length
                && !Tables.isMissing(way.rows().column(cell.column()), cell.row());
    }

    private static Optional<Way> made(FittedStep step, Way way) {
        var done = step.apply(way.rows());
        return done.rowCount() == way.from().length
                ? Optional.of(new Way(way.steps(), done, way.from()))
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
                way.steps(),
                part(way.rows(), rows),
                IntStream.of(rows).map(row -> way.from()[row]).toArray());
    }

    /** Tablesaw takes no rows for a slip. */
    static Table part(Table table, int[] rows) {
        return rows.length == 0 ? table.emptyCopy() : table.rows(rows);
    }
}
