package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.model.Feature;
import himalia.model.Provenance;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Fills missing cells with what is usual in their column.
 *
 * <pre>{@code
 * new SimpleImputer(SimpleImputer.Strategy.MEDIAN).fit(train, "churned").apply(test)
 * SimpleImputer.constant("unknown", List.of("city")).fit(train, "churned")
 * }</pre>
 *
 * <p>As scikit-learn's {@code SimpleImputer}: of equally frequent values the smallest is taken.
 *
 * @param strategy what fills a cell
 * @param fill what {@link Strategy#CONSTANT} fills a cell with, a number as {@link Double#toString(double)} writes it; empty for every other
 *     strategy
 * @param columns which columns; empty for all that the strategy can fill
 */
public record SimpleImputer(Strategy strategy, String fill, List<String> columns) implements Step {
    /** What fills a missing cell. */
    public enum Strategy {
        /** The mean of the column, which must hold numbers. */
        MEAN,
        /** The value in the middle of the column, which must hold numbers. */
        MEDIAN,
        /** The value that occurs most often; for numbers, booleans and texts. */
        MOST_FREQUENT,
        /** A value that is given; for numbers and texts. */
        CONSTANT
    }

    private static final Set<Feature.Type> HAVE_A_MOST_FREQUENT =
            Set.of(Feature.Type.BOOLEAN, Feature.Type.CATEGORY, Feature.Type.TEXT);

    public SimpleImputer {
        given(strategy, "strategy");
        given(fill, "fill");
        given(columns, "columns");
        columns = List.copyOf(columns);
        if ((strategy == Strategy.CONSTANT) == fill.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s fills cells with '%s'; CONSTANT takes a value, SimpleImputer.constant(\"unknown\"), and nothing else does"
                            .formatted(strategy, fill));
        }
    }

    /** Fills columns, or all that the strategy can fill. */
    public SimpleImputer(Strategy strategy, List<String> columns) {
        this(strategy, "", columns);
    }

    /** Fills every column that the strategy can fill. */
    public SimpleImputer(Strategy strategy) {
        this(strategy, List.of());
    }

    /** Fills the columns of numbers that are named with their means. */
    public SimpleImputer(List<String> columns) {
        this(Strategy.MEAN, columns);
    }

    /** Fills every column of numbers with its mean. */
    public SimpleImputer() {
        this(Strategy.MEAN);
    }

    /** Fills every column of numbers with a number. */
    public static SimpleImputer constant(double fill) {
        return constant(fill, List.of());
    }

    /** Fills columns of numbers with a number. */
    public static SimpleImputer constant(double fill, List<String> columns) {
        if (!Double.isFinite(fill)) {
            throw new IllegalArgumentException("fill must be a number that is finite, got " + fill);
        }
        return new SimpleImputer(Strategy.CONSTANT, Double.toString(fill), columns);
    }

    /** Fills every column of texts with a text. */
    public static SimpleImputer constant(String fill) {
        return constant(fill, List.of());
    }

    /** Fills columns of texts with a text. */
    public static SimpleImputer constant(String fill, List<String> columns) {
        return new SimpleImputer(Strategy.CONSTANT, fill, columns);
    }

    @Override
    public FittedStep fit(Table features) {
        if (strategy == Strategy.CONSTANT) {
            return ConstantFill.fit(this, features);
        }
        var chosen =
                Columns.chosen(
                        features,
                        columns,
                        this::takes,
                        name() + " by " + strategy,
                        strategy == Strategy.MOST_FREQUENT
                                ? "numbers, booleans and texts"
                                : "numbers");
        var numbers = new TreeMap<String, Double>();
        var texts = new TreeMap<String, String>();
        for (var feature : chosen) {
            var column = Tables.column(features, feature.name());
            var present = column.removeMissing();
            if (present.isEmpty()) {
                throw new IllegalArgumentException(
                        "column '%s' has no value to fill its missing cells with; leave it out with table.rejectColumns(\"%s\")"
                                .formatted(feature.name(), feature.name()));
            }
            if (present instanceof NumericColumn<?> values) {
                numbers.put(feature.name(), usual(feature.name(), Tables.doubles(values)));
            } else if (present instanceof BooleanColumn flags) {
                numbers.put(feature.name(), usual(feature.name(), flags.asDoubleArray()));
            } else {
                texts.put(feature.name(), mostFrequent(texts(present)));
            }
        }
        return new FittedImputer(this, chosen, numbers, texts, Provenance.of(features));
    }

    private boolean takes(Feature feature) {
        return Columns.areNumbers(feature)
                || (strategy == Strategy.MOST_FREQUENT
                        && HAVE_A_MOST_FREQUENT.contains(feature.type()));
    }

    private double usual(String column, double[] values) {
        double usual = usual(values);
        if (!Double.isFinite(usual)) {
            throw new IllegalArgumentException(
                    "the %s of column '%s' is %s, which fills no cell; replace its infinite values, or drop their rows"
                            .formatted(
                                    strategy == Strategy.MOST_FREQUENT
                                            ? "most frequent value"
                                            : strategy.name().toLowerCase(Locale.ROOT),
                                    column,
                                    usual));
        }
        return usual;
    }

    private double usual(double[] values) {
        return switch (strategy) {
            case MEAN -> Arrays.stream(values).average().orElseThrow();
            case MEDIAN -> median(values);
            case MOST_FREQUENT -> mostFrequent(Arrays.stream(values).boxed().toList());
            case CONSTANT -> Double.parseDouble(fill);
        };
    }

    private static double median(double[] values) {
        var order = values.clone();
        int middle = order.length / 2;
        double upper = Smallest.of(order, middle);
        if (order.length % 2 == 1) {
            return upper;
        }
        // What is smaller stands before it now.
        double lower = order[0];
        for (int i = 1; i < middle; i++) {
            lower = Math.max(lower, order[i]);
        }
        return (lower + upper) / 2;
    }

    private static <V extends Comparable<V>> V mostFrequent(List<V> values) {
        var counts = new TreeMap<V, Integer>();
        values.forEach(value -> counts.merge(value, 1, Integer::sum));
        // The first of the largest: a tree map gives the smallest value first.
        return counts.entrySet().stream()
                .reduce((best, next) -> next.getValue() > best.getValue() ? next : best)
                .map(Map.Entry::getKey)
                .orElseThrow();
    }

    private static List<String> texts(Column<?> column) {
        var texts = new ArrayList<String>(column.size());
        for (int row = 0; row < column.size(); row++) {
            texts.add(column.getString(row));
        }
        return texts;
    }
}
