package himalia.online;

import java.util.ArrayList;
import java.util.List;

/**
 * The window of an {@link Adwin}, as buckets of 1, 2, 4 … numbers.
 *
 * <pre>{@code
 * AdwinState state = new Adwin().start();
 * state.add(1);
 * state.width()      // how many numbers it still holds
 * state.mean()
 * }</pre>
 */
public final class AdwinState implements DriftState {
    private final Adwin settings;

    /** Of each size, the oldest bucket first. */
    private final List<List<Bucket>> sizes = new ArrayList<>(List.of(new ArrayList<>()));

    private long seen;
    private double width;
    private double total;
    private double squares;
    private double statistic;

    AdwinState(Adwin settings) {
        this.settings = settings;
    }

    /**
     * Some numbers next to each other.
     *
     * @param total their sum
     * @param squares the sum of their squared distances from their mean
     */
    private record Bucket(double total, double squares) {}

    /** Returns how many numbers the window holds. */
    public long width() {
        return (long) width;
    }

    /** Returns the mean of the numbers that it holds; 0 of none. */
    public double mean() {
        return width == 0 ? 0 : total / width;
    }

    /** Returns their variance, divided by their number; 0 of none. */
    public double variance() {
        return width == 0 ? 0 : squares / width;
    }

    /** Returns by how much the two parts differed that differed most beyond what chance does, at the last look. */
    @Override
    public double statistic() {
        return statistic;
    }

    @Override
    public DriftSignal add(double value) {
        DriftSettings.finite(settings.name(), value);
        sizes.get(0).add(new Bucket(value, 0));
        width++;
        if (width > 1) {
            double apart = value - total / (width - 1);
            squares += (width - 1) * apart * apart / width;
        }
        total += value;
        compress();
        seen++;
        if (seen % settings.clock() != 0 || width <= settings.grace()) {
            return DriftSignal.STABLE;
        }
        statistic = Double.NEGATIVE_INFINITY;
        boolean hasShrunk = false;
        while (isCut()) {
            dropOldest();
            hasShrunk = true;
        }
        return hasShrunk ? DriftSignal.DRIFT : DriftSignal.STABLE;
    }

    /** Makes one bucket of the two oldest of a size, where it has too many. */
    private void compress() {
        for (int size = 0; size < sizes.size(); size++) {
            var buckets = sizes.get(size);
            if (buckets.size() <= settings.maxBuckets()) {
                return;
            }
            if (size + 1 == sizes.size()) {
                sizes.add(new ArrayList<>());
            }
            double numbers = Math.scalb(1.0, size);
            var one = buckets.remove(0);
            var other = buckets.remove(0);
            double apart = (one.total - other.total) / numbers;
            sizes.get(size + 1)
                    .add(
                            new Bucket(
                                    one.total + other.total,
                                    one.squares + other.squares + numbers * apart * apart / 2));
        }
    }

    /** Returns whether some cut leaves two parts that differ; the oldest cut that does ends the search. */
    private boolean isCut() {
        double old = 0;
        double oldTotal = 0;
        for (int size = sizes.size() - 1; size >= 0; size--) {
            for (var bucket : sizes.get(size)) {
                old += Math.scalb(1.0, size);
                oldTotal += bucket.total;
                double fresh = width - old;
                if (old >= settings.minWindow() && fresh >= settings.minWindow()) {
                    double apart = Math.abs(oldTotal / old - (total - oldTotal) / fresh);
                    double beyond = apart - bound(old, fresh);
                    statistic = Math.max(statistic, beyond);
                    if (beyond > 0) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private double bound(double old, double fresh) {
        double harmonic =
                1 / (old - settings.minWindow() + 1) + 1 / (fresh - settings.minWindow() + 1);
        double delta = Math.log(2 * Math.log(width) / settings.delta());
        return Math.sqrt(2 * harmonic * variance() * delta) + 2.0 / 3 * delta * harmonic;
    }

    private void dropOldest() {
        int size = sizes.size() - 1;
        var oldest = sizes.get(size).remove(0);
        double numbers = Math.scalb(1.0, size);
        width -= numbers;
        total -= oldest.total;
        double apart = oldest.total / numbers - total / width;
        squares -= oldest.squares + numbers * width * apart * apart / (numbers + width);
        while (size > 0 && sizes.get(size).isEmpty()) {
            sizes.remove(size--);
        }
    }
}
