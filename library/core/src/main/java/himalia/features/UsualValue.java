package himalia.features;

import himalia.table.ColumnArrays;
import himalia.table.LevelCodes;
import himalia.table.Tables;
import java.util.Arrays;
import java.util.stream.IntStream;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.columns.Column;

/** What is usual in a column: what an imputer fills its missing cells with. */
final class UsualValue {
    private UsualValue() {}

    /** Returns a number, that of a truth as well, or a text. */
    static Object of(SimpleImputer step, Column<?> column) {
        if (column instanceof NumericColumn<?> numbers) {
            double usual = number(step.strategy(), numbers);
            if (!Double.isFinite(usual)) {
                NumberColumns.refuseInfinite(numbers, step.name());
            }
            return usual;
        }
        if (column instanceof BooleanColumn flags) {
            var values = IntStream.range(0, flags.size()).filter(row -> !flags.isMissing(row));
            return number(step.strategy(), column, values.mapToDouble(flags::getByte).toArray());
        }
        return text(column);
    }

    private static IllegalArgumentException empty(Column<?> column) {
        return new IllegalArgumentException(
                "column '%s' has no value to fill its missing cells with; leave it out with table.rejectColumns(\"%s\")"
                        .formatted(column.name(), column.name()));
    }

    /** The mean of doubles needs no copy of them. */
    private static double number(SimpleImputer.Strategy strategy, NumericColumn<?> column) {
        return strategy == SimpleImputer.Strategy.MEAN && column instanceof DoubleColumn numbers
                ? mean(numbers)
                : number(strategy, column, Tables.doubles(column));
    }

    private static double mean(DoubleColumn column) {
        double mean = Mean.ofPresent(ColumnArrays.of(column), column.size());
        // Of none, or of infinite ones whose sum is no number.
        if (Double.isNaN(mean) && Tables.countMissing(column) == column.size()) {
            throw empty(column);
        }
        return mean;
    }

    /** Of an array that is nobody else's. */
    private static double number(
            SimpleImputer.Strategy strategy, Column<?> column, double[] values) {
        int there = Mean.present(values, 0, values.length, values);
        if (there == 0) {
            throw empty(column);
        }
        return switch (strategy) {
            case MEDIAN -> median(Arrays.copyOf(values, there));
            case MOST_FREQUENT -> mostFrequent(Arrays.copyOf(values, there));
            default -> Mean.of(values, there);
        };
    }

    private static double median(double[] values) {
        int middle = values.length / 2;
        double upper = Smallest.of(values, middle);
        if (values.length % 2 == 1) {
            return upper;
        }
        // What is smaller stands before it now.
        double lower = values[0];
        for (int i = 1; i < middle; i++) {
            lower = Math.max(lower, values[i]);
        }
        double both = lower + upper;
        return Double.isFinite(both) ? both / 2 : lower / 2 + upper / 2;
    }

    /** Equal ones stand beside each other in order; of runs as long, the first is the smallest value's. */
    private static double mostFrequent(double[] values) {
        // Both zeros are one number.
        Arrays.setAll(values, i -> values[i] + 0.0);
        Arrays.sort(values);
        double best = values[0];
        int most = 0;
        for (int from = 0; from < values.length; ) {
            int to = from;
            while (to < values.length && Double.compare(values[to], values[from]) == 0) {
                to++;
            }
            if (to - from > most) {
                most = to - from;
                best = values[from];
            }
            from = to;
        }
        return best;
    }

    private static String text(Column<?> column) {
        var codes = LevelCodes.of(column);
        if (codes.countPresent() == 0) {
            throw empty(column);
        }
        var counts = codes.counts();
        int most = Arrays.stream(counts).max().orElseThrow();
        return IntStream.range(0, counts.length)
                .filter(code -> counts[code] == most)
                .mapToObj(codes.levels()::get)
                .min(String::compareTo)
                .orElseThrow();
    }
}
