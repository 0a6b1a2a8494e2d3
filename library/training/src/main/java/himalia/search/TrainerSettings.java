package himalia.search;

import himalia.model.RecordParts;
import himalia.model.Trainer;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Settings of a record by their names: {@code depth}, or {@code trainer.depth} of a record inside. */
final class TrainerSettings {
    private static final List<Class<?>> WHOLE =
            List.of(int.class, long.class, Integer.class, Long.class);
    private static final List<Class<?>> REAL = List.of(double.class, float.class, Double.class);
    private static final List<Class<?>> TRUTH = List.of(boolean.class, Boolean.class);

    private TrainerSettings() {}

    /** Refuses a space that names what there is not, before anything is trained. */
    static void check(Trainer trainer, SearchSpace space) {
        for (var name : space.names()) {
            var component = component(trainer, name, name);
            var distribution = space.distribution(name);
            if (!takes(component.getType(), distribution)) {
                throw new IllegalArgumentException(
                        "'%s' of %s is of %s, and the space has %s"
                                .formatted(
                                        name,
                                        trainer.name(),
                                        kind(component.getType()),
                                        distribution));
            }
        }
    }

    private static RecordComponent component(Object owner, String name, String whole) {
        int dot = name.indexOf('.');
        var first = dot < 0 ? name : name.substring(0, dot);
        if (!(owner instanceof Record record)) {
            throw new IllegalArgumentException(
                    "no setting '%s': %s is no record".formatted(whole, owner));
        }
        var components = record.getClass().getRecordComponents();
        var found =
                Arrays.stream(components)
                        .filter(each -> each.getName().equals(first))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "%s has no setting '%s'; it has: %s"
                                                        .formatted(
                                                                record.getClass().getSimpleName(),
                                                                first,
                                                                String.join(", ", names(record)))));
        return dot < 0 ? found : component(part(record, first), name.substring(dot + 1), whole);
    }

    /** Of settings that are records themselves, those of these: {@code options.rate}. */
    private static List<String> names(Record record) {
        var parts = RecordParts.of(record);
        return Arrays.stream(record.getClass().getRecordComponents())
                .map(RecordComponent::getName)
                .flatMap(
                        name ->
                                parts.get(name) instanceof Record part
                                        ? names(part).stream().map(each -> name + "." + each)
                                        : Stream.of(name))
                .toList();
    }

    private static Object part(Record record, String name) {
        var part = RecordParts.of(record).get(name);
        if (part == null) {
            throw new IllegalArgumentException(
                    "'%s' of %s is null, and has no settings".formatted(name, record));
        }
        return part;
    }

    private static boolean takes(Class<?> type, ParameterDistribution distribution) {
        if (WHOLE.contains(type)) {
            return distribution instanceof WholeRange || areAll(distribution, Integer.class);
        }
        if (REAL.contains(type)) {
            return !(distribution instanceof Choice) || areAll(distribution, Number.class);
        }
        if (TRUTH.contains(type)) {
            return areAll(distribution, Boolean.class);
        }
        return type == String.class
                ? areAll(distribution, String.class)
                : type.isEnum()
                        && distribution instanceof Choice choice
                        && choice.values().stream()
                                .allMatch(value -> constant(type, value.toString()) != null);
    }

    private static boolean areAll(ParameterDistribution distribution, Class<?> type) {
        return distribution instanceof Choice choice
                && choice.values().stream().allMatch(type::isInstance);
    }

    private static String kind(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(each -> each.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", ", "choice(", ")"));
        }
        return WHOLE.contains(type)
                ? "whole numbers, such as int(2, 8)"
                : REAL.contains(type)
                        ? "numbers, such as uniform(0, 1)"
                        : TRUTH.contains(type)
                                ? "choice(true, false)"
                                : type.getSimpleName() + ", which cannot be searched";
    }

    private static @Nullable Object constant(Class<?> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> ((Enum<?>) each).name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }

    static Trainer with(Trainer trainer, Map<String, Object> settings) {
        return settings.isEmpty() ? trainer : (Trainer) changed(trainer, settings);
    }

    /** All settings of a record at once: some go only with others. */
    private static Object changed(Object owner, Map<String, Object> settings) {
        var values = new LinkedHashMap<String, Object>();
        var inner = new LinkedHashMap<String, Map<String, Object>>();
        settings.forEach(
                (name, value) -> {
                    var component = component(owner, name, name);
                    int dot = name.indexOf('.');
                    if (dot < 0) {
                        values.put(name, converted(value, component.getType()));
                    } else {
                        inner.computeIfAbsent(
                                        name.substring(0, dot), first -> new LinkedHashMap<>())
                                .put(name.substring(dot + 1), value);
                    }
                });
        var record = (Record) owner;
        inner.forEach((name, some) -> values.put(name, changed(part(record, name), some)));
        return RecordParts.with(record, values);
    }

    private static Object converted(Object value, Class<?> type) {
        if (type.isEnum()) {
            var constant = constant(type, value.toString());
            return constant == null ? value : constant;
        }
        if (REAL.contains(type) && value instanceof Number number) {
            return type == float.class
                    ? (Object) number.floatValue()
                    : (Object) number.doubleValue();
        }
        return type == Long.class && value instanceof Number number
                ? (Object) number.longValue()
                : value;
    }
}
