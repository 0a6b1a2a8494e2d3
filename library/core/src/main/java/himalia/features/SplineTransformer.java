package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.model.Feature;
import himalia.model.Provenance;
import himalia.table.Quantile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Puts in the place of a number the values of B-splines: smooth bumps along its range, of which a linear model makes any smooth curve.
 *
 * <pre>{@code
 * new SplineTransformer().fit(train, "churned").apply(test)     // age_sp_0 to age_sp_6 in place of age
 * }</pre>
 *
 * <p>As scikit-learn's; a missing cell stays missing in all of them. Two things are otherwise: a constant column is refused, and with degree 0 and {@code CONSTANT} a number outside is in the nearest step, where scikit-learn's is in none.
 *
 * @param knots how many knots, from the least number to the most
 * @param degree that of the pieces between knots
 * @param knotsAt where the knots stand
 * @param extrapolation what becomes of a number outside
 * @param includeBias whether the last spline is there too; with the others it adds to 1
 * @param columns which columns; empty for all that hold numbers
 */
public record SplineTransformer(
        int knots,
        int degree,
        Knots knotsAt,
        Extrapolation extrapolation,
        boolean includeBias,
        List<String> columns)
        implements Step {
    /** Where knots stand. */
    public enum Knots {
        /** As far from each other. */
        UNIFORM,
        /** With as many rows between. */
        QUANTILE
    }

    /** What becomes of a number outside of those that were learnt from. */
    public enum Extrapolation {
        /** It is taken for the nearest that is inside. */
        CONSTANT,
        /** The splines go on straight. */
        LINEAR,
        /** The last pieces go on. */
        CONTINUE
    }

    public SplineTransformer {
        given(knotsAt, "knotsAt");
        given(extrapolation, "extrapolation");
        given(columns, "columns");
        columns = List.copyOf(columns);
        if (knots < 2) {
            throw new IllegalArgumentException("knots must be at least 2, got " + knots);
        }
        if (degree < 0) {
            throw new IllegalArgumentException("degree must be at least 0, got " + degree);
        }
        if (splines(knots, degree, includeBias) < 1) {
            throw new IllegalArgumentException(
                    "without its bias a spline of degree 0 over 2 knots is nothing; take more knots, or includeBias");
        }
    }

    /** Makes splines of columns, cubic ones over five knots. */
    public SplineTransformer(List<String> columns) {
        this(5, 3, Knots.UNIFORM, Extrapolation.CONSTANT, true, columns);
    }

    /** Makes the same of the columns that are named, or of every column of numbers. */
    public SplineTransformer(String... columns) {
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

    private static int splines(int knots, int degree, boolean includeBias) {
        return knots + degree - (includeBias ? 1 : 2);
    }

    private FittedStep fitted(Table features, List<String> others) {
        var chosen = Columns.chosen(features, columns, Columns::areNumbers, name(), "numbers");
        var names = chosen.stream().map(Feature::name).toList();
        var taken = NewColumns.of(features, names, others);
        var rules = new ArrayList<ColumnRule>();
        for (var name : names) {
            var values = NumberColumns.present(features, name, name());
            var made =
                    IntStream.range(0, splines(knots, degree, includeBias))
                            .mapToObj(each -> taken.add(name + "_sp_" + each))
                            .toList();
            var points = points(name, values);
            rules.add(new SplineRule(points, SplinePieces.of(points, degree), made, extrapolation));
        }
        return new FittedRules(this, chosen, rules, Provenance.of(features));
    }

    private double[] points(String name, double[] values) {
        var sorted = NumberColumns.sorted(values);
        double least = sorted[0];
        double most = sorted[sorted.length - 1];
        if (least == most) {
            throw new IllegalArgumentException(
                    "column '%s' is %s in every row, and splines want a range; leave it out with table.rejectColumns(\"%s\")"
                            .formatted(name, least, name));
        }
        double reach = Math.max(-least, most) + (degree + 1) * (most - least);
        if (Double.isInfinite(reach)) {
            throw new IllegalArgumentException(
                    "column '%s' reaches from %s to %s, and SplineTransformer puts knots beyond, which are larger than a double holds; bring it to scale before, by new StandardScaler(), or divide it"
                            .formatted(name, least, most));
        }
        var points = new double[knots];
        for (int i = 0; i < knots; i++) {
            double share = i / (double) (knots - 1);
            points[i] =
                    knotsAt == Knots.UNIFORM
                            ? least + share * (most - least)
                            : Quantile.of(sorted, share);
        }
        points[knots - 1] = most;
        return points;
    }
}
