package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.model.Feature;
import himalia.model.Provenance;
import himalia.table.ColumnNames;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.Table;

/**
 * Makes of each category a column a level, 1 where the row has it and 0 elsewhere.
 *
 * <pre>{@code
 * new OneHotEncoder().fit(train, "churned").apply(test)   // city_Oslo, city_Paris in place of city
 * }</pre>
 *
 * <p>As scikit-learn's {@code OneHotEncoder}: levels in order; missing is a level of its own where training rows miss some,
 * {@code city_missing} (there {@code city_nan}). A name that another column has already, or has but for capital letters, gets a number:
 * {@code city_oslo_2}.
 *
 * <p>Where no columns are named, a column with another text in nearly every row is no category, and stays as it is: what
 * the step took is told by {@link FittedStep#reads}, and a model that takes numbers refuses the column by its name. One
 * that is named is refused here.
 *
 * @param unknown what is done about a level that was not among the rows to learn from
 * @param columns which columns, of texts, numbers or booleans; empty for all categories
 */
public record OneHotEncoder(Unknown unknown, List<String> columns) implements Step {
    /** What is done about a level that was not among the rows to learn from. */
    public enum Unknown {
        /** It is refused, with its name. */
        ERROR,
        /** The row has 0 everywhere. */
        IGNORE
    }

    public OneHotEncoder {
        given(unknown, "unknown");
        given(columns, "columns");
        columns = List.copyOf(columns);
    }

    /** Encodes every category. */
    public OneHotEncoder(Unknown unknown) {
        this(unknown, List.of());
    }

    /** Encodes the columns that are named, and refuses unknown levels. */
    public OneHotEncoder(List<String> columns) {
        this(Unknown.ERROR, columns);
    }

    /** Encodes every category, and refuses unknown levels. */
    public OneHotEncoder() {
        this(Unknown.ERROR);
    }

    @Override
    public FittedStep fit(Table features) {
        return fitted(features, List.of());
    }

    /** Learns from a table with a label, whose name no new column gets. */
    @Override
    public FittedStep fit(Table table, String label) {
        Tables.column(table, label);
        return fitted(table.rejectColumns(label), List.of(label));
    }

    private FittedStep fitted(Table features, List<String> others) {
        var chosen =
                Columns.chosen(
                        features,
                        columns,
                        this::takes,
                        name(),
                        "categories: few values that occur again and again");
        var stay = new ArrayList<>(others);
        stay.addAll(features.columnNames());
        chosen.forEach(feature -> stay.remove(feature.name()));
        var taken = new ColumnNames(stay);
        var levels =
                chosen.stream()
                        .map(feature -> Levels.of(Tables.column(features, feature.name()), taken))
                        .toList();
        return new FittedOneHot(this, chosen, levels, Provenance.of(features));
    }

    /** Numbers and truths are categories only where somebody says so. */
    private boolean takes(Feature feature) {
        return feature.type() == Feature.Type.CATEGORY
                || (!columns.isEmpty()
                        && (Columns.areNumbers(feature) || feature.type() == Feature.Type.BOOLEAN));
    }
}
