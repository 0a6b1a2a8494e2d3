package himalia.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Whatever the library makes for users says which of its arguments is null. */
class NullArgumentsTest {
    /** What stands in the other places; where nothing does, more than one argument is null. */
    private static final Map<Class<?>, Object> VALUES =
            Map.ofEntries(
                    Map.entry(
                            Table.class,
                            Table.create(
                                    "t",
                                    IntColumn.create("x", 1, 2, 3, 4),
                                    StringColumn.create("y", "a", "b", "a", "b"))),
                    Map.entry(Column.class, IntColumn.create("x", 1, 2)),
                    Map.entry(String.class, "y"),
                    Map.entry(Path.class, Path.of("no-such-folder", "no-such-file.csv")),
                    Map.entry(List.class, List.of()),
                    Map.entry(Map.class, Map.of()),
                    Map.entry(Clock.class, Clock.systemUTC()),
                    Map.entry(RandomGenerator.class, new Random(42)),
                    Map.entry(double.class, 0.5),
                    Map.entry(int.class, 1),
                    Map.entry(long.class, 1L),
                    Map.entry(boolean.class, true),
                    Map.entry(char.class, ','));

    /** What algorithms and servers, and not readers, call: some of it for every cell. */
    private static final Set<String> FOR_ALGORITHMS =
            Set.of(
                    "Tables",
                    "UnfitCell",
                    "FreeMemory",
                    "Trainer",
                    "Standardiser",
                    "WindowRow",
                    "Refusal",
                    "StrictJson",
                    "Reply");

    @Test
    void areNamedByWhatIsNull() throws IOException {
        var silent = new ArrayList<String>();
        for (var type : types()) {
            for (var makes : makers(type)) {
                for (int place = 0; place < makes.getParameterCount(); place++) {
                    if (mayNotBeNull(makes.getParameters()[place])) {
                        told(makes, place).ifPresent(silent::add);
                    }
                }
            }
        }
        assertThat(silent)
                .as("say it with Given.given(argument, \"its name\", \"what is wanted\")")
                .isEmpty();
    }

    private static List<Class<?>> types() throws IOException {
        var library = Sources.root().resolve("library");
        return Sources.main().stream()
                .filter(file -> file.startsWith(library))
                .map(file -> file.toString().replaceFirst(".*src/main/java/", ""))
                .filter(name -> !name.endsWith("-info.java") && !name.contains("/numeric/"))
                .map(name -> name.replaceFirst("\\.java$", "").replace('/', '.'))
                .<Class<?>>flatMap(name -> withNested(type(name)))
                .filter(type -> isPublic(type) && !FOR_ALGORITHMS.contains(type.getSimpleName()))
                .toList();
    }

    private static boolean isPublic(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && (type.getEnclosingClass() == null || isPublic(type.getEnclosingClass()));
    }

    private static Stream<Class<?>> withNested(Class<?> type) {
        return Stream.concat(Stream.of(type), Arrays.stream(type.getDeclaredClasses()));
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Executable> makers(Class<?> type) {
        var makers = new ArrayList<Executable>();
        Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()))
                .filter(method -> !(type.isEnum() && method.getName().equals("valueOf")))
                .forEach(makers::add);
        if (!Modifier.isAbstract(type.getModifiers())) {
            makers.addAll(List.of(type.getDeclaredConstructors()));
        }
        makers.removeIf(maker -> !Modifier.isPublic(maker.getModifiers()) || maker.isSynthetic());
        return makers;
    }

    private static boolean mayNotBeNull(Parameter parameter) {
        return !parameter.getType().isPrimitive()
                && !parameter.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** Returns what is wrong with what is said. */
    private static Optional<String> told(Executable maker, int place) {
        var parameters = maker.getParameters();
        var arguments = new Object[parameters.length];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = i == place ? null : VALUES.get(parameters[i].getType());
        }
        var names = new ArrayList<String>();
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i] == null) {
                names.add(parameters[i].getName());
            }
        }
        var call = maker.getDeclaringClass().getSimpleName() + "." + maker.getName() + " " + names;
        try {
            if (maker instanceof Method method) {
                method.invoke(null, arguments);
            } else {
                ((Constructor<?>) maker).newInstance(arguments);
            }
            return Optional.of(call + ": nothing");
        } catch (InvocationTargetException e) {
            var message = String.valueOf(e.getCause().getMessage());
            // The JVM's own words tell of our code, and not of the argument.
            boolean isOurs = message.contains(" is null") && !message.contains("because");
            return isOurs ? Optional.empty() : Optional.of(call + ": " + e.getCause());
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            return Optional.of(call + " cannot be called: " + e);
        }
    }
}
