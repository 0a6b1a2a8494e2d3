package himalia.sampling;

import himalia.table.Seeds;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A few directions, at right angles to each other, in which points differ most, and how long a point is beside them: a distance
 * along those alone is never longer than the whole, since two lengths differ by no more than two points do, and mostly not much
 * shorter.
 *
 * <p>They need not be the principal axes exactly, so a sample of the points and some rounds of subspace iteration do.
 * Where a few directions do not say most of a distance, all columns are taken as they are.
 */
final class Axes {
    private static final int SAMPLE = 1024;
    private static final int MEDIAN_OF = 17;
    private static final int MOST = 32;
    private static final int ROUNDS = 6;

    /** Up to here all columns are few. */
    private static final int FEW = 8;

    /** Up to here all pairs are few, and directions cost more than they spare. */
    private static final int FEW_POINTS = 1024;

    /** Up to here the products of all pairs of columns are few, and stand for the sample. */
    private static final int FEW_PRODUCTS = 512;

    /** How much of the squared distances the directions have to say. */
    private static final double SHARE = 0.95;

    /** A point that takes part in no distance, whatever its numbers: no direction is that long. */
    private static final double FAR = 1e18;

    private final double[] middle;
    private final double[][] directions;

    /** A power of two, so that scaling rounds nothing; the square of a scaled number is never too large. */
    private final double scale;

    Axes(double[][] points) {
        var sample = sample(points);
        middle = middle(sample);
        scale = scale(points, middle);
        directions = points.length <= FEW_POINTS ? new double[0][] : directions(sample);
    }

    /** Returns how many numbers are read for a place. */
    int cost() {
        return middle.length * Math.max(1, 2 * directions.length);
    }

    /** Returns how many numbers a place has: one for each direction, and its length beside them. */
    int count() {
        return directions.length == 0 ? middle.length : directions.length + 1;
    }

    /** Returns how many of them, the first, are places along a direction. */
    int straight() {
        return directions.length == 0 ? middle.length : directions.length;
    }

    double scale() {
        return scale;
    }

    /** Writes where a point is along each direction; returns its length, in all dimensions. */
    double project(double[] point, float[] place) {
        var moved = new double[middle.length];
        var sum = 0.0;
        for (var j = 0; j < moved.length; j++) {
            var way = (point[j] - middle[j]) * scale;
            sum += way * way;
            // What is brought nearer comes no further away from any point, and no sum is endless.
            moved[j] = within(way);
        }
        for (var k = 0; k < directions.length; k++) {
            var value = product(moved, directions[k]);
            add(moved, -value, directions[k]);
            place[k] = (float) within(value);
        }
        if (directions.length > 0) {
            place[directions.length] = (float) within(Math.sqrt(product(moved, moved)));
            return Math.sqrt(sum);
        }
        for (var j = 0; j < moved.length; j++) {
            place[j] = (float) moved[j];
        }
        return Math.sqrt(sum);
    }

    private static double within(double value) {
        return Math.max(-FAR, Math.min(FAR, value));
    }

    /** Returns about where a point is along one direction. */
    double along(int axis, double[] point) {
        if (directions.length == 0) {
            return (point[axis] - middle[axis]) * scale;
        }
        var sum = 0.0;
        for (var j = 0; j < middle.length; j++) {
            sum += (point[j] - middle[j]) * scale * directions[axis][j];
        }
        return sum;
    }

    private static double[][] sample(double[][] points) {
        var count = Math.min(SAMPLE, points.length);
        return IntStream.range(0, count)
                .mapToObj(i -> points[(int) ((long) i * points.length / count)])
                .toArray(double[][]::new);
    }

    /** About the median of each column: one value far away does not move it. */
    private static double[] middle(double[][] sample) {
        var middle = new double[sample.length == 0 ? 0 : sample[0].length];
        var values = new double[Math.min(MEDIAN_OF, sample.length)];
        for (var j = 0; j < middle.length; j++) {
            for (var i = 0; i < values.length; i++) {
                values[i] = sample[(int) ((long) i * sample.length / values.length)][j];
            }
            Arrays.sort(values);
            middle[j] = values[values.length / 2];
        }
        return middle;
    }

    private static double scale(double[][] points, double[] middle) {
        var largest = 0.0;
        for (var point : points) {
            largest = Math.max(largest, halfWay(point, middle));
        }
        var exponent = Math.max(-900, Math.getExponent(largest) + 2);
        return largest == 0 ? 1 : Math.scalb(1.0, -exponent);
    }

    /** Half of the longest way from a middle to a point along a column: the whole may be more than a double holds. */
    private static double halfWay(double[] point, double[] middle) {
        var longest = 0.0;
        for (var j = 0; j < middle.length; j++) {
            longest = Math.max(longest, Math.abs(point[j] / 2 - middle[j] / 2));
        }
        return longest;
    }

    private double[][] directions(double[][] sample) {
        if (middle.length <= FEW) {
            return new double[0][];
        }
        var rows = new double[sample.length][middle.length];
        var whole = 0.0;
        for (var i = 0; i < rows.length; i++) {
            for (var j = 0; j < middle.length; j++) {
                rows[i][j] = (sample[i][j] - middle[j]) * scale;
                whole += rows[i][j] * rows[i][j];
            }
        }
        var products = middle.length <= FEW_PRODUCTS ? products(rows) : new double[0][];
        var random = Seeds.random(0);
        var found = new double[Math.min(MOST, middle.length)][middle.length];
        for (var direction : found) {
            Arrays.setAll(direction, j -> random.nextGaussian());
        }
        for (var round = 0; round < ROUNDS; round++) {
            for (var k = 0; k < found.length; k++) {
                found[k] = towardsMore(rows, products, found[k]);
            }
            straighten(found);
        }
        var said = new double[found.length];
        for (var k = 0; k < said.length; k++) {
            said[k] = product(found[k], towardsMore(rows, products, found[k]));
        }
        return enough(found, said, SHARE * whole);
    }

    /** The products of each two columns, added up over all rows. */
    private static double[][] products(double[][] rows) {
        var columns = rows[0].length;
        var products = new double[columns][columns];
        for (var row : rows) {
            for (var j = 0; j < columns; j++) {
                add(products[j], row[j], row);
            }
        }
        return products;
    }

    /** Adds up the rows, each as often as it says of the direction; by products, where there are some. */
    private static double[] towardsMore(double[][] rows, double[][] products, double[] direction) {
        var more = new double[direction.length];
        for (var j = 0; j < products.length; j++) {
            add(more, direction[j], products[j]);
        }
        if (products.length == 0) {
            for (var row : rows) {
                add(more, product(row, direction), row);
            }
        }
        return more;
    }

    /** Brings directions to right angles and length one; twice, since rounding leaves a little the first time. */
    private static void straighten(double[][] directions) {
        for (var k = 0; k < directions.length; k++) {
            var direction = directions[k];
            for (var time = 0; time < 2; time++) {
                unit(direction);
                for (var before = 0; before < k; before++) {
                    add(direction, -product(direction, directions[before]), directions[before]);
                }
            }
            unit(direction);
        }
    }

    private static void unit(double[] direction) {
        var largest = Arrays.stream(direction).map(Math::abs).max().orElse(0);
        if (largest == 0) {
            return;
        }
        for (var j = 0; j < direction.length; j++) {
            direction[j] /= largest;
        }
        var length = Math.sqrt(product(direction, direction));
        for (var j = 0; j < direction.length; j++) {
            direction[j] /= length;
        }
    }

    /** The fewest directions, by fours with the length beside them, as they are added up, that say enough; none if all do not. */
    private static double[][] enough(double[][] directions, double[] said, double wanted) {
        var order =
                IntStream.range(0, said.length)
                        .boxed()
                        .sorted((a, b) -> Double.compare(said[b], said[a]))
                        .toList();
        var sum = 0.0;
        for (var k = 0; k < said.length; k++) {
            sum += said[order.get(k)];
            boolean isFour = k % 4 == 2 || k == said.length - 1;
            if (isFour && sum >= wanted) {
                return order.stream()
                        .limit(k + 1L)
                        .map(i -> directions[i])
                        .toArray(double[][]::new);
            }
        }
        return new double[0][];
    }

    /** Two sums, since each waits for the one before. */
    private static double product(double[] a, double[] b) {
        var even = 0.0;
        var odd = 0.0;
        var j = 0;
        for (; j + 1 < a.length; j += 2) {
            even += a[j] * b[j];
            odd += a[j + 1] * b[j + 1];
        }
        return j < a.length ? even + odd + a[j] * b[j] : even + odd;
    }

    private static void add(double[] to, double times, double[] what) {
        for (var j = 0; j < to.length; j++) {
            to[j] += times * what[j];
        }
    }
}
