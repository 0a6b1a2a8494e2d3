package himalia.kernel.advice;

import java.lang.reflect.Modifier;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Scanner;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which types of the JDK have a method of some name. */
final class JdkMethods {
    private static final List<Class<?>> OFTEN =
            List.of(
                    String.class,
                    StringBuilder.class,
                    List.class,
                    Map.class,
                    Set.class,
                    HashMap.class,
                    HashSet.class,
                    ArrayDeque.class,
                    ArrayList.class,
                    TreeMap.class,
                    Optional.class,
                    Stream.class,
                    IntStream.class,
                    LocalDateTime.class,
                    Scanner.class,
                    Thread.class,
                    Random.class);

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

    /** Returns the parentheses of a call: something stands in them where every method of this name takes something. */
    static String brackets(String type, String method) {
        var simple = type.replaceFirst("<.*", "");
        return OFTEN.stream()
                        .filter(each -> each.getSimpleName().equals(simple) && has(each, method))
                        .allMatch(each -> takesNothing(each, method))
                ? "()"
                : "(…)";
    }

    private static boolean takesNothing(Class<?> type, String method) {
        return Arrays.stream(type.getMethods())
                .anyMatch(each -> each.getName().equals(method) && each.getParameterCount() == 0);
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
