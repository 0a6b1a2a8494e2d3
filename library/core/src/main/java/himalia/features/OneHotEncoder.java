package himalia.features;

import himalia.model.Feature;
import himalia.model.Provenance;
import himalia.table.Tables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.Table;

/**
 * Makes of each category a column a level, 1 where the row has it and 0 elsewhere.
 *
 * <pre>{@code
 * new OneHotEncoder().fit(train, "churned").apply(test)   // city_Oslo, city_Paris in place of city
 * }</pre>
 *
 * <p>As scikit-learn's {@code OneHotEncoder}: levels in order; missing is a level of its own, {@code city_missing}, where
 * training rows miss some.
 *
 * @param unknown what is done about a level that was not among the rows to learn from
 * @param columns which columns; empty for all categories
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
        columns = List.copyOf(columns);
    }

    /** Encodes every category. */
    public OneHotEncoder(Unknown unknown) {
        this(unknown, List.of());
    }

    /** Encodes every category, and refuses unknown levels. */
    public OneHotEncoder() {
        this(Unknown.ERROR);
    }

    @Override
    public FittedStep fit(Table features) {
        var chosen =
                Columns.chosen(
                        features,
                        columns,
                        feature -> feature.type() == Feature.Type.CATEGORY,
                        name(),
                        "categories: few texts that occur again and again");
        Map<String, Boolean> missing = new LinkedHashMap<>();
        for (var feature : chosen) {
            missing.put(feature.name(), Tables.column(features, feature.name()).countMissing() > 0);
        }
        return new FittedOneHot(this, chosen, missing, Provenance.of(features));
    }
}
