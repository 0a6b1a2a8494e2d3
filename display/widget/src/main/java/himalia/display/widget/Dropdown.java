package himalia.display.widget;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A list to choose one from.
 *
 * <pre>{@code
 * var kind = Dropdown.of("kind", List.of("line", "bar"));
 * var model = Dropdown.of("model", Map.of("trees", trees, "linear", linear));
 * }</pre>
 *
 * @param <T> the type of what is chosen
 */
public final class Dropdown<T> implements ValueWidget<T> {
    private final WidgetModel model;
    private final Value<T> value;
    private final List<String> labels;
    private final List<T> options;

    private Dropdown(String description, Map<String, ? extends T> choices) {
        if (choices.isEmpty()) {
            throw new IllegalArgumentException("a list to choose from must not be empty");
        }
        labels = List.copyOf(choices.keySet());
        options = new ArrayList<>(choices.values());
        model =
                Described.control("Dropdown", "Dropdown", description)
                        .with("_options_labels", labels)
                        .with("index", 0);
        value = new Value<>(model, "index", this::option, this::index);
    }

    /** A list of values, shown as their texts; the first is chosen. */
    public static <T> Dropdown<T> of(String description, List<? extends T> options) {
        var choices = new LinkedHashMap<String, T>();
        for (T option : options) {
            if (choices.put(String.valueOf(option), option) != null) {
                throw new IllegalArgumentException(
                        "'" + option + "' is there twice; give the options names of their own");
            }
        }
        return new Dropdown<>(description, choices);
    }

    /** A list of named values; the first is chosen. */
    public static <T> Dropdown<T> of(String description, Map<String, ? extends T> options) {
        return new Dropdown<>(description, options);
    }

    private T option(Object index) {
        return options.get(((Number) index).intValue());
    }

    private Object index(T option) {
        int index = options.indexOf(option);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "'" + option + "' is none of the options, which are " + labels);
        }
        return index;
    }

    @Override
    public T value() {
        return value.get();
    }

    @Override
    public void set(T option) {
        value.set(option);
    }

    @Override
    public void onChange(Consumer<? super T> listener) {
        value.onChange(listener);
    }

    @Override
    public WidgetModel model() {
        return model;
    }

    @Override
    public String toString() {
        var chosen = labels.get(((Number) model.get("index")).intValue());
        return Described.line(
                String.valueOf(model.get("description")),
                chosen + " (of " + String.join(", ", labels) + ")");
    }
}
