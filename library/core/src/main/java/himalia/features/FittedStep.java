package himalia.features;

import himalia.model.Feature;
import himalia.model.Provenance;
import himalia.onnx.OnnxGraph;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.Table;

/**
 * A step that has learnt what it needs.
 *
 * <pre>{@code
 * FittedStep encoded = new OneHotEncoder().fit(train, "churned");
 * encoded.reads()           // the columns that it takes
 * encoded.apply(test)       // a new table; test stays as it is
 * }</pre>
 */
public interface FittedStep {
    /** Returns the settings it was fitted with. */
    Step step();

    /** Returns the columns it reads; all others it leaves where they are. */
    List<Feature> reads();

    /**
     * Returns a new table in which the columns that it reads are done, a row for a row: a {@link Pipeline} refuses any
     * other number of them. A row's answer never depends on the other rows. The table that
     * came stays as it is, whatever you do to the new one: our steps copy what they leave.
     *
     * @throws IllegalArgumentException if one of these columns is missing, or holds what the step cannot take
     */
    Table apply(Table table);

    /**
     * Returns the same as a query in DuckDB's SQL, so that what serves from a database does what the training did.
     *
     * <pre>{@code
     * FittedStep scaled = new MinMaxScaler().fit(train, "churned");
     * scaled.sql("people")                       // SELECT * REPLACE ((nullif(CAST("age" AS DOUBLE), …) - …) AS "age") FROM people
     * scaled.sql("read_parquet('people.parquet')")
     * }</pre>
     *
     * <p>Columns that a step adds stand at the end there, and a missing cell is null; one that comes may be NaN as well. Queries of several steps stand in each other:
     * {@code second.sql("(" + first.sql("people") + ")")}.
     *
     * @param from what stands behind FROM, in SQL
     * @throws UnsupportedOperationException if the step cannot be written so
     */
    default String sql(String from) {
        throw WithoutForm.in("SQL", step());
    }

    /**
     * Writes the same into a graph of ONNX: its nodes read the columns that there are by then, and put others there.
     *
     * <pre>{@code
     * Onnx.write(new MinMaxScaler().fit(train, "churned"), Path.of("scaler.onnx"));
     * }</pre>
     *
     * @throws UnsupportedOperationException if the step cannot be written so
     */
    default void onnx(OnnxGraph graph) {
        throw WithoutForm.in("ONNX", step());
    }

    /**
     * Returns from which of the columns that it reads each column came that it makes or leaves of them; a step of your own may know better
     * than that each comes from all.
     *
     * <pre>{@code
     * new OneHotEncoder().fit(train).lineage()     // {city_Oslo=[city], city_Rome=[city]}
     * }</pre>
     */
    default Map<String, List<String>> lineage() {
        return Lineage.of(this);
    }

    /** Returns which rows it has learnt from. */
    Provenance provenance();

    /**
     * Returns the same step, of which nobody knows from which rows, as {@link himalia.model.Model#withoutRows} does for a model. One that keeps no
     * rows is itself.
     */
    default FittedStep withoutRows() {
        return this;
    }
}
