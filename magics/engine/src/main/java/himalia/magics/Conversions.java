package himalia.magics;

import himalia.magics.spi.ArgumentConversion;
import himalia.magics.spi.JavaText;
import himalia.magics.spi.MagicCatalog.Value;
import java.util.Optional;
import java.util.ServiceLoader;

/** Values as the types that magics take, where a jar says how. */
final class Conversions {
    private Conversions() {}

    /**
     * A value that was made of the one that a line names.
     *
     * @param value what it became
     * @param given what the line names
     * @param by who made it
     */
    record Converted(Object value, Value given, ArgumentConversion<?> by) {
        /** Returns the value with the Java that makes it; nothing where there is none. */
        Optional<Value> written(JavaText java) {
            return by.java(java, given.source()).map(source -> new Value(source, value));
        }
    }

    /** Returns the value as that type, if any jar knows how. */
    static Optional<Converted> to(Class<?> type, Value given) {
        return ServiceLoader.load(ArgumentConversion.class, ClassLoader.getSystemClassLoader())
                .stream()
                .map(ServiceLoader.Provider::get)
                .filter(conversion -> conversion.type() == type)
                .flatMap(conversion -> converted(conversion, given).stream())
                .findFirst();
    }

    private static Optional<Converted> converted(ArgumentConversion<?> by, Value given) {
        var value = given.value();
        return value == null
                ? Optional.empty()
                : by.convert(value).map(made -> new Converted(made, given, by));
    }
}
