package himalia.storage;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.arrow.memory.util.Float16;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/**
 * The type of NumPy's elements, as {@code <f8} says it.
 *
 * @param kind its letter: f, i, u, b, U, S, M
 * @param size in bytes
 * @param order of these
 * @param unit of a point in time
 */
record NumpyType(char kind, int size, ByteOrder order, String unit) {
    private static final Pattern FORM =
            Pattern.compile("([<>|=]?)([a-zA-Z])(\\d*)(?:\\[(?:1)?([a-zA-Z]+)\\])?");

    private static final Map<String, Long> NANOS =
            Map.of(
                    "h",
                    3_600_000_000_000L,
                    "m",
                    60_000_000_000L,
                    "s",
                    1_000_000_000L,
                    "ms",
                    1_000_000L,
                    "us",
                    1_000L,
                    "ns",
                    1L);

    /** What Java writes for a letter that none is. */
    private static final char REPLACEMENT = '\uFFFD';

    static NumpyType of(String text, String where) throws IOException {
        var form = FORM.matcher(text);
        if (!form.matches() || !isKnown(form)) {
            throw BadFile.because(
                    text.contains("O")
                            ? "%s holds Python's objects, and to read those would run what they say: save numbers, texts or times"
                                    .formatted(where)
                            : "%s is of type '%s', which is not read here: %s"
                                    .formatted(where, text, otherwise(text)));
        }
        char kind = form.group(2).charAt(0);
        int length = Integer.parseInt(form.group(3));
        return new NumpyType(
                kind,
                kind == 'U' ? 4 * length : length,
                form.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
                form.group(4) == null ? "" : form.group(4));
    }

    /** What keeps all that it holds. */
    private static String otherwise(String text) {
        if (text.matches(".?c\\d+")) {
            return "np.column_stack([x.real, x.imag]) is two columns of numbers";
        }
        if (text.contains("M8")) {
            return ".astype('M8[D]') makes days of it, and 'M8[ns]' times";
        }
        return text.contains("m8")
                ? ".astype(float) has how many of its units each is"
                : ".astype(float) makes numbers of it";
    }

    private static boolean isKnown(Matcher form) {
        var type = form.group(2) + form.group(3);
        if (type.equals("M8")) {
            return form.group(4) != null
                    && (form.group(4).equals("D") || NANOS.containsKey(form.group(4)));
        }
        return form.group(4) == null && type.matches("f[248]|[iu][1248]|b1|[US]\\d{1,7}");
    }

    /** Reads one element, where the buffer stands; null is a missing one. */
    @Nullable Object read(ByteBuffer bytes) {
        bytes.order(order);
        return switch (kind) {
            case 'f' -> real(bytes);
            case 'i' -> whole(bytes);
            case 'u' -> unsigned(bytes);
            case 'b' -> bytes.get() != 0;
            case 'M' -> moment(bytes.getLong());
            default -> text(bytes);
        };
    }

    private @Nullable Object real(ByteBuffer bytes) {
        if (size == 8) {
            double value = bytes.getDouble();
            return Double.isNaN(value) ? null : (Object) value;
        }
        float value = size == 4 ? bytes.getFloat() : Float16.toFloat(bytes.getShort());
        return Float.isNaN(value) ? null : (Object) value;
    }

    private Object whole(ByteBuffer bytes) {
        return switch (size) {
            case 1 -> (Object) (int) bytes.get();
            case 2 -> (int) bytes.getShort();
            case 4 -> bytes.getInt();
            default -> bytes.getLong();
        };
    }

    private Object unsigned(ByteBuffer bytes) {
        return switch (size) {
            case 1 -> (Object) (bytes.get() & 0xFF);
            case 2 -> bytes.getShort() & 0xFFFF;
            case 4 -> bytes.getInt() & 0xFFFF_FFFFL;
            default -> {
                long value = bytes.getLong();
                yield value < 0 ? new BigInteger(Long.toUnsignedString(value)) : (Object) value;
            }
        };
    }

    private @Nullable Object moment(long value) {
        if (value == Long.MIN_VALUE) {
            return null;
        }
        if (unit.equals("D")) {
            return LocalDate.ofEpochDay(value);
        }
        long nanos = Objects.requireNonNull(NANOS.get(unit));
        long perSecond = 1_000_000_000L;
        if (nanos >= perSecond) {
            return LocalDateTime.ofEpochSecond(
                    Math.multiplyExact(value, nanos / perSecond), 0, ZoneOffset.UTC);
        }
        long parts = perSecond / nanos;
        return LocalDateTime.ofEpochSecond(
                Math.floorDiv(value, parts),
                (int) (Math.floorMod(value, parts) * nanos),
                ZoneOffset.UTC);
    }

    private @Nullable String text(ByteBuffer bytes) {
        var text = kind == 'U' ? letters(bytes) : encoded(bytes);
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == 0) {
            end--;
        }
        return end == 0 ? null : text.substring(0, end);
    }

    private String encoded(ByteBuffer bytes) {
        var raw = new byte[size];
        bytes.get(raw);
        return new String(raw, StandardCharsets.UTF_8);
    }

    /** Java's decoder of UTF-32 takes U+FEFF at the beginning for a mark of the order, and leaves it out. */
    private String letters(ByteBuffer bytes) {
        var text = new StringBuilder();
        for (int at = 0; at < size; at += Integer.BYTES) {
            int letter = bytes.getInt();
            text.appendCodePoint(Character.isValidCodePoint(letter) ? letter : REPLACEMENT);
        }
        return text.toString();
    }

    /** Returns a column in which so many elements are missing: no element tells its type. */
    Column<?> missing(String name, int rows) {
        Column<?> column =
                switch (kind) {
                    case 'f' ->
                            size == Double.BYTES
                                    ? DoubleColumn.create(name)
                                    : FloatColumn.create(name);
                    case 'i', 'u' -> isInt() ? IntColumn.create(name) : LongColumn.create(name);
                    case 'b' -> BooleanColumn.create(name);
                    case 'M' ->
                            unit.equals("D")
                                    ? DateColumn.create(name)
                                    : DateTimeColumn.create(name);
                    default -> StringColumn.create(name);
                };
        for (int row = 0; row < rows; row++) {
            column.appendMissing();
        }
        return column;
    }

    private boolean isInt() {
        return size < Integer.BYTES || size == Integer.BYTES && kind == 'i';
    }
}
