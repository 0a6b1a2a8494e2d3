package himalia.display.chart.data;

import himalia.display.chart.mark.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/** Numbers as names of their own digits: two long keys that a double makes one are two names. */
final class OwnDigits {
    /** From here on a double is written with an exponent. */
    private static final long PLAIN = 1_000_000_000_000_000L;

    private static final int MOST_DIGITS = 40;

    private OwnDigits() {}

    /** A number with all its digits; they are null where it is not finite. */
    private record Key(double rounded, @Nullable BigDecimal exact) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return exact == null || other.exact == null
                    ? Double.compare(rounded, other.rounded)
                    : exact.compareTo(other.exact);
        }
    }

    /** Returns whether a double says less than one of these numbers. */
    static boolean areLost(List<?> values) {
        return values.stream().anyMatch(OwnDigits::isLost);
    }

    private static boolean isLost(@Nullable Object value) {
        if (value instanceof Long number) {
            return number >= PLAIN || number <= -PLAIN;
        }
        if (value instanceof Float number) {
            return number != Math.rint(number) && !number.isNaN();
        }
        if (value == null
                || value instanceof Double
                || value instanceof Integer
                || value instanceof Short
                || value instanceof Byte) {
            return false;
        }
        var exact = key((Number) value).exact();
        return exact != null
                && (exact.abs().compareTo(BigDecimal.valueOf(PLAIN)) >= 0
                        || exact.compareTo(BigDecimal.valueOf(((Number) value).doubleValue()))
                                != 0);
    }

    private static Key key(Number number) {
        var rounded = number.doubleValue();
        boolean isBinary = number instanceof Double || number instanceof Float;
        if (isBinary && !Double.isFinite(rounded)) {
            return new Key(rounded, null);
        }
        try {
            return new Key(rounded, new BigDecimal(number.toString()));
        } catch (NumberFormatException notWrittenAsOne) {
            return new Key(rounded, Double.isFinite(rounded) ? new BigDecimal(rounded) : null);
        }
    }

    /** Returns the column as names in the order of its numbers; doubles are written as everywhere. */
    static DataColumn named(DataColumn column, DoubleFunction<String> write) {
        var names = new TreeMap<Key, String>(Comparator.naturalOrder());
        var keys = new ArrayList<@Nullable Key>();
        for (var value : column.own()) {
            boolean isMissing = value == null || Double.isNaN(((Number) value).doubleValue());
            var key = isMissing ? null : key((Number) value);
            keys.add(key);
            if (key != null) {
                names.putIfAbsent(
                        key,
                        value instanceof Double || key.exact() == null
                                ? write.apply(key.rounded())
                                : digits(key.exact()));
            }
        }
        var places = new TreeMap<Key, Integer>();
        names.keySet().forEach(key -> places.put(key, places.size()));
        var codes = new double[keys.size()];
        for (int row = 0; row < codes.length; row++) {
            var key = keys.get(row);
            codes[row] = key == null ? Double.NaN : places.getOrDefault(key, 0);
        }
        return new DataColumn(
                column.name(),
                DataColumn.Kind.TEXTS,
                Numbers.of(codes),
                List.copyOf(names.values()));
    }

    private static String digits(BigDecimal exact) {
        var bare = exact.stripTrailingZeros();
        boolean isShort =
                bare.scale() < MOST_DIGITS && bare.precision() - bare.scale() < MOST_DIGITS;
        return isShort ? bare.toPlainString() : bare.toString();
    }
}
