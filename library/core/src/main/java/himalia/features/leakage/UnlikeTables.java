package himalia.features.leakage;

import himalia.table.LevelCodes;
import himalia.table.Moments;
import himalia.table.Tables;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;

/** Texts, dates and holes that one table has and the other lacks, which the comparison by numbers and truths does not see. */
final class UnlikeTables {
    private static final double MANY = 0.2;

    /** How rarely chance puts all rows of a level into the same table, where it is counted. */
    private static final double RARELY = 0.01;

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
        return Stream.of(
                        holes(first, second),
                        levels(first, second, "test", "training"),
                        levels(second, first, "training", "test"),
                        hasTime ? Optional.<String>empty() : dates(first, second),
                        hours(first, second))
                .flatMap(Optional::stream)
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

    private static Optional<String> dates(Column<?> first, Column<?> second) {
        if (!Moments.areDated(first) || !Moments.areDated(second)) {
            return Optional.empty();
        }
        var learnt = Range.of(first);
        var asked = Range.of(second);
        boolean isLater = asked.least() > learnt.most();
        return isLater || asked.most() < learnt.least()
                ? Optional.of(
                        "all test rows are %s than all training rows; if that is meant, name it by time(…) (--time)"
                                .formatted(isLater ? "later" : "earlier"))
                : Optional.empty();
    }

    private static Optional<String> hours(Column<?> first, Column<?> second) {
        if (!(first instanceof TimeColumn learnt)
                || !(second instanceof TimeColumn asked)
                || learnt.size() == learnt.countMissing()
                || asked.size() == asked.countMissing()) {
            return Optional.empty();
        }
        return asked.min().isAfter(learnt.max()) || asked.max().isBefore(learnt.min())
                ? Optional.of("no test row is at a time of day that training rows are at")
                : Optional.empty();
    }

    /** The first and the last moment; NaN where there is none. */
    private record Range(double least, double most) {
        static Range of(Column<?> column) {
            double least = Double.NaN;
            double most = Double.NaN;
            for (double moment : Moments.of(column)) {
                if (!Double.isNaN(moment)) {
                    least = Double.isNaN(least) ? moment : Math.min(least, moment);
                    most = Double.isNaN(most) ? moment : Math.max(most, moment);
                }
            }
            return new Range(least, most);
        }
    }
}
