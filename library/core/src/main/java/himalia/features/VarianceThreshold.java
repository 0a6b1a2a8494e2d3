package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.model.Provenance;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.Table;

/**
 * Leaves out columns of numbers that hardly differ from row to row.
 *
 * <pre>{@code
 * new VarianceThreshold().fit(train, "churned").apply(test)     // without constant columns
 * }</pre>
 *
 * <p>As scikit-learn's; missing cells are no value.
 *
 * @param threshold columns whose variance is no more than that go
 * @param columns which columns are looked at; empty for all that hold numbers
 */
public record VarianceThreshold(double threshold, List<String> columns) implements Step {
    public VarianceThreshold {
        given(columns, "columns");
        columns = List.copyOf(columns);
        if (!(threshold >= 0)) {
            throw new IllegalArgumentException("threshold must be at least 0, got " + threshold);
        }
    }

    /** Leaves out those columns that are named, or that hold numbers, of a variance up to a threshold. */
    public VarianceThreshold(double threshold, String... columns) {
        this(threshold, Columns.named(columns));
    }

    /** Leaves out columns that are constant. */
    public VarianceThreshold(List<String> columns) {
        this(0, columns);
    }

    /** Leaves out those columns that are named, or that hold numbers, that are constant. */
    public VarianceThreshold(String... columns) {
        this(Columns.named(columns));
    }

    @Override
    public FittedStep fit(Table features) {
        var chosen = Columns.chosen(features, columns, Columns::areNumbers, name(), "numbers");
        var kept = new ArrayList<String>();
        for (var feature : chosen) {
            var values = NumberColumns.present(features, feature.name(), name());
            var range = NumberColumns.range(values);
            // Of equal numbers rounding makes some variance.
            if (range[0] < range[1] && variance(values) > threshold) {
                kept.add(feature.name());
            }
        }
        if (kept.isEmpty() && !chosen.isEmpty()) {
            throw new IllegalArgumentException(
                    threshold == 0
                            ? "all columns of numbers are constant, and nothing of them would be left; leave VarianceThreshold out, or name other columns"
                            : "no column has a variance above %s; lower the threshold"
                                    .formatted(threshold));
        }
        return new FittedSelection(this, chosen, kept, Provenance.of(features));
    }

    private static double variance(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return squares / values.length;
    }
}
