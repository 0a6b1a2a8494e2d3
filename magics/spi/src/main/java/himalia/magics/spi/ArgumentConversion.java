package himalia.magics.spi;

import java.util.Optional;

/**
 * Makes what a magic's parameter takes of a value of another type that a line names: {@code %table people}, where people is a
 * list of records. Found through {@link java.util.ServiceLoader}.
 *
 * <pre>{@code
 * public final class CelsiusAsKelvin implements ArgumentConversion<Kelvin> {
 *     public Class<Kelvin> type() { return Kelvin.class; }
 *     public Optional<Kelvin> convert(Object value) {
 *         return value instanceof Celsius given ? Optional.of(given.kelvin()) : Optional.empty();
 *     }
 * }
 * }</pre>
 */
public interface ArgumentConversion<T> {
    /** Returns the type that it makes. */
    Class<T> type();

    /**
     * Returns the value as that type; nothing where it is of a kind that this conversion does not know.
     *
     * @throws IllegalArgumentException if it is of the kind, and cannot be converted: the message is shown
     */
    Optional<T> convert(Object value);

    /**
     * Returns the plain Java that makes the same of the value of an expression, for {@code --java}; nothing where none does.
     *
     * @param source the expression, as it stands in the line
     */
    default Optional<String> java(JavaText java, String source) {
        return Optional.empty();
    }
}
