package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.model.Feature;
import himalia.model.Provenance;
import himalia.table.ColumnNames;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Makes of each category a column a level, 1 where the row has it and 0 elsewhere.
 *
 * <pre>{@code
 * new OneHotEncoder().fit(train, "churned").apply(test)   // city_Oslo, city_Paris in place of city
 * new OneHotEncoder().minFrequency(20).fit(train)         // rare cities share city_infrequent, new ones are refused
 * new OneHotEncoder(OneHotEncoder.Unknown.INFREQUENT_IF_EXIST).minFrequency(20).fit(train)   // new ones share it too
 * new OneHotEncoder(OneHotEncoder.Unknown.IGNORE).drop(OneHotEncoder.Drop.FIRST).fit(train)
 * }</pre>
 *
 * <p>As scikit-learn's {@code OneHotEncoder}: levels in order; missing is a level of its own where training rows miss some,
 * {@code city_missing} (there {@code city_nan}; {@code city_missing_2} where a level is called missing); of levels that are rare by {@code maxCategories} the first are. A name that another
 * column has already, or has but for capital letters, gets a number: {@code city_oslo_2}.
 *
 * <p>Where no columns are named, a column with another text in nearly every row is no category, and stays as it is: what
 * the step took is told by {@link FittedStep#reads}, and a model that takes numbers refuses the column by its name. One
 * that is named is refused here, unless rare levels share a column.
 *
 * @param unknown what is done about a level that was not among the rows to learn from
 * @param drop which level gets no column
 * @param minFrequency levels of fewer rows share one column; 0 for none
 * @param maxCategories how many columns a category becomes at most, that of the rare levels among them; 0 for any number
 * @param columns which columns, of texts, numbers or booleans; empty for all categories
 */
public record OneHotEncoder(
        Unknown unknown, Drop drop, int minFrequency, int maxCategories, List<String> columns)
        implements Step {
    private static final int MOST = 1_000;

    /** What is done about a level that was not among the rows to learn from. */
    public enum Unknown {
        /** It is refused, with its name. */
        ERROR,
        /** The row has 0 everywhere. */
        IGNORE,
        /** It is taken for a rare one, where there are rare ones, and ignored elsewhere. */
        INFREQUENT_IF_EXIST
    }

    /** Which level gets no column, since the others tell it. */
    public enum Drop {
        /** None. */
        NONE,
        /** The first. */
        FIRST,
        /** The first of two, and none of more. */
        IF_BINARY
    }

    public OneHotEncoder {
        given(unknown, "unknown");
        given(drop, "drop");
        given(columns, "columns");
        columns = List.copyOf(columns);
        if (minFrequency < 0) {
            throw new IllegalArgumentException(
                    "minFrequency must be a number of rows, or 0 for none, got " + minFrequency);
        }
        if (maxCategories < 0) {
            throw new IllegalArgumentException(
                    "maxCategories must be a number of columns, or 0 for any, got "
                            + maxCategories);
        }
    }

    /** Encodes columns. */
    public OneHotEncoder(Unknown unknown, List<String> columns) {
        this(unknown, Drop.NONE, 0, 0, columns);
    }

    /** Encodes the columns that are named, or every category. */
    public OneHotEncoder(Unknown unknown, String... columns) {
        this(unknown, Columns.named(columns));
    }

    /** Encodes columns, and refuses unknown levels. */
    public OneHotEncoder(List<String> columns) {
        this(Unknown.ERROR, columns);
    }

    /** Encodes the columns that are named, or every category, and refuses unknown levels. */
    public OneHotEncoder(String... columns) {
        this(Columns.named(columns));
    }

    /** Returns the same, with a level that gets no column. */
    public OneHotEncoder drop(Drop which) {
        return new OneHotEncoder(
                unknown, given(which, "drop"), minFrequency, maxCategories, columns);
    }

    /** Returns the same, in which levels of fewer rows share a column; what is done about unknown ones stays. */
    public OneHotEncoder minFrequency(int rows) {
        return new OneHotEncoder(unknown, drop, rows, maxCategories, columns);
    }

    /** Returns the same, in which all but the most frequent levels share a column; what is done about unknown ones stays. */
    public OneHotEncoder maxCategories(int most) {
        return new OneHotEncoder(unknown, drop, minFrequency, most, columns);
    }

    @Override
    public FittedStep fit(Table features) {
        return fitted(features, List.of());
    }

    /** Learns from a table with a label, whose name no new column gets. */
    @Override
    public FittedStep fit(Table table, String label) {
        return fitted(NewColumns.features(table, label, columns), List.of(label));
    }

    private FittedStep fitted(Table features, List<String> others) {
        var chosen =
                Columns.chosen(
                        features,
                        columns,
                        feature ->
                                sharesRare()
                                        ? Columns.areCategoriesOrTexts(feature, columns)
                                        : Columns.areCategories(feature, columns),
                        name(),
                        "categories: few values that occur again and again; let rare ones share a column with .maxCategories(10), or take HashingEncoder, TargetEncoder or CountEncoder");
        NumberColumns.refuseNoRows(features);
        var names = chosen.stream().map(Feature::name).toList();
        var taken = NewColumns.of(features, names, others);
        var rules =
                names.stream()
                        .<ColumnRule>map(name -> rule(Tables.column(features, name), taken))
                        .toList();
        return new FittedRules(this, chosen, rules, Provenance.of(features));
    }

    private IllegalArgumentException tooMany(Column<?> column, int count) {
        var name = column.name();
        var values =
                sharesRare()
                        ? "%,d different values that have a column of their own by %s, more than %,d"
                                .formatted(count, shared(), MOST)
                        : "more than %,d different values, and OneHotEncoder makes a column of each"
                                .formatted(MOST);
        var others =
                column instanceof NumericColumn
                        ? "leave it as it is, or cut it into ranges first"
                        : "take HashingEncoder, TargetEncoder or CountEncoder";
        return new IllegalArgumentException(
                "column '%1$s' has %2$s; %3$s, or let %4$s share a column: new OneHotEncoder(\"%1$s\").minFrequency(%5$d) or .maxCategories(10)"
                        .formatted(
                                name,
                                values,
                                others,
                                sharesRare() ? "more of them" : "rare ones",
                                Math.max(20, 10 * minFrequency)));
    }

    private String shared() {
        return minFrequency > 0
                ? "minFrequency(%d)".formatted(minFrequency)
                : "maxCategories(%d)".formatted(maxCategories);
    }

    private boolean sharesRare() {
        return minFrequency > 0 || maxCategories > 0;
    }

    private OneHotRule rule(Column<?> column, ColumnNames taken) {
        var levels = Levels.of(column);
        var rare =
                sharesRare()
                        ? RareLevels.of(
                                levels.counts(levels.places(column)), minFrequency, maxCategories)
                        : new boolean[levels.count()];
        var frequent = new ArrayList<Integer>();
        for (int level = 0; level < rare.length; level++) {
            if (!rare[level]) {
                frequent.add(level);
            }
        }
        boolean hasRare = frequent.size() < rare.length;
        int count = frequent.size() + (hasRare ? 1 : 0);
        if (count > MOST) {
            throw tooMany(column, count);
        }
        boolean isDropped = drop == Drop.FIRST || (drop == Drop.IF_BINARY && count == 2);
        int first = isDropped ? 1 : 0;
        var places = new int[rare.length];
        int infrequent = hasRare ? count - 1 - first : OneHotRule.NONE;
        Arrays.fill(places, infrequent);
        var made = new ArrayList<String>();
        for (int i = 0; i < frequent.size(); i++) {
            int level = frequent.get(i);
            // The first, where it is dropped, comes to stand before all columns: nowhere.
            places[level] = i - first;
            if (i >= first) {
                boolean isMissing = level == levels.values().size();
                var value = isMissing ? "missing" : levels.values().get(level);
                made.add(taken.add(column.name() + "_" + value));
            }
        }
        if (infrequent >= 0) {
            made.add(taken.add(column.name() + "_infrequent"));
        }
        return new OneHotRule(levels, places, made, infrequent, unknown);
    }
}
