package himalia.display.widget;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
public final class Dropdown<T> extends ValueWidget<T> {
    private final List<String> labels;
    private final List<T> options;

    private Dropdown(String description, Map<String, ? extends T> choices) {
        super(
                Described.control("Dropdown", "Dropdown", description)
                        .with("_options_labels", List.copyOf(choices.keySet()))
                        .with("index", 0),
                "index");
        if (choices.isEmpty()) {
            throw new IllegalArgumentException("a list to choose from must not be empty");
        }
        labels = List.copyOf(choices.keySet());
        options = new ArrayList<>(choices.values());
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

    @Override
    boolean allows(Object stated) {
        return stated instanceof Number index
                && index.doubleValue() == index.intValue()
                && index.intValue() >= 0
                && index.intValue() < options.size();
    }

    @Override
    T read(Object stated) {
        return options.get(((Number) stated).intValue());
    }

    @Override
    Object state(T option) {
        return options.indexOf(option);
    }

    @Override
    String refusal(T option) {
        return "'" + option + "' is none of the options, which are " + labels;
    }

    @Override
    public String toString() {
        var chosen = labels.get(((Number) model().get("index")).intValue());
        return Described.line(description(), chosen + " (of " + String.join(", ", labels) + ")");
    }
}
