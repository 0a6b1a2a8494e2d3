package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.model.Feature;
import himalia.model.Provenance;
import himalia.table.EachColumn;
import himalia.table.ExactDoubles;
import himalia.table.Tables;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import tech.tablesaw.api.Table;

/**
 * Fills missing cells with what is usual in their column.
 *
 * <pre>{@code
 * new SimpleImputer(SimpleImputer.Strategy.MEDIAN).fit(train, "churned").apply(test)
 * SimpleImputer.constant("unknown", "city").fit(train, "churned")
 * }</pre>
 *
 * <p>As scikit-learn's {@code SimpleImputer}: of equally frequent values the smallest is taken.
 *
 * @param strategy what fills a cell
 * @param fill what {@link Strategy#CONSTANT} fills a cell with, a number as {@link Double#toString(double)} writes it, and a text as it is, but one that reads as such a number
 *     in single quotes; empty for every other strategy
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
        /** A value that is given: a number for numbers, a text for texts. */
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

    /** Fills columns. */
    public SimpleImputer(Strategy strategy, List<String> columns) {
        this(strategy, "", columns);
    }

    /** Fills the columns that are named, or all that the strategy can fill. */
    public SimpleImputer(Strategy strategy, String... columns) {
        this(strategy, Columns.named(columns));
    }

    /** Fills columns of numbers with their means. */
    public SimpleImputer(List<String> columns) {
        this(Strategy.MEAN, columns);
    }

    /** Fills the columns that are named, or all that hold numbers, with their means. */
    public SimpleImputer(String... columns) {
        this(Columns.named(columns));
    }

    /** Fills the columns that are named, or all that hold numbers, with a number. */
    public static SimpleImputer constant(double fill, String... columns) {
        return constant(fill, Columns.named(columns));
    }

    /** Fills columns of numbers with a number. */
    public static SimpleImputer constant(double fill, List<String> columns) {
        if (!Double.isFinite(fill)) {
            throw new IllegalArgumentException("fill must be a number that is finite, got " + fill);
        }
        return new SimpleImputer(Strategy.CONSTANT, Double.toString(fill), columns);
    }

    /**
     * Fills the columns that are named, or all that hold numbers, with a whole number.
     *
     * @throws IllegalArgumentException if no double is that number
     */
    public static SimpleImputer constant(long fill, String... columns) {
        if (!ExactDoubles.isExact(fill)) {
            throw new IllegalArgumentException(
                    "fill %1$d would be %2$s as a double: name a number that is one, or fill a column of texts, SimpleImputer.constant(\"%1$d\", …)"
                            .formatted(fill, ExactDoubles.written(fill)));
        }
        return constant((double) fill, columns);
    }

    /** Fills the columns that are named, or all that hold texts, with a text. */
    public static SimpleImputer constant(String fill, String... columns) {
        return constant(fill, Columns.named(columns));
    }

    /** Fills columns of texts with a text. */
    public static SimpleImputer constant(String fill, List<String> columns) {
        if (given(fill, "fill").isEmpty()) {
            throw new IllegalArgumentException(
                    "fill is the empty text, which is a missing cell itself; name a text that is none, such as SimpleImputer.constant(\"unknown\")");
        }
        return new SimpleImputer(Strategy.CONSTANT, ConstantFill.written(fill), columns);
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
        NumberColumns.refuseNoRows(features);
        var usual =
                EachColumn.of(
                        chosen.size(),
                        features.rowCount(),
                        i -> UsualValue.of(this, Tables.column(features, chosen.get(i).name())));
        var numbers = new TreeMap<String, Double>();
        var texts = new TreeMap<String, String>();
        for (int i = 0; i < chosen.size(); i++) {
            var name = chosen.get(i).name();
            if (usual.get(i) instanceof Double number) {
                numbers.put(name, number);
            } else {
                texts.put(name, usual.get(i).toString());
            }
        }
        return new FittedImputer(this, chosen, numbers, texts, Provenance.of(features));
    }

    private boolean takes(Feature feature) {
        return Columns.areNumbers(feature)
                || (strategy == Strategy.MOST_FREQUENT
                        && HAVE_A_MOST_FREQUENT.contains(feature.type()));
    }

    /** Returns true where it fills in what it was given: the rows say nothing then. */
    @Override
    public boolean isStateless() {
        return strategy == Strategy.CONSTANT;
    }
}
