package himalia.model;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Amount;
import himalia.table.LevelCodes;
import himalia.table.Tables;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/**
 * One column that a model reads.
 *
 * <pre>{@code
 * Feature.number("age")
 * Feature.category("city", List.of("Oslo", "Paris"))
 * Feature.of(table.column("age"))
 * }</pre>
 *
 * @param name the column's name
 * @param type what it holds
 * @param levels the values of a category, in order; empty for every other type
 * @param shape the lengths of a tensor; empty for every other type
 */
public record Feature(String name, Type type, List<String> levels, List<Integer> shape)
        implements Serializable {
    /** What a feature holds. */
    public enum Type {
        /** Any number. */
        NUMBER,
        /** A number without a fraction, as long as an int. */
        WHOLE_NUMBER,
        /** A number without a fraction that may need a long. */
        LONG_NUMBER,
        /** True or false. */
        BOOLEAN,
        /** One of a few texts, its levels. */
        CATEGORY,
        /** A text of its own in nearly every row. */
        TEXT,
        /** A day. */
        DATE,
        /** A time of day. */
        TIME,
        /** A day and a time on it, without a zone. */
        DATE_TIME,
        /** A point in time. */
        INSTANT,
        /** Numbers of a shape, such as an image. */
        TENSOR;

        /** Returns true for numbers, whole ones and others. */
        public boolean isNumber() {
            return this == NUMBER || this == WHOLE_NUMBER || this == LONG_NUMBER;
        }
    }

    private static final Map<ColumnType, Type> TYPES =
            Map.of(
                    ColumnType.BOOLEAN, Type.BOOLEAN,
                    ColumnType.SHORT, Type.WHOLE_NUMBER,
                    ColumnType.INTEGER, Type.WHOLE_NUMBER,
                    ColumnType.LONG, Type.LONG_NUMBER,
                    ColumnType.LOCAL_DATE, Type.DATE,
                    ColumnType.LOCAL_TIME, Type.TIME,
                    ColumnType.LOCAL_DATE_TIME, Type.DATE_TIME,
                    ColumnType.INSTANT, Type.INSTANT);

    /** Texts of so many different values name no categories. */
    private static final int MOST_LEVELS = 1_000;

    /** Shorter columns may well have another text a row. */
    private static final int FEW_ROWS = 20;

    public Feature {
        given(name, "name");
        given(type, "type");
        given(levels, "levels");
        given(shape, "shape");
        levels = List.copyOf(levels);
        shape = List.copyOf(shape);
        if (!levels.isEmpty() && type != Type.CATEGORY) {
            throw new IllegalArgumentException(
                    "feature '%s' is no category and has levels: %s".formatted(name, levels));
        }
        if ((type == Type.TENSOR) == shape.isEmpty()) {
            throw new IllegalArgumentException(
                    "feature '%s' is %s and has shape %s; a tensor has one, nothing else has"
                            .formatted(name, type, shape));
        }
    }

    /** Describes a column of any numbers. */
    public static Feature number(String name) {
        return new Feature(name, Type.NUMBER, List.of(), List.of());
    }

    /** Describes a column of one of the given texts a row. */
    public static Feature category(String name, List<String> levels) {
        return new Feature(name, Type.CATEGORY, levels, List.of());
    }

    /**
     * Describes a column by what it holds. A column of texts is a category, unless it has more than 1,000 different ones,
     * or in 20 rows and more another one in every other row: then it is text.
     *
     * @throws IllegalArgumentException if it is of a type that no model knows
     */
    public static Feature of(Column<?> column) {
        given(column, "column");
        if (column instanceof StringColumn texts) {
            return ofTexts(texts);
        }
        return new Feature(column.name(), type(column), List.of(), List.of());
    }

    private static Type type(Column<?> column) {
        var type = TYPES.get(column.type());
        if (type != null) {
            return type;
        }
        if (column instanceof NumericColumn<?>) {
            return Type.NUMBER;
        }
        throw new IllegalArgumentException(
                "column '%s' holds %s, which no model reads; leave it out with table.rejectColumns(\"%s\")"
                        .formatted(column.name(), Tables.kind(column), column.name()));
    }

    private static Feature ofTexts(StringColumn column) {
        return LevelCodes.few(column, MOST_LEVELS)
                .filter(codes -> codes.levels().size() <= mostLevels(codes.countPresent()))
                .map(codes -> category(column.name(), codes.levels().stream().sorted().toList()))
                .orElseGet(() -> new Feature(column.name(), Type.TEXT, List.of(), List.of()));
    }

    private static int mostLevels(int present) {
        return present < FEW_ROWS ? present : present / 2;
    }

    /** Returns what keeps the values from being numbers as they are, or nothing where they are numbers. */
    Optional<String> obstacle() {
        return switch (type) {
            case NUMBER, WHOLE_NUMBER, LONG_NUMBER, BOOLEAN -> Optional.empty();
            case CATEGORY, TEXT -> Optional.of("text");
            case DATE, TIME, DATE_TIME, INSTANT -> Optional.of("dates or times");
            case TENSOR -> Optional.of("tensors");
        };
    }

    /** Reads the column as numbers: true is 1, a missing value NaN. */
    double[] read(Column<?> column) {
        obstacle().ifPresent(this::refuse);
        boolean isTruth = type == Type.BOOLEAN;
        if (isTruth && column instanceof BooleanColumn flags) {
            var values = new double[flags.size()];
            for (int row = 0; row < values.length; row++) {
                values[row] = flags.isMissing(row) ? Double.NaN : flags.getByte(row);
            }
            return values;
        }
        if (!isTruth && column instanceof NumericColumn<?> numbers) {
            return finite(Tables.doubles(numbers));
        }
        throw new IllegalArgumentException(
                "column '%s' holds %s, and the model has learnt it as %s"
                        .formatted(
                                name, Tables.kind(column), isTruth ? "true and false" : "numbers"));
    }

    private void refuse(String holds) {
        var wayOut =
                switch (type) {
                    case CATEGORY -> "put a OneHotEncoder before it in a Pipeline";
                    case TEXT ->
                            "it has too many different values for an encoder that is told no columns, which leaves it alone: name it, as in new CountEncoder(\"%1$s\"), group them into fewer"
                                    .formatted(name);
                    default -> "turn it into numbers first";
                };
        throw new IllegalArgumentException(
                "column '%s' holds %s, and this model takes numbers; %s, or leave it out with table.rejectColumns(\"%s\")"
                        .formatted(name, holds, wayOut, name));
    }

    private double[] finite(double[] values) {
        int infinite = 0;
        for (int row = 0; row < values.length; row++) {
            infinite += Double.isInfinite(values[row]) ? 1 : 0;
            // -0 is 0, which cutting would tell apart.
            values[row] += 0.0;
        }
        if (infinite > 0) {
            throw new IllegalArgumentException(
                    "column '%s' has %s, and a model takes none; replace them or drop their rows"
                            .formatted(name, Amount.of(infinite, "infinite value")));
        }
        return values;
    }
}
