package himalia.features.leakage;

import himalia.display.bundle.Amount;
import himalia.display.bundle.InterruptCheck;
import himalia.model.Labels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Rows that lie exactly on the line between two others of their class, as SMOTE makes them, where the three are not all in one
 * table. Real rows are never so exact; the few that could be by chance, since their numbers are round, stand at simple
 * fractions of the way, and are left out.
 */
final class SyntheticRows {
    private static final double EXACT = 1e-9;
    private static final int ROUND = 50;
    private static final int FEWEST = 3;
    private static final int MOST_OF_A_CLASS = 10_000;

    /** The bits of a place among so many rows. */
    private static final long PLACES = (1 << 14) - 1;

    private static final int MOST_ASKED = 400;

    /** Numbers of few values put many rows in one direction; of each row so many others there are looked at. */
    private static final int MOST_BESIDE = 64;

    private final Numbers numbers;
    private final double[] compass;

    private SyntheticRows(Numbers numbers) {
        this.numbers = numbers;
        var random = new SplittableRandom(7);
        compass = random.doubles(numbers.names().size(), 0.5, 1.5).toArray();
        for (int j = 1; j < compass.length; j += 2) {
            compass[j] = -compass[j];
        }
    }

    /** Where a row lies: between these two, of the numbers of both tables. */
    private record Between(int row, int from, int to) {}

    static List<Leak> of(
            Table train, Table test, String label, List<String> columns, List<String> classes) {
        var numbers = Numbers.of(train, test, columns);
        if (numbers.names().size() < 2) {
            return List.of();
        }
        var learnt = Labels.toCompare(train, label, classes);
        var asked = Labels.toCompare(test, label, classes);
        var search = new SyntheticRows(numbers);
        var found = new ArrayList<Between>();
        int lookedAt = 0;
        for (int k = 0; k < classes.size(); k++) {
            int code = k;
            var mine = IntStream.range(0, learnt.size()).filter(row -> learnt.code(row) == code);
            var theirs =
                    IntStream.range(0, asked.size())
                            .filter(row -> asked.code(row) == code)
                            .map(row -> row + learnt.size());
            var own = theirs.toArray();
            search.find(mine.toArray(), own, found);
            lookedAt += Math.min(own.length, MOST_ASKED);
        }
        return leak(found, learnt.size(), asked.size(), lookedAt);
    }

    private static List<Leak> leak(List<Between> found, int trainRows, int testRows, int lookedAt) {
        var test = new TreeMap<Integer, Between>();
        var parents = new TreeSet<Integer>();
        for (var each : found) {
            if (each.row() >= trainRows) {
                test.put(each.row() - trainRows, each);
            } else {
                parents.add(Math.max(each.from(), each.to()) - trainRows);
            }
        }
        var rows = new TreeSet<>(test.keySet());
        rows.addAll(parents);
        if (found.size() < FEWEST) {
            return List.of();
        }
        return List.of(
                new Leak(
                        Leak.Kind.SYNTHETIC,
                        "Smote",
                        "rows were made between others before the split, as Smote does: %d of %s lie exactly between two rows of which one is learnt from, and %d are what training rows were made from"
                                .formatted(
                                        test.size(),
                                        lookedAt < testRows
                                                ? "%,d that were looked at, of %s,"
                                                        .formatted(
                                                                lookedAt,
                                                                Amount.of(testRows, "test row"))
                                                : Amount.of(testRows, "test row"),
                                        parents.size()),
                        "split first, then balance the training table alone, or put the sampler into a Pipeline",
                        List.copyOf(rows)));
    }

    private void find(int[] train, int[] test, List<Between> found) {
        if (train.length + test.length > MOST_OF_A_CLASS || test.length == 0) {
            train = every(train, MOST_OF_A_CLASS / 2);
            test = every(test, MOST_OF_A_CLASS / 2);
        }
        var all = IntStream.concat(IntStream.of(train), IntStream.of(test)).toArray();
        var asked =
                IntStream.concat(
                                IntStream.of(every(train, MOST_ASKED)),
                                IntStream.of(every(test, MOST_ASKED)))
                        .toArray();
        int trainRows = numbers.trainRows();
        var interrupt = new InterruptCheck();
        IntStream.of(asked)
                .parallel()
                .mapToObj(row -> between(row, all, trainRows, interrupt))
                .flatMap(List::stream)
                .forEachOrdered(found::add);
    }

    /** At most so many of the rows, from everywhere among them. */
    private static int[] every(int[] rows, int most) {
        if (rows.length <= most) {
            return rows;
        }
        return IntStream.range(0, most)
                .map(i -> rows[(int) ((long) i * rows.length / most)])
                .toArray();
    }

    /** Others in opposite directions from the row stand next to each other, when sorted by how far they look along a third one. */
    private List<Between> between(int row, int[] all, int trainRows, InterruptCheck interrupt) {
        interrupt.ask();
        var here = numbers.rows()[row];
        var angles = new double[all.length];
        var order = new long[all.length];
        for (int i = 0; i < all.length; i++) {
            var there = numbers.rows()[all[i]];
            double distance = distance(here, there);
            angles[i] =
                    differInTwo(here, there)
                            ? Math.abs(along(here, there)) / distance
                            : Double.MAX_VALUE;
            // Sorted as one number each: the angle, whose last digits nobody needs, and the place.
            order[i] = Double.doubleToLongBits(angles[i]) & ~PLACES | i;
        }
        Arrays.sort(order);
        for (int i = 0; i < order.length; i++) {
            int one = (int) (order[i] & PLACES);
            int end = Math.min(order.length, i + 1 + MOST_BESIDE);
            for (int j = i + 1; j < end && angles[one] < Double.MAX_VALUE; j++) {
                int other = (int) (order[j] & PLACES);
                if (angles[other] - angles[one] > EXACT) {
                    break;
                }
                boolean isAcross =
                        all[one] >= trainRows != all[other] >= trainRows
                                || all[one] >= trainRows != row >= trainRows;
                if (isAcross
                        && isBetween(here, numbers.rows()[all[one]], numbers.rows()[all[other]])) {
                    return List.of(new Between(row, all[one], all[other]));
                }
            }
        }
        return List.of();
    }

    /** A line along one column has rows by chance, and none of them counts; there may be thousands. */
    private static boolean differInTwo(double[] one, double[] other) {
        int differ = 0;
        for (int j = 0; j < one.length && differ < 2; j++) {
            differ += one[j] == other[j] ? 0 : 1;
        }
        return differ > 1;
    }

    private static double distance(double[] from, double[] to) {
        double sum = 0;
        for (int j = 0; j < from.length; j++) {
            sum += (to[j] - from[j]) * (to[j] - from[j]);
        }
        return Math.sqrt(sum);
    }

    private double along(double[] from, double[] to) {
        double sum = 0;
        for (int j = 0; j < from.length; j++) {
            sum += compass[j] * (to[j] - from[j]);
        }
        return sum;
    }

    private static boolean isBetween(double[] here, double[] from, double[] to) {
        double back = distance(here, from);
        double forth = distance(here, to);
        int differ = 0;
        for (int j = 0; j < here.length; j++) {
            double apart = (from[j] - here[j]) / back + (to[j] - here[j]) / forth;
            if (Math.abs(apart) > 10 * EXACT) {
                return false;
            }
            differ += from[j] == to[j] ? 0 : 1;
        }
        double way = back / (back + forth);
        for (int parts = 2; parts <= ROUND; parts++) {
            if (Math.abs(way * parts - Math.rint(way * parts)) < 1e-6) {
                return false;
            }
        }
        return differ > 1;
    }
}
