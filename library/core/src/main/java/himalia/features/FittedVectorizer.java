package himalia.features;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * What makes numbers of texts: a column for each term in a table, or sparse rows where there are many.
 *
 * <pre>{@code
 * FittedVectorizer terms = new TfidfVectorizer("note").fit(train);
 * terms.terms()             // the terms, in the order of the columns
 * terms.sparse(test)
 * }</pre>
 */
public interface FittedVectorizer extends FittedStep {
    /** Returns the terms, in the order of the columns; none where they are hashed. */
    List<String> terms();

    /** Returns the names of the columns that come in a table. */
    List<String> names();

    /** Returns the numbers of each row's text. */
    SparseRows sparse(Table table);

    /**
     * Returns a new table with a column for each term.
     *
     * @throws IllegalArgumentException if that is more than a table can hold
     */
    @Override
    default Table apply(Table table) {
        var rows = sparse(table);
        var name = reads().get(0).name();
        VectorizedText.checkSize(this, rows);
        var values = new double[rows.columns()][rows.rows()];
        for (int row = 0; row < rows.rows(); row++) {
            for (int i = rows.starts()[row]; i < rows.starts()[row + 1]; i++) {
                values[rows.places()[i]][row] = rows.values()[i];
            }
        }
        var names = names();
        var columns = new ArrayList<Column<?>>();
        for (int k = 0; k < values.length; k++) {
            columns.add(DoubleColumn.create(names.get(k), values[k]));
        }
        Map<String, List<Column<?>>> instead = new HashMap<>();
        instead.put(name, columns);
        return Columns.own(Columns.replaced(table, instead, step().name()), table);
    }
}
