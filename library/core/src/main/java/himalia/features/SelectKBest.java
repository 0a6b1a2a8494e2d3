package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.model.Feature;
import himalia.model.Provenance;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Keeps the columns of numbers that tell most about the label, each by itself.
 *
 * <pre>{@code
 * new SelectKBest(FeatureScores.By.F_CLASSIF, 10).fit(train, "churned").apply(test)
 * }</pre>
 *
 * <p>As scikit-learn's: of equal scores the last columns are kept. Columns of something else stay.
 *
 * @param by what is asked of a column, see {@link FeatureScores}
 * @param k how many are kept
 * @param columns which columns are looked at; empty for all that hold numbers
 */
public record SelectKBest(FeatureScores.By by, int k, List<String> columns)
        implements LabelledStep {
    public SelectKBest {
        given(by, "by");
        given(columns, "columns");
        columns = List.copyOf(columns);
        if (k < 1) {
            throw new IllegalArgumentException("k must be at least 1, got " + k);
        }
    }

    /** Looks at the columns that are named, or at all that hold numbers. */
    public SelectKBest(FeatureScores.By by, int k, String... columns) {
        this(by, k, Columns.named(columns));
    }

    /** Keeps ten of columns, by how far apart the classes of the label lie. */
    public SelectKBest(List<String> columns) {
        this(FeatureScores.By.F_CLASSIF, 10, columns);
    }

    /** Keeps ten of the columns that are named, or of all that hold numbers, in the same way. */
    public SelectKBest(String... columns) {
        this(Columns.named(columns));
    }

    @Override
    public FittedStep fit(Table table, String label) {
        var scores = FeatureScores.of(table, label, by, columns);
        if (k > scores.rowCount()) {
            throw new IllegalArgumentException(
                    "there are %d columns of numbers, and the best %d were asked for"
                            .formatted(scores.rowCount(), k));
        }
        var values = scores.doubleColumn("score");
        var names = scores.stringColumn("feature");
        var kept =
                IntStream.range(0, values.size())
                        .boxed()
                        // What tells nothing, as a constant, has no score.
                        .sorted(
                                Comparator.<Integer>comparingDouble(
                                                i ->
                                                        Double.isNaN(values.getDouble(i))
                                                                ? Double.POSITIVE_INFINITY
                                                                : -values.getDouble(i))
                                        .thenComparing(Comparator.reverseOrder()))
                        .limit(k)
                        .map(names::get)
                        .toList();
        var features = table.rejectColumns(label);
        var reads = names.asList().stream().map(features::column).map(Feature::of).toList();
        return new FittedSelection(this, reads, kept, Provenance.of(features));
    }
}
