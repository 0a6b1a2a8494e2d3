package himalia.streaming;

import himalia.display.bundle.Given;
import himalia.display.bundle.Nearest;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a stream is shown as it runs: its latest rows, and above them a line of one value over another, if one is wanted.
 *
 * <pre>{@code
 * var look = StreamLook.rows(5).chart("time", "amount");
 * Streams.show("orders", orders, look, order -> {});
 * }</pre>
 *
 * @param rows how many of the latest rows
 * @param x the component of the rows that is below the line; empty for how many rows came before
 * @param y the one that is the line, a number; empty for no line
 */
public record StreamLook(int rows, String x, String y) {
    public StreamLook {
        if (rows < 1) {
            throw new IllegalArgumentException("rows must be at least 1, got " + rows);
        }
        Given.given(x, "x");
        Given.given(y, "y");
        if (y.isEmpty() && !x.isEmpty()) {
            throw new IllegalArgumentException(
                    "x is '%s', and there is no y: a line is y over x".formatted(x));
        }
    }

    /** Shows so many of the latest rows, and no line. */
    public static StreamLook rows(int rows) {
        return new StreamLook(rows, "", "");
    }

    /** Returns one with a line of {@code y} over {@code x}. */
    public StreamLook chart(String x, String y) {
        return new StreamLook(rows, x, y);
    }

    /** Refuses names that the rows of a stream do not have, where their class says so. */
    void check(Class<?> type) {
        checkNumber(type);
        var names = components(type);
        for (var name : List.of(x, y)) {
            if (!name.isEmpty() && !names.isEmpty() && !names.contains(name)) {
                throw new IllegalArgumentException(
                        "no '%s' in the rows, which are of %s%s There are: %s"
                                .formatted(
                                        name,
                                        type.getSimpleName(),
                                        Nearest.to(name, names)
                                                .map(near -> "; did you mean '" + near + "'?")
                                                .orElse("."),
                                        String.join(", ", names)));
            }
        }
    }

    /** A line is of numbers; what a type parameter stands for is seen as the rows come. */
    private void checkNumber(Class<?> type) {
        if (y.isEmpty() || !type.isRecord()) {
            return;
        }
        for (var component : type.getRecordComponents()) {
            var of = MethodType.methodType(component.getType()).wrap().returnType();
            if (component.getName().equals(y)
                    && !Number.class.isAssignableFrom(of)
                    && !of.isAssignableFrom(Number.class)) {
                throw new IllegalArgumentException(
                        "a line is of numbers, and '%s' in the rows, which are of %s, is of type %s"
                                .formatted(y, type.getSimpleName(), of.getSimpleName()));
            }
        }
    }

    private static List<String> components(Class<?> type) {
        return type.isRecord()
                ? Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList()
                : List.of();
    }

    Optional<StreamChart> chart() {
        return y.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new StreamChart(
                                x.isEmpty() ? y : y + " over " + x,
                                x.isEmpty() ? "row" : x,
                                List.of(y)));
    }

    /** Returns a value of a row by its name; null where there is none. A row that is no record or map is its own. */
    static @Nullable Object value(Object row, String name) {
        if (row instanceof Map<?, ?> map) {
            return map.get(name);
        }
        if (!(row instanceof Record)) {
            return row;
        }
        for (var component : row.getClass().getRecordComponents()) {
            if (component.getName().equals(name)) {
                return read(row, component);
            }
        }
        return null;
    }

    private static @Nullable Object read(Object row, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(row);
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }
}
