package himalia.features.leakage;

import himalia.table.LevelCodes;
import himalia.table.Moments;
import himalia.table.Tables;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Texts, dates and holes that one table has and the other lacks, which the comparison by numbers and truths does not see. */
final class UnlikeTables {
    private static final double MANY = 0.2;

    /** How rarely chance puts all rows of a level into the same table, where it is counted. */
    private static final double RARELY = 0.01;

    /** How rarely chance puts so many rows before, or after, all those of the other table. */
    private static final double RARELY_OUTSIDE = 1e-3;

    private static final double SURE = 4;
    private static final String WAY = "; FeatureCoverage.of(train, test) compares all columns";

    private UnlikeTables() {}

    /**
     * Returns in what a column is unlike.
     *
     * @param hasTime whether the order of rows is looked at by another column, so that dates apart are meant to be
     */
    static Stream<String> notes(Table train, Table test, String name, boolean hasTime) {
        if (!test.containsColumn(name)) {
            return Stream.empty();
        }
        var first = train.column(name);
        var second = test.column(name);
        return Stream.concat(
                        Stream.of(
                                        holes(first, second),
                                        levels(first, second, "test", "training"),
                                        levels(second, first, "training", "test"))
                                .flatMap(Optional::stream),
                        moments(first, second, hasTime))
                .map(what -> "column '%s': %s%s".formatted(name, what, WAY));
    }

    private static Optional<String> holes(Column<?> first, Column<?> second) {
        int learnt = Tables.countMissing(first);
        int asked = Tables.countMissing(second);
        double apart = Math.abs(learnt / (double) first.size() - asked / (double) second.size());
        double all = (learnt + asked) / (double) (first.size() + second.size());
        double chance = Math.sqrt(all * (1 - all) * (1.0 / first.size() + 1.0 / second.size()));
        boolean isEmpty = learnt == first.size() || asked == second.size();
        return isEmpty || apart < MANY || apart < SURE * chance
                ? Optional.empty()
                : Optional.of(
                        "%,d of %,d training rows miss it, and %,d of %,d test rows"
                                .formatted(learnt, first.size(), asked, second.size()));
    }

    private static Optional<String> levels(
            Column<?> without, Column<?> with, String of, String other) {
        if (!(with instanceof StringColumn)) {
            return Optional.empty();
        }
        var counts = counts(with);
        counts.keySet().removeAll(counts(without).keySet());
        double share = with.size() / (double) (with.size() + without.size());
        counts.values().removeIf(count -> Math.pow(share, count) > RARELY);
        int rows = counts.values().stream().mapToInt(count -> count).sum();
        return rows < MANY * with.size() || Tables.countMissing(without) == without.size()
                ? Optional.empty()
                : Optional.of(
                        "%,d of %,d %s rows have texts that no %s row has, such as '%s'"
                                .formatted(rows, with.size(), of, other, most(counts)));
    }

    private static Map<String, Integer> counts(Column<?> column) {
        var codes = LevelCodes.of(column);
        var levels = codes.levels();
        var rows = codes.counts();
        var counts = new HashMap<String, Integer>();
        for (int level = 0; level < rows.length; level++) {
            counts.put(levels.get(level), rows[level]);
        }
        return counts;
    }

    private static String most(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .max(
                        Map.Entry.<String, Integer>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private static Stream<String> moments(Column<?> first, Column<?> second, boolean hasTime) {
        boolean areDated = Moments.areDated(first);
        if (!Seconds.areBoth(first, second) || areDated && hasTime) {
            return Stream.empty();
        }
        var learnt = Seconds.of(first);
        var asked = Seconds.of(second);
        var known = Range.of(learnt);
        var all = Range.of(asked);
        boolean isLater = all.least() > known.most();
        if (!isLater && !(all.most() < known.least())) {
            return outside(known, learnt.length, asked).stream();
        }
        return Stream.of(
                areDated
                        ? "all test rows are %s than all training rows; if that is meant, name it by time(…) (--time)"
                                .formatted(isLater ? "later" : "earlier")
                        : "no test row is at a time of day that training rows are at");
    }

    /** Tells of test rows before or after all training rows; a model that has seen more than it is asked for may be right. */
    private static Optional<String> outside(Range known, int trainRows, double[] asked) {
        double share = asked.length / (double) (asked.length + trainRows);
        IntPredicate isMore = count -> Math.pow(share, count) <= RARELY_OUTSIDE;
        int earlier = count(asked, moment -> moment < known.least(), isMore);
        int later = count(asked, moment -> moment > known.most(), isMore);
        return earlier + later < MANY * asked.length
                ? Optional.empty()
                : Optional.of(
                        "%,d of %,d test rows are %s than all training rows"
                                .formatted(
                                        earlier + later,
                                        asked.length,
                                        later == 0
                                                ? "earlier"
                                                : earlier == 0 ? "later" : "earlier or later"));
    }

    /** Returns how many there are; none where chance has so many. */
    private static int count(double[] moments, DoublePredicate is, IntPredicate isMore) {
        int count = (int) DoubleStream.of(moments).filter(is).count();
        return isMore.test(count) ? count : 0;
    }

    /** The first and the last moment; NaN where there is none. */
    private record Range(double least, double most) {
        static Range of(double[] moments) {
            var present = DoubleStream.of(moments).filter(moment -> !Double.isNaN(moment));
            var both = present.summaryStatistics();
            return both.getCount() == 0
                    ? new Range(Double.NaN, Double.NaN)
                    : new Range(both.getMin(), both.getMax());
        }
    }
}
