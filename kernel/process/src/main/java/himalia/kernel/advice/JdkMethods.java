package himalia.kernel.advice;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which types of the JDK have a method of some name. */
final class JdkMethods {
    private JdkMethods() {}

    static boolean has(Class<?> type, String method) {
        return Arrays.stream(type.getMethods()).anyMatch(each -> each.getName().equals(method));
    }

    /** Whether its objects have one: a static method is called by the type. */
    static boolean ofObjects(Class<?> type, String method) {
        return Arrays.stream(type.getMethods())
                .filter(each -> !Modifier.isStatic(each.getModifiers()))
                .anyMatch(each -> each.getName().equals(method));
    }

    /** Returns a type that has such a method, of those that are kept as objects most. */
    static String typeWith(String method) {
        return Stream.of(String.class, Integer.class, List.class, Map.class)
                .filter(type -> has(type, method))
                .map(Class::getSimpleName)
                .findFirst()
                .orElse("TheType");
    }
}
