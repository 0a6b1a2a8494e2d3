package himalia.storage;

import static himalia.display.bundle.Given.given;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What of a file goes into another one, and how.
 *
 * <pre>{@code
 * Storage.convert("trips.parquet", "dear.csv", ConvertOptions.defaults().select("city", "price").where("price > 10"));
 * }</pre>
 */
public final class ConvertOptions implements Serializable {
    private static final long serialVersionUID = 1;

    private static final ConvertOptions DEFAULTS = new ConvertOptions(List.of(), null, null, false);

    private final List<String> columns;
    private final @Nullable String condition;
    private final @Nullable CsvOptions csv;
    private final boolean lossy;

    private ConvertOptions(
            List<String> columns,
            @Nullable String condition,
            @Nullable CsvOptions csv,
            boolean lossy) {
        this.columns = columns;
        this.condition = condition;
        this.csv = csv;
        this.lossy = lossy;
    }

    /** Returns what takes all as it is. */
    public static ConvertOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Returns the same with some columns alone, in this order.
     *
     * @throws IllegalArgumentException if one is named twice
     */
    public ConvertOptions select(String... names) {
        var named = new HashSet<String>();
        for (var name : given(names, "columns", "name columns")) {
            given(name, "a column", "name columns");
            if (!named.add(name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException(
                        "column '%s' is named twice: name each once".formatted(name));
            }
        }
        return new ConvertOptions(List.of(names), condition, csv, lossy);
    }

    /**
     * Returns the same with a condition in SQL that rows must meet: {@code price > 10 AND city = 'Oslo'}.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public ConvertOptions where(String condition) {
        if (given(condition, "condition", "write one, such as price > 10").isBlank()) {
            throw new IllegalArgumentException(
                    "the condition is blank; write one, such as price > 10");
        }
        return new ConvertOptions(columns, condition, csv, lossy);
    }

    /** Returns the same with how CSV files are written that are read. */
    public ConvertOptions csv(CsvOptions options) {
        return new ConvertOptions(
                columns, condition, given(options, "options", "take CsvOptions.defaults()"), lossy);
    }

    /**
     * Returns the same where the new file's format need not hold all: a column that it would refuse becomes texts, or is left
     * out, and {@link Conversion#lost()} says so.
     */
    public ConvertOptions lossy() {
        return new ConvertOptions(columns, condition, csv, true);
    }

    List<String> columns() {
        return columns;
    }

    Optional<String> condition() {
        return Optional.ofNullable(condition);
    }

    Optional<CsvOptions> csv() {
        return Optional.ofNullable(csv);
    }

    /** Returns whether the new file need not hold all. */
    public boolean isLossy() {
        return lossy;
    }

    /** Returns whether rows and columns are taken as they are. */
    boolean takesAll() {
        return columns.isEmpty() && condition == null;
    }
}
