package himalia.display.bundle;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.stream.BaseStream;
import java.util.stream.Stream;

/** What nobody can look into without using it, and what prints as an address: streams, iterators, lambdas. In a line of words. */
final class Opaque {
    private Opaque() {}

    /** Says what it is and what to do with it; empty where the value is none of these, or prints as something. */
    static Optional<String> words(Object value) {
        if (value instanceof BaseStream && printsAsAddress(value)) {
            return Optional.of(
                    named(value, BaseStream.class, "Stream")
                            + ": not shown, because a stream can be read only once; end it with "
                            + (value instanceof Stream ? ".toList()" : ".toArray()")
                            + " to see what is in it");
        }
        if (value instanceof Iterator && printsAsAddress(value)) {
            return Optional.of(
                    "Iterator: not shown, because an iterator can be read only once; "
                            + (value instanceof PrimitiveIterator
                                    ? "a loop over .hasNext() and .next() reads it"
                                    : ".forEachRemaining(System.out::println) prints what is left"));
        }
        return isLambda(value.getClass()) ? Optional.of(lambda(value)) : Optional.empty();
    }

    private static boolean printsAsAddress(Object value) {
        try {
            return value.getClass().getMethod("toString").getDeclaringClass() == Object.class;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the name of the public type through which the value is used. */
    private static String named(Object value, Class<?> kind, String otherwise) {
        for (Class<?> type = value.getClass(); type != null; type = type.getSuperclass()) {
            for (var implemented : type.getInterfaces()) {
                if (kind.isAssignableFrom(implemented) && implemented != kind) {
                    return implemented.getSimpleName();
                }
            }
        }
        return otherwise;
    }

    private static boolean isLambda(Class<?> type) {
        return type.isSynthetic()
                && type.getName().contains("$$Lambda")
                && type.getInterfaces().length > 0;
    }

    private static String lambda(Object value) {
        if (value instanceof Iterable) {
            return "an Iterable: not shown, because its elements are made as they are asked for; a for loop goes through it";
        }
        for (var type : value.getClass().getInterfaces()) {
            var method = Arrays.stream(type.getMethods()).filter(Opaque::isAsked).findFirst();
            if (method.isPresent()) {
                return "a lambda of type "
                        + type.getSimpleName()
                        + "; ."
                        + method.get().getName()
                        + (method.get().getParameterCount() == 0 ? "()" : "(…)")
                        + " calls it";
            }
        }
        return "a lambda";
    }

    /** Comparator declares equals, which every object has. */
    private static boolean isAsked(Method method) {
        return Modifier.isAbstract(method.getModifiers())
                && Arrays.stream(Object.class.getMethods())
                        .noneMatch(
                                known ->
                                        known.getName().equals(method.getName())
                                                && known.getParameterCount()
                                                        == method.getParameterCount());
    }
}
