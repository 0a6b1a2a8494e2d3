package himalia.model;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Amount;
import himalia.table.ColumnNames;
import himalia.table.LevelCodes;
import himalia.table.Tables;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * The classes of a table's rows.
 *
 * <pre>{@code
 * Labels labels = Labels.toLearn(train, "churned");
 * labels.classes()   // 0, 1
 * labels.counts()    // how many rows each has
 * }</pre>
 *
 * <p>Classes are texts, whatever the column holds: {@code "1"}, {@code "true"}, {@code "churned"}. Numbers are ordered
 * as numbers, everything else as text. Of two classes the second is the positive one.
 */
public final class Labels {
    /** Smaller tables may well have a class a row. */
    private static final int FEW_ROWS = 20;

    /** How many classes are named where another one is met. */
    private static final int NAMED = 20;

    private static final Set<String> TRUTHS = Set.of("true", "false");
    private static final Set<String> NUMBERED = Set.of("1", "0");

    private static final Pattern NUMBER = Pattern.compile("-?\\d+");

    /** Who came with a number wants one of these. */
    private static final String NUMBERS =
            "a number is predicted by a regressor such as LinearRegression (%train linear-regression), and its table cut by Split.random; or cut the number into ranges first";

    private final String name;
    private final List<String> classes;
    private final int[] codes;

    private Labels(String name, List<String> classes, int[] codes) {
        this.name = name;
        this.classes = classes;
        this.codes = codes;
    }

    /**
     * Reads the label of a table to learn from.
     *
     * @throws IllegalArgumentException if there are no rows, no such column, missing labels, or fewer than two classes
     */
    public static Labels toLearn(Table table, String label) {
        var column = Tables.column(table, label);
        if (table.rowCount() == 0) {
            throw new IllegalArgumentException(
                    "the table has no rows; there is nothing to learn from");
        }
        ColumnNames.checkDistinct(table);
        var values = values(column);
        var classes = Tables.sorted(values.levels(), column);
        if (classes.size() < 2) {
            throw new IllegalArgumentException(
                    "label '%s' has one class only, '%s', in %s; a model needs at least two to tell apart"
                            .formatted(label, classes.get(0), Amount.of(values.size(), "row")));
        }
        if (!areClasses(classes.size(), values.size())) {
            throw new IllegalArgumentException(
                    "label '%s' has %d different values in %d rows, so it names no classes; %s"
                            .formatted(
                                    label,
                                    classes.size(),
                                    values.size(),
                                    column instanceof NumericColumn<?>
                                            ? NUMBERS
                                            : "choose another label or group its values"));
        }
        return new Labels(label, classes, coded(label, values, classes, ""));
    }

    /**
     * Returns whether the values of a column are few enough to name classes: half as many as rows, or fewer; any number of them in
     * fewer than 20 rows. Whole numbers are classes, as by scikit-learn's {@code type_of_target}, which warns from the same half on.
     *
     * <pre>{@code
     * Labels.areClasses(train, "age")   // true: 70 ages in 500 rows
     * }</pre>
     *
     * @throws IllegalArgumentException if there is no such column
     */
    public static boolean areClasses(Table table, String label) {
        var values = LevelCodes.of(Tables.column(table, label));
        return areClasses(values.levels().size(), values.size());
    }

    private static boolean areClasses(int classes, int rows) {
        return rows < FEW_ROWS || classes <= rows / 2;
    }

    /**
     * Reads the label of a table to compare with predictions.
     *
     * @param classes the classes that are known
     * @throws IllegalArgumentException if the table holds another one
     */
    public static Labels toCompare(Table table, String label, List<String> classes) {
        return toCompare(table, label, classes, "the model knows only");
    }

    /**
     * Reads the label of a table to compare with other rows, where no model is.
     *
     * @param known who knows the classes, in words: {@code "the training table has only"}
     * @throws IllegalArgumentException if the table holds another one
     */
    public static Labels toCompare(Table table, String label, List<String> classes, String known) {
        given(classes, "classes");
        given(known, "known");
        var values = values(Tables.column(table, label));
        return new Labels(label, List.copyOf(classes), coded(label, values, classes, known));
    }

    /**
     * Returns rows of the same classes.
     *
     * @param codes the class of each row, by its place among the classes
     */
    public Labels withCodes(int[] codes) {
        given(codes, "codes");
        for (int code : codes) {
            if (code < 0 || code >= classes.size()) {
                throw new IllegalArgumentException(
                        "there are %d classes, numbered from 0, and no %d"
                                .formatted(classes.size(), code));
            }
        }
        return new Labels(name, classes, codes.clone());
    }

    /** Returns these classes as what a model predicts. */
    public Target.Classes target() {
        return new Target.Classes(name, classes);
    }

    /** Returns the column's name. */
    public String name() {
        return name;
    }

    public List<String> classes() {
        return classes;
    }

    /** Returns how many rows there are. */
    public int size() {
        return codes.length;
    }

    /** Returns the place of a row's class among the classes. */
    public int code(int row) {
        return codes[row];
    }

    /** Returns the codes of all rows. */
    public int[] codes() {
        return codes.clone();
    }

    /** Returns how many rows each class has, in the order of the classes. */
    public int[] counts() {
        var counts = new int[classes.size()];
        for (int code : codes) {
            counts[code]++;
        }
        return counts;
    }

    /** Returns true if all rows are of the same class. */
    public boolean areOfOneClass() {
        return Arrays.stream(codes).distinct().limit(2).count() < 2;
    }

    /**
     * Returns how many rows each class has in words, {@code 269 × 0, 31 × 1}; of numbers that name no classes the rows alone.
     *
     * <pre>{@code
     * Labels.words(balanced, train, "churned")
     * }</pre>
     *
     * @param table the rows that are counted
     * @param whole the rows that tell whether the label names classes
     * @throws IllegalArgumentException if there is no such column
     */
    public static String words(Table table, Table whole, String label) {
        return areClasses(whole, label)
                ? Tables.counts(table, label)
                : Amount.of(table.rowCount(), "row");
    }

    /** Returns one weight a row, such that every class weighs the same in all, and the mean weight is 1. */
    public double[] balancedWeights() {
        var counts = counts();
        var weights = new double[codes.length];
        for (int row = 0; row < codes.length; row++) {
            weights[row] = codes.length / ((double) classes.size() * counts[codes[row]]);
        }
        return weights;
    }

    private static LevelCodes values(Column<?> column) {
        var values = LevelCodes.of(column);
        checkPresent(column, values.size() - values.countPresent());
        if (column instanceof NumericColumn<?>) {
            values.levels().forEach(level -> checkIsWhole(column, Double.parseDouble(level)));
        }
        return values;
    }

    /** Refuses a label that is missing in some rows, with the way out. */
    static void checkPresent(Column<?> column) {
        checkPresent(column, Tables.countMissing(column));
    }

    private static void checkPresent(Column<?> column, int missing) {
        if (missing > 0) {
            throw new IllegalArgumentException(
                    "label '%s' is missing in %s; drop %s with table.dropWhere(table.column(\"%s\").isMissing())"
                            .formatted(
                                    column.name(),
                                    Amount.of(missing, "row"),
                                    missing == 1 ? "it" : "them",
                                    column.name()));
        }
    }

    private static void checkIsWhole(Column<?> column, double value) {
        if (value != Math.rint(value) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    "label '%s' holds numbers such as %s, and classes are wanted here; %s"
                            .formatted(column.name(), value, NUMBERS));
        }
    }

    private static int[] coded(
            String label, LevelCodes values, List<String> classes, String known) {
        var places = new HashMap<String, Integer>();
        for (var name : classes) {
            places.put(name, places.size());
        }
        var levels = values.levels();
        var codes = new int[levels.size()];
        // Levels stand in the order of their first rows, so that the first unknown one is told.
        for (int level = 0; level < codes.length; level++) {
            var place = places.get(levels.get(level));
            if (place == null) {
                throw new IllegalArgumentException(
                        "row %d has class '%s' in '%s', and %s: %s%s"
                                .formatted(
                                        values.firstRow(level),
                                        levels.get(level),
                                        label,
                                        known,
                                        named(classes),
                                        alike(levels.get(level), classes)));
            }
            codes[level] = place;
        }
        return values.numbers(codes, LevelCodes.MISSING);
    }

    private static String alike(String level, List<String> classes) {
        boolean areTruths =
                NUMBERED.contains(level) && TRUTHS.containsAll(classes)
                        || TRUTHS.contains(level) && NUMBERED.containsAll(classes);
        return areTruths ? "; if these are the same, write both labels alike" : "";
    }

    /** The first of many; a label of so many classes may be a number to predict. */
    private static String named(List<String> classes) {
        int more = classes.size() - NAMED;
        return more <= 0
                ? String.join(", ", classes)
                : "%s and %d more%s"
                        .formatted(
                                String.join(", ", classes.subList(0, NAMED)),
                                more,
                                classes.stream().allMatch(NUMBER.asMatchPredicate())
                                        ? "; if it is a number to predict, cut it into ranges first: Columns.cut(…)"
                                        : "");
    }
}
