package himalia.magics;

import himalia.magics.spi.ArgumentConversion;
import java.util.Optional;
import java.util.ServiceLoader;

/** Values as the types that magics take, where a jar says how. */
final class Conversions {
    private Conversions() {}

    /** Returns the value as that type, if any jar knows how. */
    static Optional<?> to(Class<?> type, Object value) {
        return ServiceLoader.load(ArgumentConversion.class, ClassLoader.getSystemClassLoader())
                .stream()
                .map(ServiceLoader.Provider::get)
                .filter(conversion -> conversion.type() == type)
                .map(conversion -> ((ArgumentConversion<?>) conversion).convert(value))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
