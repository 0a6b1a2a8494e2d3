package himalia.kernel.advice;

import himalia.kernel.cells.Entry;
import himalia.kernel.java.Compiler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A variable that is called as if it were a method. */
final class CalledValue {
    private CalledValue() {}

    /** A variable that is called: it holds an object of an interface with one method. */
    static Optional<String> hint(String name, String source, Compiler compiler) {
        var written =
                Pattern.compile(
                                "\\b([A-Z]\\w*)(?:<[^;=(){}]*>)?\\s+"
                                        + Pattern.quote(name)
                                        + "\\s*=")
                        .matcher(source);
        var type =
                written.find()
                        ? Optional.of(written.group(1))
                        : compiler.cells().names().named(name).stream()
                                .filter(each -> each.kind() == Entry.Kind.VARIABLE)
                                .map(
                                        each ->
                                                each.type()
                                                        .replaceFirst("<.*", "")
                                                        .replaceFirst(".*\\.", ""))
                                .findFirst();
        return type.flatMap(CalledValue::onlyMethod)
                .map(
                        method ->
                                name
                                        + " is a value: call its method, "
                                        + name
                                        + "."
                                        + method
                                        + "(…).");
    }

    /** The method that a lambda of a type is called by. */
    private static Optional<String> onlyMethod(String type) {
        for (var home :
                List.of(
                        "java.util.function.",
                        "java.lang.",
                        "java.util.concurrent.",
                        "java.util.")) {
            try {
                var known = Class.forName(home + type, false, ClassLoader.getPlatformClassLoader());
                if (known.isInterface()) {
                    return Arrays.stream(known.getMethods())
                            .filter(each -> Modifier.isAbstract(each.getModifiers()))
                            .map(Method::getName)
                            .filter(each -> !each.equals("equals"))
                            .findFirst();
                }
            } catch (ClassNotFoundException | LinkageError e) {
                // Then it may be in the next package.
            }
        }
        return Optional.empty();
    }
}
