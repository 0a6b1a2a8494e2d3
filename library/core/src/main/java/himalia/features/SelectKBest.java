package himalia.features;

import static himalia.display.bundle.Given.given;

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
 * <p>As scikit-learn's: of equal scores the last columns are kept, and where there are fewer than {@code k}, all of them. Columns of something else stay.
 *
 * @param by what is asked of a column, see {@link FeatureScores}
 * @param k how many are kept at most
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

    /** Keeps up to ten of columns, by how far apart the classes of the label lie. */
    public SelectKBest(List<String> columns) {
        this(FeatureScores.By.F_CLASSIF, 10, columns);
    }

    /** Keeps up to ten of the columns that are named, or of all that hold numbers, in the same way. */
    public SelectKBest(String... columns) {
        this(Columns.named(columns));
    }

    @Override
    public FittedStep fit(Table table, String label) {
        return ScoredSelection.ofScores(this, table, label, by, columns, this::kept);
    }

    private boolean[] kept(double[] scores) {
        var kept = new boolean[scores.length];
        IntStream.range(0, scores.length)
                .boxed()
                // What tells nothing, as a constant, has no score.
                .sorted(
                        Comparator.<Integer>comparingDouble(
                                        j ->
                                                Double.isNaN(scores[j])
                                                        ? Double.POSITIVE_INFINITY
                                                        : -scores[j])
                                .thenComparing(Comparator.reverseOrder()))
                .limit(k)
                .forEach(j -> kept[j] = true);
        return kept;
    }
}
