package himalia.display.chart.mark;

import static himalia.display.bundle.Given.given;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.ServiceLoader;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** An immutable row of numbers; gaps are NaN. */
public final class Numbers {
    private static final ClassLoader LOADER = Numbers.class.getClassLoader();

    private final double[] values;

    private Numbers(double[] values) {
        this.values = values;
    }

    public static Numbers of(double... values) {
        return new Numbers(given(values, "the array of numbers").clone());
    }

    public static Numbers of(int[] values) {
        given(values, "the array of numbers");
        return new Numbers(Arrays.stream(values).asDoubleStream().toArray());
    }

    /** Copies numbers of any kind, such as a list or a column of a table; null, and what a column lacks, becomes a gap. */
    public static Numbers of(Iterable<? extends @Nullable Number> values) {
        given(values, "the list of numbers");
        if (!(values instanceof Collection)) {
            for (var source : ServiceLoader.load(NumberSource.class, LOADER)) {
                var read = source.numbers(values);
                if (read.isPresent()) {
                    return new Numbers(read.get());
                }
            }
        }
        var list = new ArrayList<Double>();
        for (var value : values) {
            list.add(value == null ? Double.NaN : value.doubleValue());
        }
        return new Numbers(list.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Returns {@code 0, 1, … size - 1}, the positions of categories or of values without an x. */
    public static Numbers positions(int size) {
        return count(0, size);
    }

    /** Returns {@code size} numbers, each one more than the one before. */
    public static Numbers count(int first, int size) {
        var values = new double[size];
        Arrays.setAll(values, i -> first + i);
        return new Numbers(values);
    }

    /** Returns at how many places all of these rows, which are of one length, have a finite number. */
    public static int finite(Numbers... rows) {
        var count = 0;
        for (int i = 0; i < rows[0].size(); i++) {
            count += isFinite(i, rows) ? 1 : 0;
        }
        return count;
    }

    /** Returns whether there is no such place; asks no further than the first. */
    static boolean isNoneFinite(Numbers... rows) {
        for (int i = 0; i < rows[0].size(); i++) {
            if (isFinite(i, rows)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isFinite(int place, Numbers... rows) {
        for (var row : rows) {
            if (!Double.isFinite(row.values[place])) {
                return false;
            }
        }
        return true;
    }

    public int size() {
        return values.length;
    }

    public double at(int index) {
        return values[index];
    }

    public Numbers map(DoubleUnaryOperator change) {
        return new Numbers(stream().map(change).toArray());
    }

    /** Returns the first {@code length} numbers. */
    public Numbers first(int length) {
        return new Numbers(Arrays.copyOf(values, length));
    }

    public DoubleStream stream() {
        return Arrays.stream(values);
    }

    /** Returns the smallest finite number, NaN if there is none. */
    public double min() {
        return stream().filter(Double::isFinite).min().orElse(Double.NaN);
    }

    /** Returns the largest finite number, NaN if there is none. */
    public double max() {
        return stream().filter(Double::isFinite).max().orElse(Double.NaN);
    }

    public double[] toArray() {
        return values.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Numbers numbers && Arrays.equals(values, numbers.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
