package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.table.Tables;
import java.util.List;
import tech.tablesaw.api.Table;

/**
 * Makes of each level of a category how many rows to learn from have it; one that was in none becomes 0.
 *
 * <pre>{@code
 * new CountEncoder().fit(train, "churned").apply(test)
 * new CountEncoder(true, List.of("city")).fit(train)      // shares
 * }</pre>
 *
 * <p>Missing counts as a level of its own.
 *
 * @param normalize whether shares come in place of counts
 * @param columns which columns, of texts, numbers or booleans; empty for all categories
 */
public record CountEncoder(boolean normalize, List<String> columns) implements Step {
    public CountEncoder {
        given(columns, "columns");
        columns = List.copyOf(columns);
    }

    /** Counts the levels of columns. */
    public CountEncoder(List<String> columns) {
        this(false, columns);
    }

    /** Counts the levels of the columns that are named, or of every category. */
    public CountEncoder(String... columns) {
        this(Columns.named(columns));
    }

    @Override
    public FittedStep fit(Table features) {
        return FittedRules.ofCategories(this, features, columns, name -> rule(features, name));
    }

    private LevelNumbers rule(Table features, String name) {
        var column = Tables.column(features, name);
        var levels = Levels.of(column);
        var counts = levels.counts(levels.places(column));
        var numbers = new double[1][counts.length];
        for (int level = 0; level < counts.length; level++) {
            numbers[0][level] = normalize ? counts[level] / (double) column.size() : counts[level];
        }
        return new LevelNumbers(levels, List.of(name), numbers, new double[1], "");
    }
}
