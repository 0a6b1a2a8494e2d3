package himalia.display.widget;

/**
 * A bar that fills, counted in whole numbers.
 *
 * <pre>{@code
 * var bar = IntProgress.of("epochs", 20);
 * bar.set(3);
 * }</pre>
 */
public final class IntProgress extends Bar {
    private IntProgress(String description, int to) {
        super("IntProgress", description, 0, to);
    }

    /** A bar from 0 to {@code to}. */
    public static IntProgress of(String description, int to) {
        return new IntProgress(description, to);
    }

    /** Fills the bar up to {@code value}; beyond its ends it is empty or full, as in ipywidgets: no work fails of its bar. */
    public void set(int value) {
        model().set("value", Math.max(0, Math.min(end().intValue(), value)));
    }

    /** Returns how far it is filled. */
    public int value() {
        return filled().intValue();
    }

    @Override
    String written() {
        return String.valueOf(value());
    }
}
