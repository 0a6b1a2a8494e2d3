package himalia.features;

import static himalia.display.bundle.Given.given;

import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.Table;

/**
 * Keeps columns of numbers such that few of those that are kept tell nothing about the label.
 *
 * <pre>{@code
 * new SelectFdr(FeatureScores.By.F_CLASSIF, 0.05).fit(train, "churned").apply(test)
 * }</pre>
 *
 * <p>As scikit-learn's, by Y. Benjamini, Y. Hochberg (1995): Controlling the false discovery rate. Columns of something else stay.
 *
 * @param by what is asked of a column, see {@link FeatureScores}; one that tells p
 * @param alpha the share of the columns kept that may tell nothing; between 0 and 1
 * @param columns which columns are looked at; empty for all that hold numbers
 */
public record SelectFdr(FeatureScores.By by, double alpha, List<String> columns)
        implements LabelledStep {
    public SelectFdr {
        given(by, "by");
        given(columns, "columns");
        columns = List.copyOf(columns);
        ScoredSelection.checkAlpha(by, alpha, "SelectFdr");
    }

    /** Looks at the columns that are named, or at all that hold numbers. */
    public SelectFdr(FeatureScores.By by, double alpha, String... columns) {
        this(by, alpha, Columns.named(columns));
    }

    /** Keeps those of columns that an alpha of 0.05 lets through, by how far apart the classes of the label lie. */
    public SelectFdr(List<String> columns) {
        this(FeatureScores.By.F_CLASSIF, 0.05, columns);
    }

    /** Looks at the columns that are named, or at all that hold numbers, in the same way. */
    public SelectFdr(String... columns) {
        this(Columns.named(columns));
    }

    /**
     * Learns which columns are kept.
     *
     * @throws IllegalArgumentException if no column is kept; the message tells the least p
     */
    @Override
    public FittedStep fit(Table table, String label) {
        return ScoredSelection.upTo(this, table, label, by, alpha, columns, this::most);
    }

    private double most(double[] chances) {
        var sorted = chances.clone();
        Arrays.sort(sorted);
        double most = Double.NEGATIVE_INFINITY;
        for (int rank = 1; rank <= sorted.length; rank++) {
            if (sorted[rank - 1] <= alpha / sorted.length * rank) {
                most = sorted[rank - 1];
            }
        }
        return most;
    }
}
