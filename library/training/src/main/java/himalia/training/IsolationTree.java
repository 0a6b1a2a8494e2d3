package himalia.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Grows a tree that asks for a feature by chance, at a cut by chance, until rows are alone; leaves say how long the way is. */
final class IsolationTree {
    private static final double EULER = 0.5772156649015329;
    private static final Question NONE = new Question(-1, 0);
    private static final double LOG_2 = Math.log(2);

    private final double[][] rows;
    private final RandomGenerator random;
    private final Runnable ask;
    private final int depth;
    private final List<Integer> features = new ArrayList<>();
    private final List<Double> cuts = new ArrayList<>();
    private final List<int[]> next = new ArrayList<>();
    private final List<double[]> lengths = new ArrayList<>();

    /**
     * Prepares it.
     *
     * @param ask throws where the tree is to end; asked at each node
     */
    IsolationTree(double[][] rows, RandomGenerator random, Runnable ask) {
        this.rows = rows;
        this.random = random;
        this.ask = ask;
        depth = (int) Math.ceil(Math.log(rows.length) / LOG_2);
    }

    /** Returns how many questions it takes on the mean to part one of so many rows from the others. */
    static double meanLength(int rows) {
        if (rows <= 2) {
            return rows - 1.0;
        }
        return 2 * (Math.log(rows - 1.0) + EULER) - 2 * (rows - 1.0) / rows;
    }

    Tree grow() {
        grow(IntStream.range(0, rows.length).toArray(), 0);
        return new Tree(
                features.stream().mapToInt(Integer::intValue).toArray(),
                cuts.stream().mapToDouble(Double::doubleValue).toArray(),
                next.stream().mapToInt(pair -> pair[0]).toArray(),
                next.stream().mapToInt(pair -> pair[1]).toArray(),
                lengths.toArray(double[][]::new));
    }

    /** A question by chance. */
    private record Question(int feature, double cut) {}

    /** Returns the number of the node. */
    private int grow(int[] some, int asked) {
        ask.run();
        int node = features.size();
        var question = some.length > 1 && asked < depth ? drawn(some) : NONE;
        var children = new int[] {-1, -1};
        features.add(question.feature());
        cuts.add(question.cut());
        next.add(children);
        if (question.feature() < 0) {
            lengths.add(new double[] {asked + meanLength(some.length)});
            return node;
        }
        lengths.add(new double[0]);
        children[0] = grow(part(some, question, false), asked + 1);
        children[1] = grow(part(some, question, true), asked + 1);
        return node;
    }

    /** Draws features until one differs; none where no one does. */
    private Question drawn(int[] some) {
        var left = IntStream.range(0, rows[0].length).toArray();
        for (int count = left.length; count > 0; count--) {
            int place = random.nextInt(count);
            int feature = left[place];
            double low = rows[some[0]][feature];
            double high = low;
            for (int row : some) {
                low = Math.min(low, rows[row][feature]);
                high = Math.max(high, rows[row][feature]);
            }
            if (low < high) {
                return new Question(feature, between(low, high));
            }
            left[place] = left[count - 1];
        }
        return NONE;
    }

    private double between(double low, double high) {
        double share = random.nextDouble();
        // The width alone may be more than a double holds.
        double cut = low * (1 - share) + high * share;
        return cut >= low && cut < high ? cut : low;
    }

    private int[] part(int[] some, Question question, boolean isAbove) {
        return Arrays.stream(some)
                .filter(row -> rows[row][question.feature()] > question.cut() == isAbove)
                .toArray();
    }
}
