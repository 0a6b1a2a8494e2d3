package himalia.storage;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;

/**
 * What a column of a file holds, in words: rows of two files are put below one another where it is the same, or numbers of
 * two kinds.
 */
record PartKind(String words) {
    private static final PartKind TEXT = new PartKind("text");
    private static final PartKind WHOLE = new PartKind("whole numbers");
    private static final PartKind POINT = new PartKind("numbers");
    private static final PartKind TRUTH = new PartKind("true and false");
    private static final PartKind DAYS = new PartKind("dates");
    private static final PartKind TIMES = new PartKind("times");
    private static final PartKind LOCAL = new PartKind("points in time");
    private static final PartKind MOMENTS = new PartKind("points in time with a zone");

    private static final PartKind BYTES = new PartKind("bytes");

    /** Of DuckDB's types. */
    private static final Map<String, PartKind> KINDS =
            Map.ofEntries(
                    Map.entry("VARCHAR", TEXT),
                    Map.entry("TINYINT", WHOLE),
                    Map.entry("SMALLINT", WHOLE),
                    Map.entry("INTEGER", WHOLE),
                    Map.entry("BIGINT", WHOLE),
                    Map.entry("HUGEINT", WHOLE),
                    Map.entry("UTINYINT", WHOLE),
                    Map.entry("USMALLINT", WHOLE),
                    Map.entry("UINTEGER", WHOLE),
                    Map.entry("UBIGINT", WHOLE),
                    Map.entry("FLOAT", POINT),
                    Map.entry("DOUBLE", POINT),
                    Map.entry("BOOLEAN", TRUTH),
                    Map.entry("DATE", DAYS),
                    Map.entry("TIME", TIMES),
                    Map.entry("TIMESTAMP", LOCAL),
                    Map.entry("TIMESTAMP_S", LOCAL),
                    Map.entry("TIMESTAMP_MS", LOCAL),
                    Map.entry("TIMESTAMP_NS", LOCAL),
                    Map.entry("TIMESTAMP WITH TIME ZONE", MOMENTS),
                    Map.entry("BLOB", BYTES));

    private static final Pattern DECIMAL = Pattern.compile("DECIMAL\\((\\d+),(\\d+)\\)");

    /** So many digits DuckDB's decimals have; of two that need more it drops some behind the point. */
    private static final int DIGITS = 38;

    static PartKind of(String type) {
        return KINDS.getOrDefault(type, new PartKind(type));
    }

    static PartKind of(Field field) {
        return JsonType.isJson(field)
                ? new PartKind("JSON")
                : field.getChildren().isEmpty() ? of(field.getType()) : new PartKind(nested(field));
    }

    private static String nested(Field field) {
        return field.getChildren().stream()
                .map(child -> child.getName() + " " + of(child).words)
                .collect(
                        Collectors.joining(
                                ", ",
                                field.getType().toString().toLowerCase(Locale.ROOT) + " of (",
                                ")"));
    }

    private static PartKind of(ArrowType type) {
        if (type instanceof ArrowType.Decimal decimal) {
            return new PartKind(
                    "DECIMAL(%d,%d)".formatted(decimal.getPrecision(), decimal.getScale()));
        }
        if (type instanceof ArrowType.Timestamp stamp) {
            return stamp.getTimezone() == null ? LOCAL : MOMENTS;
        }
        return switch (type.getTypeID()) {
            case Utf8, LargeUtf8, Utf8View -> TEXT;
            case Int -> WHOLE;
            case FloatingPoint -> POINT;
            case Bool -> TRUTH;
            case Date -> DAYS;
            case Time ->
                    ((ArrowType.Time) type).getUnit() == TimeUnit.NANOSECOND
                            ? new PartKind("times of nanoseconds")
                            : TIMES;
            case Binary, LargeBinary, BinaryView, FixedSizeBinary -> BYTES;
            default -> new PartKind(type.toString());
        };
    }

    boolean isText() {
        return equals(TEXT);
    }

    /** Returns whether they are numbers with a fraction, of which not all whole ones and decimals are some. */
    boolean isPoint() {
        return equals(POINT);
    }

    boolean isNumber() {
        return equals(WHOLE) || isPoint() || isDecimal();
    }

    private boolean isDecimal() {
        return DECIMAL.matcher(words).matches();
    }

    /** Returns DuckDB's type that has all its values, for one of numbers. */
    String exact() {
        return isDecimal() ? words : "HUGEINT";
    }

    boolean isLike(PartKind other) {
        return equals(other)
                || isNumber()
                        && other.isNumber()
                        && (!isDecimal() || !other.isDecimal() || digits(other) <= DIGITS);
    }

    /** Returns how many digits a decimal has that holds both. */
    private int digits(PartKind other) {
        var one = scale(words);
        var two = scale(other.words);
        return Math.max(one.before, two.before) + Math.max(one.behind, two.behind);
    }

    /** How many digits stand before and behind the point. */
    private record Scale(int before, int behind) {}

    private static Scale scale(String decimal) {
        var digits = DECIMAL.matcher(decimal);
        digits.matches();
        int behind = Integer.parseInt(digits.group(2));
        return new Scale(Integer.parseInt(digits.group(1)) - behind, behind);
    }
}
