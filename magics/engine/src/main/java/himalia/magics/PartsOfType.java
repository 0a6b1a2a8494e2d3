package himalia.magics;

import himalia.magics.spi.MagicCatalog.Value;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How the parts of a record are named that are of the type that is wanted: {@code split.train()} of a {@code Split}, where a table is. */
final class PartsOfType {
    private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\d_$]*");

    private PartsOfType() {}

    /** Returns the parts, or an empty text where there are none, or the value has no name. */
    static String of(Class<?> type, Value value) {
        if (!(value.value() instanceof Record held) || !NAME.matcher(value.source()).matches()) {
            return "";
        }
        var parts =
                Arrays.stream(held.getClass().getRecordComponents())
                        .filter(part -> type.isAssignableFrom(part.getType()))
                        .map(part -> "%s.%s()".formatted(value.source(), part.getName()))
                        .collect(Collectors.joining(" or "));
        return parts.isEmpty() ? "" : "; write " + parts;
    }
}
