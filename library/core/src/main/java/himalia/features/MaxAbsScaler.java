package himalia.features;

import static himalia.display.bundle.Given.given;

import java.util.List;
import tech.tablesaw.api.Table;

/**
 * Divides columns of numbers by their largest absolute value: zeros stay zeros.
 *
 * <pre>{@code
 * new MaxAbsScaler().fit(train, "churned").apply(test)
 * }</pre>
 *
 * <p>As scikit-learn's; a column of zeros stays as it is, missing cells are no value, and stay missing.
 *
 * @param columns which columns; empty for all that hold numbers
 */
public record MaxAbsScaler(List<String> columns) implements Step {
    public MaxAbsScaler {
        given(columns, "columns");
        columns = List.copyOf(columns);
    }

    /** Scales the columns that are named, or every column of numbers. */
    public MaxAbsScaler(String... columns) {
        this(Columns.named(columns));
    }

    @Override
    public FittedStep fit(Table features) {
        return NumberColumns.fit(
                this,
                features,
                columns,
                (name, values) -> {
                    var range = NumberColumns.range(values);
                    return Scaling.of(0, Math.max(-range[0], range[1]));
                });
    }
}
