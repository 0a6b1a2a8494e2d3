package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.InterruptCheck;
import himalia.table.ExactDoubles;
import himalia.table.Moments;
import himalia.table.Tables;
import java.util.Arrays;
import java.util.HashSet;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;

/**
 * Whether a column will help where it has not been seen: how many rows have it, and whether its values are the same, in the rows to learn from and in others.
 *
 * <pre>{@code
 * FeatureCoverage.of(train, test)              // feature, coverage train, coverage test, distance, p, unseen
 * }</pre>
 *
 * <p>A good feature is there in most rows, in as many of both tables, and its values in one overlap with those in the other. The distance is between 0, the same, and 1, nothing
 * in common: for numbers and dates the largest difference of shares up to a number (Kolmogorov and Smirnov), for categories and truths the half of the sum of differences of shares (total
 * variation), their p that of chi-squared. Whether a model can tell both tables apart by all columns together, the leakage check says. Whether a column stays the same over time, two tables of two times tell.
 *
 * <p>C. Huyen (2022): Designing Machine Learning Systems, chapter 5, Engineering good features.
 */
public final class FeatureCoverage {
    private static final double[] NOTHING_TOLD = {Double.NaN, Double.NaN, Double.NaN};

    private FeatureCoverage() {}

    /**
     * Returns a row for each column, those that a table lacks first, which cover none of its rows and have no distance, then the farthest.
     *
     * @throws IllegalArgumentException if a table has no rows, or a column holds something else in the second
     */
    public static Table of(Table train, Table test) {
        refuseNoRows(given(train, "train"), "first");
        refuseNoRows(given(test, "test"), "second");
        var report =
                Table.create(
                        "coverage",
                        StringColumn.create("feature"),
                        DoubleColumn.create("coverage train"),
                        DoubleColumn.create("coverage test"),
                        DoubleColumn.create("distance"),
                        DoubleColumn.create("p"),
                        DoubleColumn.create("unseen"));
        var lacking = report.emptyCopy();
        var interrupt = new InterruptCheck();
        for (var column : train.columns()) {
            interrupt.ask();
            if (test.containsColumn(column.name())) {
                var other = test.column(column.name());
                refuseOtherKind(column, other);
                add(report, column.name(), coverage(column), coverage(other), apart(column, other));
            } else {
                add(lacking, column.name(), coverage(column), 0, NOTHING_TOLD);
            }
        }
        for (var column : test.columns()) {
            if (!train.containsColumn(column.name())) {
                add(lacking, column.name(), 0, coverage(column), NOTHING_TOLD);
            }
        }
        return lacking.append(Tables.sort(report, "-distance"));
    }

    private static void refuseNoRows(Table table, String which) {
        if (table.rowCount() == 0) {
            throw new IllegalArgumentException(
                    "the %s table has no rows; there is nothing to compare".formatted(which));
        }
    }

    private static void refuseOtherKind(Column<?> column, Column<?> other) {
        boolean areTimes = column instanceof TimeColumn;
        if (kind(column) != kind(other) || areTimes != other instanceof TimeColumn) {
            throw new IllegalArgumentException(
                    "column '%s' holds %s in the first table and %s in the second; make them the same first"
                            .formatted(column.name(), Tables.kind(column), Tables.kind(other)));
        }
    }

    private enum Kind {
        NUMBERS,
        DATES,
        LEVELS,
        OTHERS
    }

    private static Kind kind(Column<?> column) {
        if (column instanceof NumericColumn || column instanceof TimeColumn) {
            return Kind.NUMBERS;
        }
        if (Moments.areDated(column)) {
            return Kind.DATES;
        }
        boolean hasLevels = column instanceof StringColumn || column instanceof BooleanColumn;
        return hasLevels ? Kind.LEVELS : Kind.OTHERS;
    }

    private static void add(
            Table report, String name, double train, double test, double[] distance) {
        report.stringColumn("feature").append(name);
        report.doubleColumn("coverage train").append(train);
        report.doubleColumn("coverage test").append(test);
        report.doubleColumn("distance").append(distance[0]);
        report.doubleColumn("p").append(distance[1]);
        report.doubleColumn("unseen").append(distance[2]);
    }

    private static double[] apart(Column<?> column, Column<?> other) {
        return switch (kind(column)) {
            case NUMBERS, DATES -> ofNumbers(there(column), there(other));
            case LEVELS -> ofLevels(texts(column), texts(other));
            case OTHERS -> NOTHING_TOLD;
        };
    }

    private static double coverage(Column<?> column) {
        return 1 - Tables.countMissing(column) / (double) column.size();
    }

    private static double[] there(Column<?> column) {
        var values =
                column instanceof NumericColumn<?> numbers
                        ? ExactDoubles.near(numbers)
                        : column instanceof TimeColumn times
                                ? secondsOfDay(times)
                                : Moments.of(column);
        return Arrays.stream(values).filter(x -> !Double.isNaN(x)).sorted().toArray();
    }

    private static double[] secondsOfDay(TimeColumn times) {
        return IntStream.range(0, times.size())
                .mapToDouble(
                        row ->
                                times.isMissing(row)
                                        ? Double.NaN
                                        : times.get(row).toNanoOfDay() / 1e9)
                .toArray();
    }

    private static String[] texts(Column<?> column) {
        return IntStream.range(0, column.size())
                .filter(row -> !Tables.isMissing(column, row))
                .mapToObj(column::getString)
                .toArray(String[]::new);
    }

    /** Returns the distance, its p, and which share of the second is outside of the first. */
    private static double[] ofNumbers(double[] first, double[] second) {
        if (first.length == 0 || second.length == 0) {
            return NOTHING_TOLD;
        }
        double most = 0;
        int i = 0;
        int j = 0;
        while (i < first.length && j < second.length) {
            double value = Math.min(first[i], second[j]);
            while (i < first.length && first[i] == value) {
                i++;
            }
            while (j < second.length && second[j] == value) {
                j++;
            }
            most = Math.max(most, Math.abs(i / (double) first.length - j / (double) second.length));
        }
        double chance = new KolmogorovSmirnovTest().approximateP(most, first.length, second.length);
        double least = first[0];
        double last = first[first.length - 1];
        long unseen = Arrays.stream(second).filter(x -> x < least || x > last).count();
        return new double[] {most, chance, unseen / (double) second.length};
    }

    private static double[] ofLevels(String[] first, String[] second) {
        if (first.length == 0 || second.length == 0) {
            return NOTHING_TOLD;
        }
        var counts = new TreeMap<String, long[]>();
        for (var text : first) {
            counts.computeIfAbsent(text, level -> new long[2])[0]++;
        }
        for (var text : second) {
            counts.computeIfAbsent(text, level -> new long[2])[1]++;
        }
        double sum = 0;
        for (var both : counts.values()) {
            sum += Math.abs(both[0] / (double) first.length - both[1] / (double) second.length);
        }
        var table = new long[2][];
        for (int side = 0; side < 2; side++) {
            int place = side;
            table[side] = counts.values().stream().mapToLong(both -> both[place]).toArray();
        }
        var known = new HashSet<>(Arrays.asList(first));
        long unseen = Arrays.stream(second).filter(text -> !known.contains(text)).count();
        return new double[] {
            sum / 2, Dependence.chiSquared(table), unseen / (double) second.length
        };
    }
}
