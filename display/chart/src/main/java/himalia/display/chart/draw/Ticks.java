package himalia.display.chart.draw;

import himalia.display.chart.mark.Axis;
import himalia.display.chart.mark.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Round numbers along an axis, about as many as fit.
 *
 * @param values where they stand
 * @param texts what they say, all with the same decimals
 * @param context what holds for all of them, such as the year of their days; may be empty
 */
record Ticks(List<Double> values, List<String> texts, String context) {
    Ticks(List<Double> values, List<String> texts) {
        this(values, texts, "");
    }

    static final Ticks NONE = new Ticks(List.of(), List.of());

    /** Chooses ticks of an axis. */
    static Ticks of(Axis axis, Span span, double pixelsEach, boolean whole) {
        return axis.scale() == Axis.Scale.TIME
                ? TimeTicks.of(
                        axis.form(), span.low(), span.high(), (int) (span.length() / pixelsEach))
                : of(span, pixelsEach, whole);
    }

    /**
     * Chooses ticks.
     *
     * @param whole true for whole numbers only
     */
    static Ticks of(Span span, double pixelsEach, boolean whole) {
        var most = Math.max(2, (int) (span.length() / pixelsEach));
        var tens = Math.log10(span.high() / span.low());
        return span.logarithmic() && tens >= 0.7
                ? powers(span, most)
                : steps(span.low(), span.high(), most, whole);
    }

    /** Returns the distance of round numbers of which {@code most} fit. */
    static double step(double range, int most) {
        var rough = range / most;
        var power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (var factor : new double[] {1, 2, 2.5, 5}) {
            if (factor * power >= rough * 0.999) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private static Ticks steps(double low, double high, int most, boolean whole) {
        var exact = step(high - low, most);
        var step = whole && exact < 5 && exact != Math.rint(exact) ? exact < 1 ? 1 : 5 : exact;
        var values = new ArrayList<Double>();
        for (var i = (long) Math.ceil(low / step - 1e-9);
                i <= Math.floor(high / step + 1e-9) && values.size() < 50;
                i++) {
            values.add(i * step);
        }
        var largest = Math.max(Math.abs(low), Math.abs(high));
        // Amounts mostly begin at 0, years never do.
        boolean isOfYears = low >= 1000 && high < 3000 && step >= 1;
        return new Ticks(
                values, values.stream().map(v -> text(v, step, largest, isOfYears)).toList());
    }

    private static Ticks powers(Span span, int most) {
        var first = (int) Math.ceil(Math.log10(span.low()) - 1e-9);
        var last = (int) Math.floor(Math.log10(span.high()) + 1e-9);
        var every = Math.max(1, (int) Math.ceil((last - first + 1.0) / most));
        var values = new ArrayList<Double>();
        // Between few powers there is room for their doubles and fives.
        var between = (last - first + 2) * 3 <= most ? new int[] {1, 2, 5} : new int[] {1};
        for (int power = first - 1; power <= last; power++) {
            for (var factor : between) {
                var value = factor * Math.pow(10, power);
                boolean inside =
                        value >= span.low() * (1 - 1e-9) && value <= span.high() * (1 + 1e-9);
                if (inside && Math.floorMod(power - first, every) == 0) {
                    values.add(value);
                }
            }
        }
        return new Ticks(values, values.stream().map(Quantity::of).toList());
    }

    private static String text(double value, double step, double largest, boolean isOfYears) {
        if (isOfYears && Quantity.isYear(value)) {
            return Quantity.place(value);
        }
        var size = Math.abs(value);
        if (size < step * 1e-9) {
            return "0";
        }
        if (largest >= 1e12 || largest < 1e-4) {
            return Quantity.of(value);
        }
        for (var unit : UNITS) {
            if (largest >= unit.from) {
                return text(value / unit.size, step / unit.size) + unit.name;
            }
        }
        return text(value, step);
    }

    private static String text(double value, double step) {
        var decimals = 0;
        while (decimals < 8
                && Math.abs(
                                step * Math.pow(10, decimals)
                                        - Math.rint(step * Math.pow(10, decimals)))
                        > 1e-6) {
            decimals++;
        }
        var text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        return text.startsWith("-") ? "−" + text.substring(1) : text;
    }

    /** Large numbers are read by their unit; thousands can be read without for a while. */
    private record Unit(double size, double from, String name) {}

    private static final List<Unit> UNITS =
            List.of(new Unit(1e9, 1e9, " G"), new Unit(1e6, 1e6, " M"), new Unit(1e3, 1e4, " k"));
}
