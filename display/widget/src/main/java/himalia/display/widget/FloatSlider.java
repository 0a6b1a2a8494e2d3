package himalia.display.widget;

/**
 * A slider over numbers.
 *
 * <pre>{@code
 * var rate = FloatSlider.of("rate", 0.0, 1.0);
 * }</pre>
 */
public final class FloatSlider extends ValueWidget<Double> {
    private static final int STEPS = 100;

    private final double from;
    private final double to;

    private FloatSlider(String description, double from, double to, double start) {
        super(
                Described.control("FloatSlider", "FloatSlider", description)
                        .with("min", from)
                        .with("max", to)
                        .with("step", (to - from) / STEPS)
                        .with("value", start)
                        .with("orientation", "horizontal")
                        .with("readout", true)
                        .with("readout_format", format((to - from) / STEPS))
                        .with("continuous_update", true)
                        .with("behavior", "drag-tap"),
                "value");
        this.from = from;
        this.to = to;
        if (!(from < to) || Double.isInfinite(from) || Double.isInfinite(to)) {
            throw new IllegalArgumentException(
                    "a slider must go upwards between two numbers, got from " + from + " to " + to);
        }
        set(start);
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
        model().set("step", step);
        model().set("readout_format", format(step));
        return this;
    }

    /** As many decimals as tell one step from the next, in the format language of D3. */
    private static String format(double step) {
        int decimals = (int) Math.max(0, Math.min(12, Math.ceil(-Math.log10(step))));
        return "." + decimals + "f";
    }

    @Override
    boolean allows(Object stated) {
        return stated instanceof Number number
                && number.doubleValue() >= from
                && number.doubleValue() <= to;
    }

    @Override
    Double read(Object stated) {
        return ((Number) stated).doubleValue();
    }

    @Override
    String refusal(Double number) {
        return "the slider goes from " + from + " to " + to + ", got " + number;
    }

    @Override
    public String toString() {
        return Described.line(description(), value() + " (" + from + " … " + to + ")");
    }
}
