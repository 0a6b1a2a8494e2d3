package himalia.magics.spi;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the parts of a record that their {@code then} makes one of, as somebody would write it. */
final class ChainText {
    private ChainText() {}

    /** Returns the parts whose chain equals the record; none where it is no chain. */
    static List<Object> parts(Record chain) {
        var components = chain.getClass().getRecordComponents();
        if (components.length != 1 || components[0].getType() != List.class) {
            return List.of();
        }
        try {
            var parts = List.<Object>copyOf((List<?>) components[0].getAccessor().invoke(chain));
            return parts.size() > 1 && chain.equals(chained(parts)) ? parts : List.of();
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            // What cannot be read or chained is written as it is made.
            return List.of();
        }
    }

    private static Object chained(List<Object> parts) throws ReflectiveOperationException {
        var chain = parts.get(0);
        for (var next : parts.subList(1, parts.size())) {
            var then = then(chain, next);
            if (then.isEmpty()) {
                return parts;
            }
            chain = then.get().invoke(chain, next);
        }
        return chain;
    }

    /** Asks a public type, for the class itself may not be open. */
    private static Optional<Method> then(Object first, Object next) {
        var types = new ArrayList<Class<?>>(List.of(first.getClass().getInterfaces()));
        types.add(first.getClass());
        return types.stream()
                .flatMap(type -> Stream.of(type.getMethods()))
                .filter(each -> each.getName().equals("then") && each.getParameterCount() == 1)
                .filter(each -> each.getParameterTypes()[0].isInstance(next))
                .findFirst();
    }
}
