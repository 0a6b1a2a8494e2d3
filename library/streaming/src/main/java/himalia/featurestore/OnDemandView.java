package himalia.featurestore;

import static himalia.display.bundle.Given.given;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tech.tablesaw.api.Table;

/**
 * Features that are computed when they are asked for, by the same code in training and in serving.
 *
 * <pre>{@code
 * record Trip(double conv_rate, double km) {}
 * record Score(double score) {}
 * OnDemandView score = OnDemandView.of("trip", Trip.class, Score.class,
 *         trip -> new Score(trip.conv_rate() * trip.km()),
 *         "driver_stats:conv_rate");
 * OnDemandView same = OnDemandView.sql("trip", "conv_rate * km as score", "driver_stats:conv_rate");
 * }</pre>
 *
 * <p>What it reads are the features that are named, each under its own name or as {@code view:feature as name}, and beside
 * them columns of the rows that features are asked for, such as {@code km}. A row that misses what a {@code double} or an
 * {@code int} of the record needs has no value; a {@code Double} or an {@code Optional} is told that it is missing.
 */
public final class OnDemandView implements Definition {
    private final String name;
    private final List<String> sources;
    private final List<String> reads;
    private final List<String> features;
    private final String sql;
    private final UnaryOperator<Table> code;

    private OnDemandView(
            String name,
            List<String> sources,
            List<String> reads,
            List<String> features,
            String sql,
            UnaryOperator<Table> code) {
        given(name, "name");
        DefinitionNames.check("an on-demand view", name);
        this.name = name;
        this.sources = List.copyOf(sources);
        this.reads = reads;
        this.features = features;
        this.sql = sql;
        this.code = code;
        this.sources.forEach(FeatureName::of);
    }

    /**
     * Computes features by a function of one row.
     *
     * @param reads a record with a component for each value that it reads
     * @param gives a record with a component for each feature
     * @param sources the features among what it reads
     */
    public static <I extends Record, O extends Record> OnDemandView of(
            String name, Class<I> reads, Class<O> gives, Function<I, O> code, String... sources) {
        given(code, "code");
        var features = components(given(gives, "gives"));
        return new OnDemandView(
                name,
                List.of(given(sources, "sources")),
                components(given(reads, "reads")),
                features,
                "",
                inputs -> RowFunction.of(reads, gives, code).apply(inputs));
    }

    /**
     * Computes features by SQL, DuckDB's.
     *
     * <p>It is computed of its row alone: aggregates, window functions, and functions of time and of chance are refused when it is
     * applied.
     *
     * @param expressions what would stand behind {@code select}, such as {@code conv_rate * km as score}
     * @param sources the features among what it reads
     */
    public static OnDemandView sql(String name, String expressions, String... sources) {
        given(expressions, "expressions");
        return new OnDemandView(
                name,
                List.of(given(sources, "sources")),
                List.of(),
                List.of(),
                expressions,
                new RowSql(expressions));
    }

    @Override
    public String name() {
        return name;
    }

    /** Returns the features that it reads. */
    public List<String> sources() {
        return sources;
    }

    /** Returns the columns that it reads, its sources included; empty where its SQL alone says so. */
    List<String> reads() {
        return reads;
    }

    /** Returns its features; empty where its SQL alone says so. */
    List<String> features() {
        return features;
    }

    /** Returns its SQL; empty where it is a function. */
    String expressions() {
        return sql;
    }

    Table compute(Table inputs) {
        Table made;
        try {
            made = code.apply(inputs);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "on-demand view '%s': %s".formatted(name, SqlCheck.words(e, inputs)), e);
        }
        if (made.rowCount() != inputs.rowCount()) {
            throw new IllegalArgumentException(
                    "on-demand view '%s' made %d rows of %d; it gives one row for each, so its SQL has no aggregate"
                            .formatted(name, made.rowCount(), inputs.rowCount()));
        }
        return made;
    }

    private static List<String> components(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
    }

    @Override
    public String toString() {
        return "OnDemandView[%s of %s]".formatted(name, String.join(", ", sources));
    }
}
