package himalia.display.widget;

/**
 * A bar that fills, counted in numbers.
 *
 * <pre>{@code
 * var bar = FloatProgress.of("loss", 1.0);
 * bar.set(3);
 * }</pre>
 */
public final class FloatProgress extends Bar {
    private FloatProgress(String description, double to) {
        super("FloatProgress", description, 0.0, to);
    }

    /** A bar from 0 to {@code to}. */
    public static FloatProgress of(String description, double to) {
        return new FloatProgress(description, to);
    }

    /** Fills the bar up to {@code value}; beyond its ends it is empty or full, as in ipywidgets: no work fails of its bar. */
    public void set(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a bar is filled up to a number, got " + value);
        }
        model().set("value", Math.max(0.0, Math.min(end().doubleValue(), value)));
    }

    /** Returns how far it is filled. */
    public double value() {
        return filled().doubleValue();
    }

    @Override
    String written() {
        return String.valueOf(value());
    }
}
