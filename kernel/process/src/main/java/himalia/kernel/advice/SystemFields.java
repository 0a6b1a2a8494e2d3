package himalia.kernel.advice;

import himalia.javac.Receiver;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What System holds, and what is asked of System itself, or of nobody. */
final class SystemFields {
    private SystemFields() {}

    /** Returns where a method is that System itself has not. */
    static Optional<String> behind(String method, Receiver receiver) {
        return receiver.type().equals("System")
                ? fields().filter(each -> JdkMethods.has(each.getType(), method))
                        .filter(each -> isIn(each, receiver))
                        .findFirst()
                        .map(each -> written(each, method))
                : Optional.empty();
    }

    /** The user may have a System, too. */
    private static boolean isIn(Field field, Receiver receiver) {
        return receiver.members().stream().anyMatch(each -> each.name().equals(field.getName()));
    }

    /** Returns what stands before a name of one that stands alone, where a method of it is called. */
    static Optional<String> alone(String name, String source) {
        return fields().filter(each -> each.getName().equals(name))
                .flatMap(
                        each ->
                                Pattern.compile(
                                                "(?<![\\w.])"
                                                        + Pattern.quote(name)
                                                        + "\\s*\\.\\s*(\\w+)\\s*\\(")
                                        .matcher(source)
                                        .results()
                                        .map(found -> found.group(1))
                                        .filter(method -> JdkMethods.has(each.getType(), method))
                                        .map(method -> written(each, method)))
                .findFirst();
    }

    private static Stream<Field> fields() {
        return Arrays.stream(System.class.getFields());
    }

    private static String written(Field field, String method) {
        return "Write System." + field.getName() + "." + method + "(…).";
    }
}
