package himalia.display.widget;

import static himalia.display.bundle.Given.given;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

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
    private static final String LABELS = "_options_labels";
    private static final String INDEX = "index";

    private volatile Choices<T> choices;

    /** What is chosen from, by the same numbers. */
    private record Choices<T>(List<String> labels, List<T> options) {
        static <T> Choices<T> of(Map<String, ? extends T> choices) {
            given(choices, "options", "name what is to be chosen from");
            if (choices.isEmpty()) {
                throw new IllegalArgumentException("a list to choose from must not be empty");
            }
            choices.keySet().forEach(label -> given(label, "a label", "give it words"));
            return new Choices<>(List.copyOf(choices.keySet()), new ArrayList<>(choices.values()));
        }
    }

    private Dropdown(String description, Choices<T> choices) {
        super(
                Described.control("Dropdown", "Dropdown", description)
                        .with(LABELS, choices.labels())
                        .with(INDEX, 0),
                INDEX);
        this.choices = choices;
    }

    /** A list of values, shown as their texts; the first is chosen. */
    public static <T> Dropdown<T> of(String description, List<? extends T> options) {
        given(options, "options", "name what is to be chosen from");
        var choices = new LinkedHashMap<String, T>();
        for (T option : options) {
            if (choices.put(String.valueOf(option), option) != null) {
                throw new IllegalArgumentException(
                        "'" + option + "' is there twice; give the options names of their own");
            }
        }
        return new Dropdown<>(description, Choices.of(choices));
    }

    /** A list of named values; the first is chosen. */
    public static <T> Dropdown<T> of(String description, Map<String, ? extends T> options) {
        return new Dropdown<>(description, Choices.of(options));
    }

    /**
     * Gives other values to choose from; what is chosen stays so if one of them has its name, else the first one is.
     *
     * <pre>{@code
     * columns.options(Map.of("age", "age", "income", "income"));
     * }</pre>
     */
    public void options(Map<String, ? extends T> options) {
        var given = Choices.<T>of(options);
        var isOther = new AtomicBoolean();
        // Whether something else is chosen is seen at the values: the same place may hold another.
        model().change(
                        () -> {
                            int before = index();
                            var chosen = choices.labels().get(before);
                            int place = Math.max(0, given.labels().indexOf(chosen));
                            isOther.set(
                                    !Objects.equals(
                                            choices.options().get(before),
                                            given.options().get(place)));
                            choices = given;
                            return Map.of(LABELS, given.labels(), INDEX, place);
                        },
                        changed -> isOther.get() ? Set.of(INDEX) : Set.of());
    }

    private int index() {
        return ((Number) model().get(INDEX)).intValue();
    }

    @Override
    boolean allows(Object stated) {
        return stated instanceof Number index
                && index.doubleValue() == index.intValue()
                && index.intValue() >= 0
                && index.intValue() < choices.options().size();
    }

    @Override
    T read(Object stated) {
        return choices.options().get(((Number) stated).intValue());
    }

    @Override
    Object state(T option) {
        return choices.options().indexOf(option);
    }

    @Override
    String refusal(T option) {
        return "'" + option + "' is none of the options, which are " + choices.labels();
    }

    @Override
    public String toString() {
        return model().together(
                        () -> {
                            var labels = choices.labels();
                            return Described.line(
                                    description(),
                                    labels.get(index())
                                            + " (of "
                                            + String.join(", ", labels)
                                            + ")");
                        });
    }
}
