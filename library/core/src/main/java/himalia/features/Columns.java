package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Amount;
import himalia.model.Feature;
import himalia.table.LevelCodes;
import himalia.table.Moments;
import himalia.table.Tables;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Chooses a step's columns, and puts others in their place. */
final class Columns {
    /** What to do about texts where numbers are taken. */
    static final String OF_TEXTS =
            "; leave it out, put an encoder such as OneHotEncoder before it, or read it as numbers if it holds such";

    /** What {@link DateParts} and others take. */
    static final String TIMES = "dates and times";

    private static final String OF_TIMES =
            "; if it holds some, read them before: Columns.assign(train, \"%1$s\", Columns.toInstant(train.stringColumn(\"%1$s\"))), or toDatetime where they have no zone";

    private Columns() {}

    /** Returns names that are given one by one. */
    static List<String> named(String... columns) {
        for (var column : given(columns, "columns")) {
            given(column, "column");
        }
        return List.of(columns);
    }

    /**
     * Returns the columns that are named, or where none is, those that the step can take.
     *
     * @param takes which columns the step can take
     * @param wanted what they hold, in words, for the message
     */
    static List<Feature> chosen(
            Table table, List<String> named, Predicate<Feature> takes, String step, String wanted) {
        if (named.isEmpty()) {
            return Tables.given(table).columns().stream().map(Feature::of).filter(takes).toList();
        }
        for (int i = 0; i < named.size(); i++) {
            if (named.indexOf(named.get(i)) < i) {
                throw new IllegalArgumentException(
                        "column '%s' is named twice for %s".formatted(named.get(i), step));
            }
        }
        var chosen = named.stream().map(name -> Feature.of(Tables.column(table, name))).toList();
        for (var feature : chosen) {
            if (!takes.test(feature)) {
                var column = table.column(feature.name());
                throw new IllegalArgumentException(
                        "column '%s' holds %s, and %s takes %s%s"
                                .formatted(
                                        feature.name(),
                                        feature.type() == Feature.Type.TEXT
                                                ? manyTexts(column)
                                                : Tables.kind(column),
                                        step,
                                        wanted,
                                        wayOut(column, wanted)));
            }
        }
        return chosen;
    }

    private static String manyTexts(Column<?> column) {
        return "text, %d different ones in %s"
                .formatted(LevelCodes.of(column).levels().size(), Amount.of(column.size(), "row"));
    }

    /** Numbers may be written as texts; texts that are names are another thing. */
    private static String wayOut(Column<?> column, String wanted) {
        if (Moments.areDated(column)) {
            return "; DateParts makes numbers of dates";
        }
        if (column instanceof NumericColumn<?> numbers && wanted.equals(TIMES)) {
            return "; if these numbers count from 1970, read them before: "
                    + LearntTimes.ofNumbers("train", numbers);
        }
        if (!(column instanceof StringColumn)) {
            return "";
        }
        return switch (wanted) {
            case "numbers" -> OF_TEXTS;
            case TIMES -> OF_TIMES.formatted(column.name());
            default -> "";
        };
    }

    /** Returns the names of the columns of numbers that are chosen. */
    static List<String> names(Table table, List<String> named, Step step, String wanted) {
        return chosen(table, named, Columns::areNumbers, step.name(), wanted).stream()
                .map(Feature::name)
                .toList();
    }

    /** Returns true for what holds numbers. */
    static boolean areNumbers(Feature feature) {
        return feature.type().isNumber();
    }

    /** Returns true for categories; numbers, truths and texts are some only where somebody says so. */
    static boolean areCategories(Feature feature, List<String> named) {
        return feature.type() == Feature.Type.CATEGORY
                || (!named.isEmpty()
                        && (areNumbers(feature) || feature.type() == Feature.Type.BOOLEAN));
    }

    /** Returns the same, and takes texts that are named, however many there are. */
    static boolean areCategoriesOrTexts(Feature feature, List<String> named) {
        return areCategories(feature, named)
                || (!named.isEmpty() && feature.type() == Feature.Type.TEXT);
    }

    /** Returns columns of numbers, each an array; what is missing is NaN. */
    static double[][] numbers(Table table, List<Feature> reads, String step) {
        var numbers = new double[reads.size()][];
        for (int j = 0; j < numbers.length; j++) {
            var column = Tables.column(table, reads.get(j).name());
            check(reads.get(j), column, step);
            var each = (NumericColumn<?>) column;
            NumberColumns.refuseInfinite(each, step);
            numbers[j] = Tables.doubles(each);
        }
        return numbers;
    }

    /** Refuses a column that holds something else than what was learnt. */
    static void check(Feature feature, Column<?> column, String step) {
        var learnt =
                switch (feature.type()) {
                    case NUMBER, WHOLE_NUMBER, LONG_NUMBER ->
                            column instanceof NumericColumn<?> ? "" : "numbers";
                    case BOOLEAN -> column instanceof BooleanColumn ? "" : "true and false";
                    case CATEGORY, TEXT -> column instanceof StringColumn ? "" : "text";
                    default -> "";
                };
        if (!learnt.isEmpty()) {
            throw new IllegalArgumentException(
                    "column '%s' holds %s, and %s has learnt it as %s; read both tables alike"
                            .formatted(column.name(), Tables.kind(column), step, learnt));
        }
    }

    /** Returns what was made of a table with columns of its own: what happens to one is not done to the other. */
    static Table own(Table done, Table table) {
        var shared = Collections.<Column<?>>newSetFromMap(new IdentityHashMap<>());
        shared.addAll(table.columns());
        var own = Table.create(done.name());
        for (var column : done.columns()) {
            own.addColumns(shared.contains(column) ? column.copy() : column);
        }
        return own;
    }

    /**
     * Returns a table with columns in the place of others.
     *
     * @param instead the columns that come, by the name of the one that goes; all of them must be there
     * @param step who puts them there, which refuses a name that a column has already
     */
    static Table replaced(Table table, Map<String, List<Column<?>>> instead, String step) {
        var stay = table.columnNames().stream().filter(name -> !instead.containsKey(name)).toList();
        NewColumns.checkFree(
                stay, instead.values().stream().flatMap(List::stream).map(Column::name), step);
        var done = Table.create(table.name());
        for (var column : table.columns()) {
            var others = instead.get(column.name());
            if (others == null) {
                done.addColumns(column);
            } else {
                others.forEach(done::addColumns);
            }
        }
        return done;
    }
}
