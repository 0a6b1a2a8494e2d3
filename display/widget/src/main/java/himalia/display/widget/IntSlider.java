package himalia.display.widget;

import java.util.function.Consumer;

/**
 * A slider over whole numbers.
 *
 * <pre>{@code
 * var bins = IntSlider.of("bins", 5, 50);
 * bins.onChange(n -> System.out.println(n));
 * bins                                          // as the last line of a cell it is shown
 * }</pre>
 */
public final class IntSlider implements ValueWidget<Integer> {
    private final WidgetModel model;
    private final Value<Integer> value;
    private final int from;
    private final int to;

    private IntSlider(String description, int from, int to, int start) {
        if (from > to) {
            throw new IllegalArgumentException(
                    "a slider must go upwards, got from " + from + " to " + to);
        }
        this.from = from;
        this.to = to;
        model =
                Described.control("IntSlider", "IntSlider", description)
                        .with("min", from)
                        .with("max", to)
                        .with("step", 1)
                        .with("value", checked(start))
                        .with("orientation", "horizontal")
                        .with("readout", true)
                        .with("readout_format", "d")
                        .with("continuous_update", true)
                        .with("behavior", "drag-tap");
        value = new Value<>(model, "value", v -> ((Number) v).intValue(), this::checked);
    }

    /** A slider that begins in the middle. */
    public static IntSlider of(String description, int from, int to) {
        return of(description, from, to, (int) (((long) from + to) / 2));
    }

    /** A slider that begins at {@code start}. */
    public static IntSlider of(String description, int from, int to, int start) {
        return new IntSlider(description, from, to, start);
    }

    /** Lets it move in steps of {@code step}. */
    public IntSlider step(int step) {
        if (step < 1) {
            throw new IllegalArgumentException("the step must be at least 1, got " + step);
        }
        model.set("step", step);
        return this;
    }

    private Integer checked(Integer number) {
        if (number < from || number > to) {
            throw new IllegalArgumentException(
                    "the slider goes from " + from + " to " + to + ", got " + number);
        }
        return number;
    }

    @Override
    public Integer value() {
        return value.get();
    }

    @Override
    public void set(Integer number) {
        value.set(number);
    }

    @Override
    public void onChange(Consumer<? super Integer> listener) {
        value.onChange(listener);
    }

    @Override
    public WidgetModel model() {
        return model;
    }

    @Override
    public String toString() {
        return Described.line(
                String.valueOf(model.get("description")), value() + " (" + from + " … " + to + ")");
    }
}
