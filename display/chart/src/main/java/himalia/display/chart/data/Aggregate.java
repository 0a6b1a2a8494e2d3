package himalia.display.chart.data;

import java.util.Arrays;

/** How several values become one. */
public enum Aggregate {
    MEAN("mean"),
    MEDIAN("median"),
    SUM("sum"),
    COUNT("count"),
    MIN("least"),
    MAX("most");

    private final String words;

    Aggregate(String words) {
        this.words = words;
    }

    /** Returns what an axis of such values says: {@code mean of temp}. */
    public String of(String column) {
        return words + " of " + column;
    }

    /** Returns the one value, of those that are finite, a count of those that are not missing; NaN where there is none but for a
     * count or a sum, which are 0. */
    public double of(double... values) {
        if (this == COUNT) {
            return Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
        }
        var finite = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        if (finite.length == 0) {
            return this == SUM && values.length == 0 ? 0 : Double.NaN;
        }
        int half = finite.length / 2;
        return switch (this) {
            case MEAN -> Arrays.stream(finite).sum() / finite.length;
            case SUM -> Arrays.stream(finite).sum();
            case MIN -> finite[0];
            case MAX -> finite[finite.length - 1];
            default ->
                    finite.length % 2 == 1 ? finite[half] : (finite[half - 1] + finite[half]) / 2;
        };
    }
}
