package himalia.features;

import himalia.model.Feature;
import himalia.model.Provenance;
import java.util.List;
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
     * other number of them. A row's answer never depends on the other rows.
     *
     * @throws IllegalArgumentException if one of these columns is missing, or holds what the step cannot take
     */
    Table apply(Table table);

    /** Returns which rows it has learnt from. */
    Provenance provenance();
}
