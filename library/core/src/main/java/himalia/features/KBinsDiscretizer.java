package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.table.Matrices;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.Table;

/**
 * Cuts columns of numbers into ranges.
 *
 * <pre>{@code
 * new KBinsDiscretizer(5).fit(train, "churned").apply(test)      // age_0 to age_4 in place of age
 * new KBinsDiscretizer(5, KBinsDiscretizer.Strategy.UNIFORM, KBinsDiscretizer.Encode.ORDINAL, List.of("age")).fit(train)
 * }</pre>
 *
 * <p>A column whose ranges would all fall together, as quantiles do where nearly all numbers are 0, is refused: nothing of it
 * would be left.
 *
 * <p>As scikit-learn's: a number below all ranges belongs to the first, one above all to the last; ranges that would be
 * empty because many numbers are equal are left out; quantiles lie between the two nearest numbers, its
 * {@code quantile_method="linear"}. Missing cells are refused.
 *
 * @param bins how many ranges
 * @param strategy where they are cut
 * @param encode what comes in a column's place
 * @param columns which columns; empty for all that hold numbers
 */
public record KBinsDiscretizer(int bins, Strategy strategy, Encode encode, List<String> columns)
        implements Step {
    /** Where ranges are cut. */
    public enum Strategy {
        /** All are of one width. */
        UNIFORM,
        /** As many rows fall into each. */
        QUANTILE,
        /** Between the means of groups, found by k-means. */
        KMEANS
    }

    /** What comes in a column's place. */
    public enum Encode {
        /** The number of the range, from 0. */
        ORDINAL,
        /** A column for each range, 1 where the row is in it. */
        ONEHOT
    }

    public KBinsDiscretizer {
        given(strategy, "strategy");
        given(encode, "encode");
        given(columns, "columns");
        columns = List.copyOf(columns);
        if (bins < 2) {
            throw new IllegalArgumentException("bins must be at least 2, got " + bins);
        }
    }

    /** Cuts columns at quantiles, a column for each range. */
    public KBinsDiscretizer(int bins, List<String> columns) {
        this(bins, Strategy.QUANTILE, Encode.ONEHOT, columns);
    }

    /** Cuts the columns that are named, or every column of numbers, at quantiles. */
    public KBinsDiscretizer(int bins, String... columns) {
        this(bins, Columns.named(columns));
    }

    /** Cuts columns into five. */
    public KBinsDiscretizer(List<String> columns) {
        this(5, columns);
    }

    /** Cuts the columns that are named, or every column of numbers, into five. */
    public KBinsDiscretizer(String... columns) {
        this(Columns.named(columns));
    }

    @Override
    public FittedStep fit(Table features) {
        return fitted(features, List.of());
    }

    /** Learns from a table with a label, whose name no new column gets. */
    @Override
    public FittedStep fit(Table table, String label) {
        return fitted(NewColumns.features(table, label, columns), List.of(label));
    }

    private FittedStep fitted(Table features, List<String> others) {
        var names = Columns.names(features, columns, this, "numbers");
        Matrices.columns(features, names, name());
        var taken = NewColumns.of(features, names, others);
        var fitted =
                NumberColumns.fit(
                        this,
                        features,
                        columns,
                        (name, values) -> new BinRule(edges(name, values), List.of()));
        if (encode == Encode.ORDINAL) {
            return fitted;
        }
        var rules = new ArrayList<ColumnRule>();
        var all = (FittedRules) fitted;
        for (int i = 0; i < names.size(); i++) {
            rules.add(((BinRule) all.rules().get(i)).named(names.get(i), taken));
        }
        return new FittedRules(this, all.reads(), rules, all.provenance());
    }

    private double[] edges(String name, double[] values) {
        var edges = BinEdges.of(values, bins, strategy);
        if (edges.length < 2) {
            throw new IllegalArgumentException(
                    "all %d ranges of column '%s' would be narrower than %s, and nothing of it would be left; put a StandardScaler before the KBinsDiscretizer, or cut it by Strategy.UNIFORM"
                            .formatted(bins, name, BinEdges.NARROWEST));
        }
        if (edges.length == 2 && edges[0] < edges[1]) {
            throw new IllegalArgumentException(
                    "all %d ranges of column '%s' fall together, since so many of its numbers are equal, or nearer to each other than %s, and nothing of it would be left; put a StandardScaler before, cut it by Strategy.UNIFORM or KMEANS, or name the columns that are to be cut without it"
                            .formatted(bins, name, BinEdges.NARROWEST));
        }
        return edges;
    }
}
