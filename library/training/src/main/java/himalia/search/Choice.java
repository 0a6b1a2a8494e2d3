package himalia.search;

import static himalia.display.bundle.Given.given;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One of several values that have no order.
 *
 * <pre>{@code
 * new Choice(List.of("gini", "entropy"))
 * new Choice(List.of(true, false))
 * }</pre>
 *
 * @param values texts, truths, whole numbers and doubles
 */
public record Choice(List<Object> values) implements ParameterDistribution {
    public Choice {
        values = List.copyOf(given(values, "values"));
        if (values.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to choose from");
        }
        for (var value : values) {
            if (!isKept(value)) {
                throw new IllegalArgumentException(
                        "a choice is a text, true or false, or a number, got %s of %s"
                                .formatted(value, value.getClass().getSimpleName()));
            }
        }
        if (values.stream().distinct().count() < values.size()) {
            throw new IllegalArgumentException("a choice is there twice in " + values);
        }
    }

    /** What a study's file gives back as it was. */
    private static boolean isKept(Object value) {
        return value instanceof String
                || value instanceof Boolean
                || value instanceof Integer
                || value instanceof Double number && Double.isFinite(number);
    }

    @Override
    public Object at(double place) {
        return values.get(Math.min(size() - 1, (int) (place * size())));
    }

    @Override
    public double place(Object value) {
        return (number(value) + 0.5) / size();
    }

    @Override
    public double number(Object value) {
        return values.indexOf(given(value, "value"));
    }

    @Override
    public Object value(double number) {
        int index = (int) number;
        if (index < 0 || index >= size()) {
            throw new IllegalArgumentException(
                    "there is no choice %s in %s".formatted(number, values));
        }
        return values.get(index);
    }

    @Override
    public boolean contains(Object value) {
        return values.contains(given(value, "value"));
    }

    @Override
    public int size() {
        return values.size();
    }

    @Override
    public String toString() {
        return values.stream()
                .map(SpaceText::written)
                .collect(Collectors.joining(", ", "choice(", ")"));
    }
}
