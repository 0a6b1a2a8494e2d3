package himalia.display.chart.data;

import himalia.display.chart.mark.Numbers;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How densely values lie, as a smooth curve: normal kernels with Scott's width, as scipy's {@code gaussian_kde} has them.
 *
 * @param x where the curve is known
 * @param y how densely values lie there; the area below is 1
 */
public record Density(Numbers x, Numbers y) {
    private static final int POINTS = 200;
    private static final int CELLS = 2048;
    private static final double REACH = 3;

    /** Returns the curve; nothing where there are fewer than two different values. */
    public static Optional<Density> of(double... given) {
        var values = Arrays.stream(given).filter(Double::isFinite).toArray();
        var mean = Arrays.stream(values).average().orElse(0);
        var squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        if (values.length < 2 || squares == 0) {
            return Optional.empty();
        }
        var width = Math.sqrt(squares / (values.length - 1)) * Math.pow(values.length, -0.2);
        var low = Arrays.stream(values).min().orElseThrow() - REACH * width;
        var high = Arrays.stream(values).max().orElseThrow() + REACH * width;
        var x =
                IntStream.range(0, POINTS)
                        .mapToDouble(i -> low + (high - low) * i / (POINTS - 1))
                        .toArray();
        // Each value's weight goes to its two nearest cells: a hundred thousand values cost what
        // two thousand do.
        var cells = values.length > CELLS ? gathered(values, low, high) : new double[0];
        var y = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            double sum = 0;
            if (cells.length > 0) {
                for (int c = 0; c < CELLS; c++) {
                    var at = low + (high - low) * c / (CELLS - 1);
                    sum += cells[c] == 0 ? 0 : cells[c] * kernel((x[i] - at) / width);
                }
            } else {
                for (var value : values) {
                    sum += kernel((x[i] - value) / width);
                }
            }
            y[i] = sum / (values.length * width);
        }
        return Optional.of(new Density(Numbers.of(x), Numbers.of(y)));
    }

    private static double[] gathered(double[] values, double low, double high) {
        var cells = new double[CELLS];
        for (var value : values) {
            var place = (value - low) / (high - low) * (CELLS - 1);
            int cell = Math.min(CELLS - 2, (int) place);
            cells[cell] += 1 - (place - cell);
            cells[cell + 1] += place - cell;
        }
        return cells;
    }

    private static double kernel(double distance) {
        return Math.exp(-distance * distance / 2) / Math.sqrt(2 * Math.PI);
    }
}
