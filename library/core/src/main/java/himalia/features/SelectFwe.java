package himalia.features;

import static himalia.display.bundle.Given.given;

import java.util.List;
import tech.tablesaw.api.Table;

/**
 * Keeps columns of numbers such that it is improbable that even one of them tells nothing about the label.
 *
 * <pre>{@code
 * new SelectFwe(FeatureScores.By.F_CLASSIF, 0.05).fit(train, "churned").apply(test)
 * }</pre>
 *
 * <p>As scikit-learn's, by Bonferroni: {@code alpha} is parted among all columns that are looked at. Columns of something else stay.
 *
 * @param by what is asked of a column, see {@link FeatureScores}; one that tells p
 * @param alpha how probable it may be that a column is kept which tells nothing; between 0 and 1
 * @param columns which columns are looked at; empty for all that hold numbers
 */
public record SelectFwe(FeatureScores.By by, double alpha, List<String> columns)
        implements LabelledStep {
    public SelectFwe {
        given(by, "by");
        given(columns, "columns");
        columns = List.copyOf(columns);
        ScoredSelection.checkAlpha(by, alpha, "SelectFwe");
    }

    /** Looks at the columns that are named, or at all that hold numbers. */
    public SelectFwe(FeatureScores.By by, double alpha, String... columns) {
        this(by, alpha, Columns.named(columns));
    }

    /** Keeps those of columns that an alpha of 0.05 lets through, by how far apart the classes of the label lie. */
    public SelectFwe(List<String> columns) {
        this(FeatureScores.By.F_CLASSIF, 0.05, columns);
    }

    /** Looks at the columns that are named, or at all that hold numbers, in the same way. */
    public SelectFwe(String... columns) {
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
        return Math.nextDown(alpha / chances.length);
    }
}
