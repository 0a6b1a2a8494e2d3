package himalia.features.leakage;

import himalia.display.bundle.InterruptCheck;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Test rows as they could have been: each is moved by as much as two of its nearest differ.
 *
 * <p>So whole numbers stay whole, and rows of a line stay on it: whatever of that lets rows lie between others, or be equal, the
 * imitations have it, too. What was made from other rows is gone. Where many rows have one value, such as a mean in the place of
 * what is missing, those that have it keep it, and are moved as others do that have it.
 */
final class Imitation {
    private static final int NEAREST = 5;

    /** Among so many rows the nearest are looked for. */
    static final int LOOKED_AT = 1_000;

    private final int numbers;

    /** The square of the distance of rows that are no others. */
    private final double same;

    private final int[] rows;
    private final int[][] beside;
    private final FrequentValues frequent;
    private final SplittableRandom random = new SplittableRandom(11);

    /**
     * Looks for the nearest of each of the rows.
     *
     * @param among the rows that may be near
     * @param frequent the values of all of them that are kept
     * @param numbers how many columns hold numbers; those behind them hold codes of texts
     */
    Imitation(double[][] all, int[] rows, int[] among, FrequentValues frequent, int numbers) {
        this(all, rows, among, frequent, numbers, 0, new int[rows.length][0]);
    }

    /**
     * Looks for the nearest that are others.
     *
     * @param same how far rows may be from a row to be no others
     * @param first for each of the rows those that are asked first, nearest first
     */
    Imitation(
            double[][] all,
            int[] rows,
            int[] among,
            FrequentValues frequent,
            int numbers,
            double same,
            int[][] first) {
        this.numbers = numbers;
        this.same = same * same;
        this.rows = rows;
        this.frequent = frequent;
        int step = Math.max(1, among.length / LOOKED_AT);
        var others =
                IntStream.range(0, among.length)
                        .filter(i -> i % step == 0)
                        .map(i -> among[i])
                        .toArray();
        var shapes =
                IntStream.of(others)
                        .boxed()
                        .collect(Collectors.groupingBy(other -> frequent.shape(all[other])));
        var interrupt = new InterruptCheck();
        beside =
                IntStream.range(0, rows.length)
                        .parallel()
                        .mapToObj(
                                i -> {
                                    interrupt.ask();
                                    var apart = apart(all, rows[i], first[i]);
                                    return apart.length < 2
                                            ? alike(all, rows[i], others, shapes)
                                            : apart;
                                })
                        .toArray(int[][]::new);
    }

    /** The nearest of its shape; of whatever shape where it has not two. */
    private int[] alike(double[][] all, int row, int[] others, Map<Long, List<Integer>> shapes) {
        var ofShape = shapes.getOrDefault(frequent.shape(all[row]), List.of());
        var near = nearest(all, row, ofShape.stream().mapToInt(other -> other).toArray());
        return near.length < 2 ? nearest(all, row, others) : near;
    }

    /** The first of its shape that are others than the row, and than each other. */
    private int[] apart(double[][] all, int row, int[] first) {
        var apart = new int[NEAREST];
        int count = 0;
        for (int other : first) {
            boolean isOther =
                    distance(all[row], all[other]) > same
                            && frequent.shape(all[row]) == frequent.shape(all[other]);
            for (int i = 0; i < count && isOther; i++) {
                isOther = distance(all[apart[i]], all[other]) > same;
            }
            if (isOther && count < NEAREST) {
                apart[count++] = other;
            }
        }
        return Arrays.copyOf(apart, count);
    }

    /** The nearest rows that are others than the row, and than each other. */
    private int[] nearest(double[][] all, int row, int[] others) {
        var near = new int[NEAREST];
        var far = new double[NEAREST];
        int count = 0;
        for (int other : others) {
            double distance = distance(all[row], all[other]);
            if (distance <= same || count == NEAREST && distance >= far[NEAREST - 1]) {
                continue;
            }
            int place = 0;
            while (place < count && far[place] <= distance) {
                if (Arrays.equals(all[near[place]], all[other])) {
                    break;
                }
                place++;
            }
            if (place < count && Arrays.equals(all[near[place]], all[other])) {
                continue;
            }
            count = Math.min(NEAREST, count + 1);
            for (int i = count - 1; i > place; i--) {
                near[i] = near[i - 1];
                far[i] = far[i - 1];
            }
            near[place] = other;
            far[place] = distance;
        }
        return Arrays.copyOf(near, count);
    }

    private static double distance(double[] one, double[] other) {
        double sum = 0;
        for (int j = 0; j < one.length; j++) {
            sum += (one[j] - other[j]) * (one[j] - other[j]);
        }
        return sum;
    }

    /** Moves each row by the difference of two of its nearest; one that has not two stays. */
    void moved(double[][] all, double[][] into) {
        for (int i = 0; i < rows.length; i++) {
            into[rows[i]] = moved(all, i);
        }
    }

    /** The same several times over: by five neighbours, one move takes a row to twenty places only. */
    void moved(double[][] all, double[][] into, int moves) {
        for (int i = 0; i < rows.length; i++) {
            var row = all[rows[i]];
            var near = beside[i];
            // Always from the nearer to the farther, or always back: so no row comes to where it
            // was.
            boolean isForth = random.nextBoolean();
            for (int move = 0; move < moves && near.length > 1; move++) {
                int one = random.nextInt(near.length);
                int two = (one + 1 + random.nextInt(near.length - 1)) % near.length;
                int nearer = near[Math.min(one, two)];
                int farther = near[Math.max(one, two)];
                row = isForth ? moved(all, row, nearer, farther) : moved(all, row, farther, nearer);
            }
            into[rows[i]] = row;
        }
    }

    private double[] moved(double[][] all, int i) {
        var here = all[rows[i]];
        var near = beside[i];
        if (near.length < 2) {
            return here;
        }
        int one = random.nextInt(near.length);
        int two = (one + 1 + random.nextInt(near.length - 1)) % near.length;
        return moved(all, here, near[one], near[two]);
    }

    private double[] moved(double[][] all, double[] here, int first, int second) {
        var from = all[first];
        var to = all[second];
        var moved = here.clone();
        for (int j = 0; j < moved.length; j++) {
            boolean isKept =
                    frequent.has(j, here[j]) || frequent.has(j, from[j]) || frequent.has(j, to[j]);
            if (from[j] != to[j] && !isKept) {
                moved[j] =
                        j < numbers ? here[j] + (to[j] - from[j]) : other(here[j], from[j], to[j]);
            }
        }
        return moved;
    }

    private double other(double here, double from, double to) {
        return here == from || here != to && random.nextBoolean() ? to : here;
    }

    /** Takes each value from the row or from one near it, and at least one from both where they differ in two. */
    void crossed(double[][] all, double[][] into) {
        for (int i = 0; i < rows.length; i++) {
            into[rows[i]] = crossed(all, i);
        }
    }

    private double[] crossed(double[][] all, int i) {
        var here = all[rows[i]];
        if (beside[i].length == 0) {
            return here;
        }
        var there = all[beside[i][random.nextInt(beside[i].length)]];
        var differ = IntStream.range(0, here.length).filter(j -> here[j] != there[j]).toArray();
        if (differ.length == 1 && differ[0] < numbers) {
            return moved(all, i);
        }
        var crossed = here.clone();
        int kept = random.nextInt(differ.length);
        int taken = (kept + 1 + random.nextInt(Math.max(1, differ.length - 1))) % differ.length;
        for (int d = 0; d < differ.length; d++) {
            if (d == taken || d != kept && random.nextBoolean()) {
                crossed[differ[d]] = there[differ[d]];
            }
        }
        return crossed;
    }
}
