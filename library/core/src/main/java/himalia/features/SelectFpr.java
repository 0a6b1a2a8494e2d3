package himalia.features;

import static himalia.display.bundle.Given.given;

import java.util.List;
import tech.tablesaw.api.Table;

/**
 * Keeps the columns of numbers whose score would be improbable if they told nothing about the label, each by itself.
 *
 * <pre>{@code
 * new SelectFpr(FeatureScores.By.F_CLASSIF, 0.05).fit(train, "churned").apply(test)
 * }</pre>
 *
 * <p>As scikit-learn's. Of a hundred columns that tell nothing, five are kept by an {@code alpha} of 0.05: where there are many, take {@link SelectFdr} or {@link SelectFwe}. Columns of something else stay.
 *
 * @param by what is asked of a column, see {@link FeatureScores}; one that tells p
 * @param alpha the share of the columns that tell nothing which may be kept; between 0 and 1
 * @param columns which columns are looked at; empty for all that hold numbers
 */
public record SelectFpr(FeatureScores.By by, double alpha, List<String> columns)
        implements LabelledStep {
    public SelectFpr {
        given(by, "by");
        given(columns, "columns");
        columns = List.copyOf(columns);
        ScoredSelection.checkAlpha(by, alpha, "SelectFpr");
    }

    /** Looks at the columns that are named, or at all that hold numbers. */
    public SelectFpr(FeatureScores.By by, double alpha, String... columns) {
        this(by, alpha, Columns.named(columns));
    }

    /** Keeps those of columns that an alpha of 0.05 lets through, by how far apart the classes of the label lie. */
    public SelectFpr(List<String> columns) {
        this(FeatureScores.By.F_CLASSIF, 0.05, columns);
    }

    /** Looks at the columns that are named, or at all that hold numbers, in the same way. */
    public SelectFpr(String... columns) {
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
        return Math.nextDown(alpha);
    }
}
