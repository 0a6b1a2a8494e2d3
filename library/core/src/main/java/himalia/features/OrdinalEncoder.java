package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.table.Tables;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Makes of each level of a category its number, from 0, in the order of the levels.
 *
 * <pre>{@code
 * new OrdinalEncoder().fit(train, "churned").apply(test)
 * new OrdinalEncoder(OrdinalEncoder.Unknown.USE_ENCODED_VALUE, -1, List.of("size")).fit(train)
 * }</pre>
 *
 * <p>As scikit-learn's, but that missing is a level of its own, the last, where training rows miss some; there it stays missing.
 * What takes the numbers for amounts, as a linear model does, is misled by them; trees are not.
 *
 * @param unknown what is done about a level that was not among the rows to learn from
 * @param unknownValue what it becomes, where it is not refused
 * @param columns which columns, of texts, numbers or booleans; empty for all categories
 */
public record OrdinalEncoder(Unknown unknown, double unknownValue, List<String> columns)
        implements Step {
    /** What is done about a level that was not among the rows to learn from. */
    public enum Unknown {
        /** It is refused, with its name. */
        ERROR,
        /** It becomes a number of its own. */
        USE_ENCODED_VALUE
    }

    public OrdinalEncoder {
        given(unknown, "unknown");
        given(columns, "columns");
        columns = List.copyOf(columns);
    }

    /** Encodes columns, and refuses unknown levels. */
    public OrdinalEncoder(List<String> columns) {
        this(Unknown.ERROR, -1, columns);
    }

    /** Encodes the columns that are named, or every category, and refuses unknown levels. */
    public OrdinalEncoder(String... columns) {
        this(Columns.named(columns));
    }

    @Override
    public FittedStep fit(Table features) {
        return FittedRules.ofCategories(this, features, columns, name -> rule(features, name));
    }

    private LevelNumbers rule(Table features, String name) {
        var levels = Levels.of(Tables.column(features, name));
        if (unknown == Unknown.USE_ENCODED_VALUE
                && unknownValue == Math.rint(unknownValue)
                && unknownValue >= 0
                && unknownValue < levels.count()) {
            throw new IllegalArgumentException(
                    "unknownValue %s is what a level of column '%s' becomes, which has 0 to %d; take another, such as -1"
                            .formatted(unknownValue, name, levels.count() - 1));
        }
        double[][] numbers = {IntStream.range(0, levels.count()).asDoubleStream().toArray()};
        return new LevelNumbers(
                levels,
                List.of(name),
                numbers,
                new double[] {unknownValue},
                unknown == Unknown.ERROR
                        ? "new OrdinalEncoder(OrdinalEncoder.Unknown.USE_ENCODED_VALUE, -1, List.of(\"%s\"))"
                                .formatted(name)
                        : "");
    }
}
