package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Amount;
import himalia.table.Quantile;
import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.Table;

/**
 * Keeps a share of the columns of numbers: those that tell most about the label, each by itself.
 *
 * <pre>{@code
 * new SelectPercentile(FeatureScores.By.F_CLASSIF, 20).fit(train, "churned").apply(test)
 * }</pre>
 *
 * <p>As scikit-learn's: of equal scores at the border the first columns are kept, as many as there is room for. Columns of something else stay.
 *
 * @param by what is asked of a column, see {@link FeatureScores}
 * @param percentile how many of a hundred are kept; from 1 to 100
 * @param columns which columns are looked at; empty for all that hold numbers
 */
public record SelectPercentile(FeatureScores.By by, int percentile, List<String> columns)
        implements LabelledStep {
    public SelectPercentile {
        given(by, "by");
        given(columns, "columns");
        columns = List.copyOf(columns);
        if (percentile < 1 || percentile > 100) {
            throw new IllegalArgumentException(
                    "percentile must be from 1 to 100, got " + percentile);
        }
    }

    /** Looks at the columns that are named, or at all that hold numbers. */
    public SelectPercentile(FeatureScores.By by, int percentile, String... columns) {
        this(by, percentile, Columns.named(columns));
    }

    /** Keeps the best tenth of columns, by how far apart the classes of the label lie. */
    public SelectPercentile(List<String> columns) {
        this(FeatureScores.By.F_CLASSIF, 10, columns);
    }

    /** Looks at the columns that are named, or at all that hold numbers, in the same way. */
    public SelectPercentile(String... columns) {
        this(Columns.named(columns));
    }

    /**
     * Learns which columns are kept.
     *
     * @throws IllegalArgumentException if the best columns score alike and there is room for none of them
     */
    @Override
    public FittedStep fit(Table table, String label) {
        return ScoredSelection.ofScores(this, table, label, by, columns, this::kept);
    }

    private boolean[] kept(double[] scores) {
        var kept = new boolean[scores.length];
        if (percentile == 100 || scores.length == 0) {
            Arrays.fill(kept, true);
            return kept;
        }
        // What tells nothing, as a constant, has no score.
        var known =
                Arrays.stream(scores)
                        .map(score -> Double.isNaN(score) ? -Double.MAX_VALUE : score)
                        .toArray();
        double border = Quantile.of(NumberColumns.sorted(known), (100 - percentile) / 100.0);
        int left = scores.length * percentile / 100;
        for (int j = 0; j < kept.length; j++) {
            kept[j] = known[j] > border;
            left -= kept[j] ? 1 : 0;
        }
        for (int j = 0; j < kept.length && left > 0; j++) {
            if (known[j] == border) {
                kept[j] = true;
                left--;
            }
        }
        checkAny(kept, known);
        return kept;
    }

    /** Where the best score alike and there is room for none of them, scikit-learn keeps none and warns. */
    private void checkAny(boolean[] kept, double[] known) {
        for (var each : kept) {
            if (each) {
                return;
            }
        }
        double best = Arrays.stream(known).max().orElseThrow();
        long alike = Arrays.stream(known).filter(score -> score == best).count();
        throw new IllegalArgumentException(
                "SelectPercentile keeps no column: %d %% of %s is less than one%s; raise percentile to %d, or take SelectKBest"
                        .formatted(
                                percentile,
                                Amount.of(known.length, "column"),
                                alike > 1 ? ", and the best %d score alike".formatted(alike) : "",
                                (99 + known.length) / known.length));
    }
}
