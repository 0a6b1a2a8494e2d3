package himalia.features;

import himalia.display.bundle.Amount;
import himalia.features.SplineTransformer.Extrapolation;
import himalia.model.Feature;
import himalia.onnx.OnnxValue;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.columns.Column;

/**
 * The values of splines at a number.
 *
 * @param points where the pieces meet
 * @param pieces what {@link SplinePieces} makes of them
 * @param names a column for each spline, the last one of all perhaps not among them
 */
record SplineRule(
        double[] points, double[][][] pieces, List<String> names, Extrapolation extrapolation)
        implements ColumnRule {
    /** As many take DuckDB 2.0 some ten seconds to read, and 80,000 ended its process. */
    private static final int MOST_NUMBERS = 5_000;

    SplineRule {
        names = List.copyOf(names);
    }

    @Override
    public boolean isOfNumbers() {
        return true;
    }

    @Override
    public List<Column<?>> apply(Column<?> column) {
        var numbers = Tables.doubles((NumericColumn<?>) column);
        NewColumns.checkRoom(names.size(), numbers.length, "SplineTransformer");
        var values = new double[names.size()][numbers.length];
        for (int row = 0; row < numbers.length; row++) {
            if (Double.isNaN(numbers[row])) {
                for (var each : values) {
                    each[row] = Double.NaN;
                }
                continue;
            }
            double inside = inside(numbers[row]);
            int stretch = stretch(inside);
            double length = length(stretch);
            double outside =
                    extrapolation == Extrapolation.LINEAR ? (numbers[row] - inside) / length : 0;
            var splines = pieces[stretch];
            for (int k = 0; k < splines.length && stretch + k < values.length; k++) {
                double at = (inside - points[stretch]) / length;
                double value = 0;
                double slope = 0;
                for (int power = splines[k].length - 1; power >= 0; power--) {
                    slope = slope * at + value;
                    value = value * at + splines[k][power];
                }
                values[stretch + k][row] = value + slope * outside;
            }
        }
        var columns = new ArrayList<Column<?>>();
        for (int k = 0; k < values.length; k++) {
            columns.add(DoubleColumn.create(names.get(k), values[k]));
        }
        return columns;
    }

    private double inside(double value) {
        return extrapolation == Extrapolation.CONTINUE
                ? value
                : Math.min(Math.max(value, points[0]), points[points.length - 1]);
    }

    private double length(int stretch) {
        return SplinePieces.length(points[stretch], points[stretch + 1]);
    }

    private int stretch(double value) {
        int found = Arrays.binarySearch(points, value);
        int below = found >= 0 ? found : -found - 2;
        below = Math.min(Math.max(below, 0), pieces.length - 1);
        // Where knots meet, the stretches between them are empty: the last of them is asked, as in
        // SQL.
        while (below + 1 < pieces.length && points[below + 1] <= value) {
            below++;
        }
        return below;
    }

    @Override
    public Map<String, String> sql(Feature feature) {
        checkSize(feature);
        var number = SqlText.number(feature);
        var least = SqlText.number(points[0]);
        var most = SqlText.number(points[points.length - 1]);
        var inside =
                extrapolation == Extrapolation.CONTINUE
                        ? number
                        : "least(greatest(%s, %s), %s)".formatted(number, least, most);
        var columns = new LinkedHashMap<String, String>();
        for (int spline = 0; spline < names.size(); spline++) {
            var cases = new StringBuilder("CASE WHEN " + number + " IS NULL THEN NULL");
            // Below its first stretch and above its last one a spline is 0.
            int first = Math.max(spline - degree(), 0);
            int last = Math.min(spline, pieces.length - 1);
            if (first > 0) {
                cases.append(when(inside, points[first])).append("0e0");
            }
            for (int stretch = first; stretch <= last; stretch++) {
                cases.append(
                                stretch == pieces.length - 1
                                        ? " ELSE "
                                        : when(inside, points[stretch + 1]))
                        .append(sql(pieces[stretch][spline - stretch], stretch, number, inside));
            }
            cases.append(last < pieces.length - 1 ? " ELSE 0e0 END" : " END");
            columns.put(names.get(spline), cases.toString());
        }
        return columns;
    }

    private void checkSize(Feature feature) {
        long numbers = (long) names.size() * (degree() + 1) * (degree() + 1);
        if (numbers > MOST_NUMBERS) {
            throw new UnsupportedOperationException(
                    "SplineTransformer has learnt %s of column '%s', and its query in SQL would hold all of their %,d numbers, where up to %,d are sane; take fewer knots, or write it as ONNX, Onnx.write(step, file)"
                            .formatted(
                                    Amount.of(names.size(), "spline"),
                                    feature.name(),
                                    numbers,
                                    MOST_NUMBERS));
        }
    }

    private int degree() {
        return pieces[0].length - 1;
    }

    private static String when(String inside, double end) {
        return " WHEN %s < %s THEN ".formatted(inside, SqlText.number(end));
    }

    private String sql(double[] factors, int stretch, String number, String inside) {
        var length = SqlText.number(length(stretch));
        var at = "((%s - %s) / %s)".formatted(inside, SqlText.number(points[stretch]), length);
        var value = SqlText.number(0);
        var slope = SqlText.number(0);
        for (int power = factors.length - 1; power >= 0; power--) {
            value = "(%s * %s + %s)".formatted(value, at, SqlText.number(factors[power]));
            if (power > 0) {
                slope =
                        "(%s * %s + %s)"
                                .formatted(slope, at, SqlText.number(power * factors[power]));
            }
        }
        return extrapolation == Extrapolation.LINEAR
                ? "%s + %s * ((%s - %s) / %s)".formatted(value, slope, number, inside, length)
                : value;
    }

    @Override
    public Map<String, OnnxValue> onnx(Feature feature, OnnxValue column) {
        var graph = column.graph();
        var inside =
                extrapolation == Extrapolation.CONTINUE
                        ? column
                        : OnnxParts.within(column, points[0], points[points.length - 1]);
        var stretch = OnnxParts.stretch(inside, Arrays.copyOf(points, pieces.length));
        var starts = new double[pieces.length][];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = new double[] {points[i], length(i)};
        }
        var start = stretch.rowsOf(graph.table(starts), "where a spline begins").split();
        var at = inside.minus(start.get(0)).over(start.get(1));
        var value = at.times(0);
        var slope = value;
        for (int power = degree(); power >= 0; power--) {
            slope = slope.times(at).plus(value);
            var factors = stretch.rowsOf(graph.table(factors(power)), "the factors of a spline");
            value = value.times(at).plus(factors);
        }
        var there =
                extrapolation == Extrapolation.LINEAR
                        ? value.plus(slope.times(column.minus(inside).over(start.get(1))))
                        : value;
        var splines =
                column.isMissing().choose(graph.number(Double.NaN), placed(there.split(), stretch));
        return OnnxParts.named(names, splines);
    }

    /** Puts the splines of a stretch, one behind the other, among all, of which the others are 0 there. */
    private OnnxValue placed(List<OnnxValue> values, OnnxValue stretch) {
        var graph = stretch.graph();
        var places = graph.row(LongStream.range(0, names.size()).toArray());
        return IntStream.range(0, values.size())
                .mapToObj(
                        k -> stretch.plus(k).isEqual(places).choose(values.get(k), graph.number(0)))
                .reduce(OnnxValue::plus)
                .orElseThrow();
    }

    /** One power's factor of every spline that is not 0 in a stretch. */
    private double[][] factors(int power) {
        return Arrays.stream(pieces)
                .map(splines -> Arrays.stream(splines).mapToDouble(each -> each[power]).toArray())
                .toArray(double[][]::new);
    }
}
