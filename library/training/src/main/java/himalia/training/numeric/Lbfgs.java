package himalia.training.numeric;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Finds the minimum of a smooth convex function, by the limited-memory method of Broyden, Fletcher, Goldfarb and
 * Shanno: steps downhill, each bent by what the last few taught about the curvature.
 *
 * <pre>{@code
 * var square = new Lbfgs.Function() {
 *     public int size() {
 *         return 1;
 *     }
 *
 *     public double valueAndGradient(double[] point, double[] gradient) {
 *         gradient[0] = 2 * (point[0] - 3);
 *         return (point[0] - 3) * (point[0] - 3);
 *     }
 * };
 * Lbfgs.minimise(square, (step, value) -> {})   // 3.0
 * }</pre>
 *
 * <p>D. C. Liu, J. Nocedal (1989): On the limited memory BFGS method for large scale optimization. Mathematical
 * Programming 45, 503–528.
 */
public final class Lbfgs {
    /** After so many steps it ends, short of the minimum. */
    public static final int MOST_STEPS = 2000;

    private static final int REMEMBERED = 10;
    private static final double FLAT = 1e-8;

    /** What is minimised. */
    public interface Function {
        int size();

        /** Returns the value at a point, and writes the gradient there. */
        double valueAndGradient(double[] point, double[] gradient);
    }

    /** What is told before each step: how many were taken, and the value so far; may end it by an exception. */
    public interface Watch {
        void before(int step, double value);
    }

    /** One step taken: by how far, by how much the gradient changed, and their product's inverse. */
    private record Step(double[] moved, double[] turned, double inverse) {}

    private Lbfgs() {}

    public static double[] minimise(Function function, Watch watch) {
        var point = new double[function.size()];
        var gradient = new double[point.length];
        double value = function.valueAndGradient(point, gradient);
        Deque<Step> steps = new ArrayDeque<>();
        for (int step = 0; step < MOST_STEPS && largest(gradient) > FLAT; step++) {
            watch.before(step, value);
            var direction = downhill(gradient, steps);
            double slope = dot(direction, gradient);
            double length = steps.isEmpty() ? Math.min(1, 1 / Math.sqrt(-slope)) : 1;
            var next = new double[point.length];
            var nextGradient = new double[point.length];
            double nextValue;
            do {
                for (int i = 0; i < point.length; i++) {
                    next[i] = point[i] + length * direction[i];
                }
                nextValue = function.valueAndGradient(next, nextGradient);
                length /= 2;
            } while (!(nextValue <= value + 2e-4 * length * slope) && length > 1e-12);
            if (!(nextValue < value)) {
                // What is left is below the precision of the value itself.
                return point;
            }
            remember(steps, point, next, gradient, nextGradient);
            point = next;
            gradient = nextGradient;
            value = nextValue;
        }
        return point;
    }

    private static void remember(
            Deque<Step> steps,
            double[] point,
            double[] next,
            double[] gradient,
            double[] nextGradient) {
        var moved = new double[point.length];
        var turned = new double[point.length];
        for (int i = 0; i < point.length; i++) {
            moved[i] = next[i] - point[i];
            turned[i] = nextGradient[i] - gradient[i];
        }
        double product = dot(moved, turned);
        if (product <= 0) {
            return;
        }
        steps.addFirst(new Step(moved, turned, 1 / product));
        if (steps.size() > REMEMBERED) {
            steps.removeLast();
        }
    }

    /** The two loops of the method: the gradient, turned by the inverse of the curvature as far as it is known. */
    private static double[] downhill(double[] gradient, Deque<Step> steps) {
        var direction = new double[gradient.length];
        for (int i = 0; i < gradient.length; i++) {
            direction[i] = -gradient[i];
        }
        var shares = new ArrayDeque<Double>();
        for (var step : steps) {
            double share = step.inverse * dot(step.moved, direction);
            shares.addFirst(share);
            add(direction, -share, step.turned);
        }
        if (!steps.isEmpty()) {
            var newest = steps.getFirst();
            double scale = 1 / (newest.inverse * dot(newest.turned, newest.turned));
            for (int i = 0; i < direction.length; i++) {
                direction[i] *= scale;
            }
        }
        var oldestFirst = steps.descendingIterator();
        while (oldestFirst.hasNext()) {
            var step = oldestFirst.next();
            double share = shares.removeFirst() - step.inverse * dot(step.turned, direction);
            add(direction, share, step.moved);
        }
        return direction;
    }

    private static void add(double[] sum, double times, double[] values) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += times * values[i];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
