package himalia.model;

import static himalia.display.bundle.Given.given;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The settings of an algorithm that somebody has chosen, as scikit-learn prints them: those that its shortest constructor asks for, and
 * those that are other than what it gives.
 *
 * <pre>{@code
 * ChangedSettings.of(new LogisticRegression(0.1))    // the settings but those that it has by itself
 * }</pre>
 */
public final class ChangedSettings {
    private ChangedSettings() {}

    /**
     * Returns settings by name, in order, as texts; nothing of what is no record, and no empty list or text.
     *
     * @param algorithm a record of settings; those of records inside of it are told likewise
     */
    public static Map<String, String> of(Object algorithm) {
        if (!(given(algorithm, "algorithm") instanceof Record record)) {
            return Map.of();
        }
        var settings = RecordParts.of(record);
        var asked = shortest(record, settings);
        var given = asked.flatMap(each -> made(each, settings)).map(RecordParts::of);
        var changed = new LinkedHashMap<String, String>();
        settings.forEach(
                (name, value) -> {
                    boolean isAsked = asked.stream().anyMatch(each -> names(each).contains(name));
                    boolean isGiven =
                            given.isPresent()
                                    && Objects.deepEquals(given.orElseThrow().get(name), value);
                    var text = text(value);
                    // What a lambda is called differs from run to run, and says nothing.
                    boolean isNamed = value == null || !value.getClass().isSynthetic();
                    if (isNamed && !text.isEmpty() && (isAsked || !isGiven)) {
                        changed.put(name, text);
                    }
                });
        return changed;
    }

    private static Optional<Constructor<?>> shortest(Record record, Map<String, Object> settings) {
        return Arrays.stream(record.getClass().getDeclaredConstructors())
                .filter(each -> each.getParameterCount() < settings.size() || each.isVarArgs())
                .filter(
                        each ->
                                Arrays.stream(each.getParameters())
                                        .allMatch(parameter -> isSetting(parameter, settings)))
                .sorted(Comparator.comparingInt(each -> names(each).size()))
                .findFirst();
    }

    /** Columns are not settings that anybody has to choose. */
    private static Set<String> names(Constructor<?> constructor) {
        return Arrays.stream(constructor.getParameters())
                .filter(each -> !each.getName().equals("columns"))
                .map(Parameter::getName)
                .collect(Collectors.toSet());
    }

    private static boolean isSetting(Parameter parameter, Map<String, Object> settings) {
        return parameter.isNamePresent()
                && settings.get(parameter.getName()) != null
                && (!parameter.isVarArgs()
                        || (parameter.getType() == String[].class
                                && settings.get(parameter.getName()) instanceof List<?>));
    }

    private static Optional<Record> made(Constructor<?> constructor, Map<String, Object> settings) {
        var arguments =
                Arrays.stream(constructor.getParameters())
                        .map(each -> argument(each, settings.get(each.getName())))
                        .toArray();
        try {
            constructor.setAccessible(true);
            return Optional.of((Record) constructor.newInstance(arguments));
        } catch (InvocationTargetException
                | InstantiationException
                | IllegalAccessException
                | IllegalArgumentException e) {
            // What the shortest way cannot make has all of its settings chosen.
            return Optional.empty();
        }
    }

    private static @Nullable Object argument(Parameter parameter, @Nullable Object value) {
        return parameter.isVarArgs() && value instanceof List<?> names
                ? names.toArray(String[]::new)
                : value;
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Record) {
            var settings =
                    of(value).entrySet().stream()
                            .map(each -> each.getKey() + "=" + each.getValue())
                            .collect(Collectors.joining(", "));
            var name = value.getClass().getSimpleName();
            return settings.isEmpty() ? name : name + "(" + settings + ")";
        }
        if (value instanceof Collection<?> many) {
            return many.isEmpty()
                    ? ""
                    : many.stream()
                            .map(ChangedSettings::text)
                            .collect(Collectors.joining(", ", "[", "]"));
        }
        return value == null ? "" : String.valueOf(value);
    }
}
