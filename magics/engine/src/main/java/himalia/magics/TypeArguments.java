package himalia.magics;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what a class says for the type parameter of an interface that it implements, itself or by another one. */
final class TypeArguments {
    private TypeArguments() {}

    /** Returns the argument for the only parameter of {@code wanted}; empty where the class leaves it open. */
    static Optional<Type> of(Class<?> type, Class<?> wanted) {
        for (var above : above(type)) {
            var raw = above instanceof ParameterizedType generic ? generic.getRawType() : above;
            if (raw == wanted) {
                return above instanceof ParameterizedType generic
                        ? Optional.of(generic.getActualTypeArguments()[0])
                        : Optional.empty();
            }
            if (raw instanceof Class<?> next && wanted.isAssignableFrom(next)) {
                return of(next, wanted).flatMap(found -> given(found, next, above));
            }
        }
        return Optional.empty();
    }

    private static List<Type> above(Class<?> type) {
        var all = new ArrayList<>(List.of(type.getGenericInterfaces()));
        if (type.getGenericSuperclass() != null) {
            all.add(type.getGenericSuperclass());
        }
        return all;
    }

    /** What stands for a variable of {@code next} where {@code above} says what its variables are. */
    private static Optional<Type> given(Type found, Class<?> next, Type above) {
        if (!(found instanceof TypeVariable<?>)) {
            return Optional.of(found);
        }
        int index = List.of(next.getTypeParameters()).indexOf(found);
        return index >= 0 && above instanceof ParameterizedType generic
                ? Optional.of(generic.getActualTypeArguments()[index])
                : Optional.empty();
    }
}
