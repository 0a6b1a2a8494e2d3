package himalia.magics.spi;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes the arguments of the shortest constructor that makes a record equal to a given one. */
final class RecordText {
    private RecordText() {}

    static String arguments(Record settings, JavaText java) {
        try {
            var components = settings.getClass().getRecordComponents();
            var values = new ArrayList<@Nullable Object>();
            for (var component : components) {
                values.add(component.getAccessor().invoke(settings));
            }
            var chosen = shortest(settings, components, values);
            return chosen.stream()
                    .map(i -> java.of(values.get(i), components[i].getType()))
                    .collect(Collectors.joining(", ", "(", ")"));
        } catch (ReflectiveOperationException e) {
            throw new MagicException(
                    "the settings of " + settings + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Returns which components are its arguments; all of them, where none of the others makes an equal record. */
    private static List<Integer> shortest(
            Record settings, RecordComponent[] components, List<@Nullable Object> values) {
        var all = IntStream.range(0, components.length).boxed().toList();
        var constructors = new ArrayList<>(List.of(settings.getClass().getConstructors()));
        constructors.sort(Comparator.comparingInt(Constructor::getParameterCount));
        for (var constructor : constructors) {
            if (constructor.getParameterCount() < components.length) {
                var types = List.of(constructor.getParameterTypes());
                for (var some : subsequences(types, components, 0)) {
                    if (makes(constructor, some, values, settings)) {
                        return some;
                    }
                }
            }
        }
        return all;
    }

    /** Returns every way to take components of these types, in their order. */
    private static List<List<Integer>> subsequences(
            List<Class<?>> types, RecordComponent[] components, int from) {
        if (types.isEmpty()) {
            return List.of(List.of());
        }
        var found = new ArrayList<List<Integer>>();
        for (int i = from; i < components.length; i++) {
            if (components[i].getType() == types.get(0)) {
                for (var rest : subsequences(types.subList(1, types.size()), components, i + 1)) {
                    var one = new ArrayList<>(List.of(i));
                    one.addAll(rest);
                    found.add(one);
                }
            }
        }
        return found;
    }

    private static boolean makes(
            Constructor<?> constructor,
            List<Integer> some,
            List<@Nullable Object> values,
            Record settings) {
        var arguments = some.stream().map(values::get).toArray();
        try {
            return constructor.newInstance(arguments).equals(settings);
        } catch (InvocationTargetException e) {
            // It refuses them: they are not what it takes.
            return false;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(constructor + " with " + Arrays.toString(arguments), e);
        }
    }
}
