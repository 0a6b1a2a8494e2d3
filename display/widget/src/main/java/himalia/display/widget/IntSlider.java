package himalia.display.widget;

/**
 * A slider over whole numbers.
 *
 * <pre>{@code
 * var bins = IntSlider.of("bins", 5, 50);
 * bins.onChange(n -> System.out.println(n));
 * bins                                          // as the last line of a cell it is shown
 * }</pre>
 */
public final class IntSlider extends ValueWidget<Integer> {
    private final int from;
    private final int to;

    private IntSlider(String description, int from, int to, int start) {
        super(
                Described.control("IntSlider", "IntSlider", description)
                        .with("min", from)
                        .with("max", to)
                        .with("step", 1)
                        .with("value", start)
                        .with("orientation", "horizontal")
                        .with("readout", true)
                        .with("readout_format", "d")
                        .with("continuous_update", true)
                        .with("behavior", "drag-tap"),
                "value");
        this.from = from;
        this.to = to;
        if (from > to) {
            throw new IllegalArgumentException(
                    "a slider must go upwards, got from " + from + " to " + to);
        }
        set(start);
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
        model().set("step", step);
        return this;
    }

    @Override
    boolean allows(Object stated) {
        return stated instanceof Number number
                && number.doubleValue() == Math.rint(number.doubleValue())
                && number.doubleValue() >= from
                && number.doubleValue() <= to;
    }

    @Override
    Integer read(Object stated) {
        return ((Number) stated).intValue();
    }

    @Override
    String refusal(Integer number) {
        return "the slider goes from " + from + " to " + to + ", got " + number;
    }

    @Override
    public String toString() {
        return Described.line(description(), value() + " (" + from + " … " + to + ")");
    }
}
