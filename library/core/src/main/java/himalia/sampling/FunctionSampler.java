package himalia.sampling;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.InterruptCheck;
import himalia.model.SavedAs;
import himalia.table.Tables;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * Makes a function a sampler whose answer is looked at: columns stay as they are, and so do the names of classes.
 *
 * <pre>{@code
 * Sampler typical = FunctionSampler.of(rows -> rows.where(rows.doubleColumn("amount").isLessThan(1_000)));
 * Pipeline.of(new StandardScaler()).then(typical).train(new LogisticRegression(1.0))
 * }</pre>
 *
 * <p>In a {@code Pipeline} it acts on the rows to learn from only, as all samplers do. The function is given a copy of the
 * table, which it may change. A model that was trained so is saved, and predicts when it is loaded;
 * code is in no file, so that it is not trained again by it.
 */
public final class FunctionSampler implements Sampler, SavedAs {
    private final String name;
    private final Sampler function;

    private FunctionSampler(String name, Sampler function) {
        this.name = name;
        this.function = function;
    }

    /** Makes a function of the table a sampler. */
    public static FunctionSampler of(UnaryOperator<Table> function) {
        given(function, "function", "give one, such as rows -> rows.dropDuplicateRows()");
        return new FunctionSampler("function", (table, label) -> function.apply(table));
    }

    /** Makes a function of the table and of its label's name a sampler. */
    public static FunctionSampler of(Sampler function) {
        given(function, "function", "give one, such as (rows, label) -> rows.dropDuplicateRows()");
        return new FunctionSampler("function", function);
    }

    /** Returns the same with a name, by which pipelines and messages call it. */
    public FunctionSampler named(String name) {
        return new FunctionSampler(given(name, "name"), function);
    }

    /**
     * Asks the function.
     *
     * @throws IllegalArgumentException if it returns nothing, other columns, no rows or a class that the table does not have
     */
    @Override
    public Table resample(Table table, String label) {
        var classes = Classes.of(table, label);
        var rows = checkColumns(table, function.resample(table.copy(), label));
        if (rows.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s returned no rows; some must stay to learn from".formatted(this));
        }
        var column = rows.column(label);
        var names = Set.copyOf(classes.names());
        var interrupt = new InterruptCheck();
        for (var row = 0; row < rows.rowCount(); row++) {
            interrupt.ask();
            boolean isMissing = Tables.isMissing(column, row);
            var value = isMissing ? "" : Tables.level(column, row);
            if (isMissing || !names.contains(value)) {
                throw new IllegalArgumentException(
                        "%s returned a row of %s, which the table does not have; there are: %s"
                                .formatted(
                                        this,
                                        isMissing ? "no class" : "class '" + value + "'",
                                        String.join(", ", classes.names())));
            }
        }
        return rows;
    }

    private Table checkColumns(Table table, @Nullable Table rows) {
        if (rows == null) {
            throw new IllegalArgumentException(
                    "%s returned null; it returns the rows to learn from, a table".formatted(this));
        }
        if (!rows.columnNames().equals(table.columnNames())) {
            throw new IllegalArgumentException(
                    "%s returned the columns %s, and the table has %s; a sampler changes rows, and a Step of a pipeline columns"
                            .formatted(
                                    this,
                                    String.join(", ", rows.columnNames()),
                                    String.join(", ", table.columnNames())));
        }
        for (var column : table.columns()) {
            var type = rows.column(column.name()).type();
            if (!type.equals(column.type())) {
                throw new IllegalArgumentException(
                        "%s returned column '%s' as %s, and it is %s; a sampler changes rows, and a Step of a pipeline columns"
                                .formatted(this, column.name(), type, column.type()));
            }
        }
        return rows;
    }

    @Override
    public Record savedAs() {
        return new WrittenSampler(name);
    }

    @Override
    public String toString() {
        return "FunctionSampler[" + name + "]";
    }
}
