package himalia.display.widget;

import java.util.function.Consumer;

/**
 * A slider over numbers.
 *
 * <pre>{@code
 * var rate = FloatSlider.of("rate", 0.0, 1.0);
 * }</pre>
 */
public final class FloatSlider implements ValueWidget<Double> {
    private static final int STEPS = 100;

    private final WidgetModel model;
    private final Value<Double> value;
    private final double from;
    private final double to;

    private FloatSlider(String description, double from, double to, double start) {
        if (!(from < to) || Double.isInfinite(from) || Double.isInfinite(to)) {
            throw new IllegalArgumentException(
                    "a slider must go upwards between two numbers, got from " + from + " to " + to);
        }
        this.from = from;
        this.to = to;
        model =
                Described.control("FloatSlider", "FloatSlider", description)
                        .with("min", from)
                        .with("max", to)
                        .with("step", (to - from) / STEPS)
                        .with("value", checked(start))
                        .with("orientation", "horizontal")
                        .with("readout", true)
                        .with("readout_format", format((to - from) / STEPS))
                        .with("continuous_update", true)
                        .with("behavior", "drag-tap");
        value = new Value<>(model, "value", v -> ((Number) v).doubleValue(), this::checked);
    }

    /** A slider of a hundred steps that begins in the middle. */
    public static FloatSlider of(String description, double from, double to) {
        return of(description, from, to, (from + to) / 2);
    }

    /** A slider of a hundred steps that begins at {@code start}. */
    public static FloatSlider of(String description, double from, double to, double start) {
        return new FloatSlider(description, from, to, start);
    }

    /** Lets it move in steps of {@code step}. */
    public FloatSlider step(double step) {
        if (!(step > 0)) {
            throw new IllegalArgumentException("the step must be more than 0, got " + step);
        }
        model.set("step", step);
        model.set("readout_format", format(step));
        return this;
    }

    /** As many decimals as tell one step from the next, in the format language of D3. */
    private static String format(double step) {
        int decimals = (int) Math.max(0, Math.min(12, Math.ceil(-Math.log10(step))));
        return "." + decimals + "f";
    }

    private Double checked(Double number) {
        if (!(number >= from && number <= to)) {
            throw new IllegalArgumentException(
                    "the slider goes from " + from + " to " + to + ", got " + number);
        }
        return number;
    }

    @Override
    public Double value() {
        return value.get();
    }

    @Override
    public void set(Double number) {
        value.set(number);
    }

    @Override
    public void onChange(Consumer<? super Double> listener) {
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
