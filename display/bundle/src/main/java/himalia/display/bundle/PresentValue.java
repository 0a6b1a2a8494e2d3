package himalia.display.bundle;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What an optional holds, for tables and charts: to them an empty one is a missing value.
 *
 * <pre>{@code
 * PresentValue.of(OptionalInt.of(3))   // 3
 * }</pre>
 */
public final class PresentValue {
    private PresentValue() {}

    /** Returns what is in an optional of any kind, null for an empty one; any other value as it is. */
    public static @Nullable Object of(@Nullable Object value) {
        if (value instanceof Optional<?> optional) {
            return of(optional.orElse(null));
        }
        if (value instanceof OptionalInt whole) {
            return whole.isPresent() ? (Object) whole.getAsInt() : null;
        }
        if (value instanceof OptionalLong whole) {
            return whole.isPresent() ? (Object) whole.getAsLong() : null;
        }
        if (value instanceof OptionalDouble number) {
            return number.isPresent() ? (Object) number.getAsDouble() : null;
        }
        return value;
    }
}
