package himalia.magics;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes types as Java source. */
final class JavaTypes {
    private JavaTypes() {}

    /** Returns the type of a magic's value; {@code void} for {@link Void}. */
    static String source(Type type) {
        if (type == Void.class) {
            return "void";
        }
        if (type instanceof Class<?> plain) {
            return plain.getCanonicalName();
        }
        if (type instanceof ParameterizedType generic) {
            return source(generic.getRawType())
                    + Arrays.stream(generic.getActualTypeArguments())
                            .map(JavaTypes::source)
                            .collect(Collectors.joining(", ", "<", ">"));
        }
        return type.getTypeName().replace('$', '.');
    }

    /** Returns the type that a subcommand gives; {@code Object} where it leaves it open. */
    static String given(Class<?> subcommand, Class<?> joint) {
        return TypeArguments.of(subcommand, joint)
                .filter(type -> !(type instanceof TypeVariable<?> || type instanceof WildcardType))
                .map(JavaTypes::source)
                .orElse("java.lang.Object");
    }
}
