package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.model.Provenance;
import himalia.table.Matrices;
import himalia.table.Tables;
import java.util.List;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/**
 * Fills missing numbers with the mean of the nearest rows that have one.
 *
 * <pre>{@code
 * new KnnImputer(5).fit(train, "churned").apply(test)
 * }</pre>
 *
 * <p>As scikit-learn's {@code KNNImputer}: near are rows whose numbers are near, as far as both have them; of equally near
 * rows the earlier is taken. Where no row has anything in common, the column's mean is taken. Scale the columns first: the
 * widest decides else.
 *
 * <p>In SQL and ONNX all rows that it has learnt from stand in the query, up to 200,000 numbers there, or in the file.
 *
 * @param neighbours how many rows
 * @param weights whether nearer rows count more
 * @param columns which columns; empty for all that hold numbers
 */
public record KnnImputer(int neighbours, Weights weights, List<String> columns) implements Step {
    /** How much each of the nearest rows counts. */
    public enum Weights {
        /** All the same. */
        UNIFORM,
        /** One over its distance. */
        DISTANCE
    }

    public KnnImputer {
        given(weights, "weights");
        given(columns, "columns");
        columns = List.copyOf(columns);
        if (neighbours < 1) {
            throw new IllegalArgumentException("neighbours must be at least 1, got " + neighbours);
        }
    }

    /** Fills columns; all rows count the same. */
    public KnnImputer(int neighbours, List<String> columns) {
        this(neighbours, Weights.UNIFORM, columns);
    }

    /** Fills the columns that are named, or every column of numbers. */
    public KnnImputer(int neighbours, String... columns) {
        this(neighbours, Columns.named(columns));
    }

    /** Fills columns by five rows. */
    public KnnImputer(List<String> columns) {
        this(5, columns);
    }

    /** Fills the columns that are named, or every column of numbers, by five rows. */
    public KnnImputer(String... columns) {
        this(Columns.named(columns));
    }

    @Override
    public FittedStep fit(Table features) {
        var chosen = Columns.chosen(features, columns, Columns::areNumbers, name(), "numbers");
        var donors = new double[chosen.size()][];
        for (int j = 0; j < donors.length; j++) {
            var name = chosen.get(j).name();
            NumberColumns.present(features, name, name());
            donors[j] = Tables.doubles((NumericColumn<?>) features.column(name));
        }
        Matrices.checkSquares(
                chosen.stream().map(feature -> features.numberColumn(feature.name())).toList(),
                name());
        return new FittedKnnImputer(this, chosen, donors, Provenance.of(features));
    }
}
