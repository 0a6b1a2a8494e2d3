package himalia.features.leakage;

import himalia.display.bundle.Amount;
import himalia.display.bundle.InterruptCheck;
import himalia.model.Labels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Rows that lie exactly on the line between two others of their class, as SMOTE makes them, where the three are not all in one
 * table. Real rows are seldom so exact. Those that are, since their numbers are round, stand at simple fractions of the way, and
 * are left out; and what chance finds besides, it finds in imitations of the test table, too.
 */
final class SyntheticRows {
    private static final double EXACT = 1e-9;
    private static final int ROUND = 50;
    private static final int FEWEST = 5;
    private static final double RARE = 1e-4;

    /** Of large tables more rows are found, and a few imitations are enough. */
    private static final int MOST_IMITATIONS = 40;

    private static final int FEWEST_IMITATIONS = 4;
    private static final long MOST_WORK = 30_000_000;
    private static final int MOST_OF_A_CLASS = 10_000;

    /** The bits of a place among so many rows. */
    private static final long PLACES = (1 << 14) - 1;

    private static final int MOST_ASKED = 400;

    /** Numbers of few values put many rows in one direction; of each row so many others there are looked at. */
    private static final int MOST_BESIDE = 64;

    private final Numbers numbers;
    private final double[] compass;

    /** The test rows that no training row equals: what was made from one that is in both tables was made from training rows. */
    private final boolean[] isNew;

    private SyntheticRows(Numbers numbers) {
        this.numbers = numbers;
        isNew = isNew(numbers);
        var random = new SplittableRandom(7);
        compass = random.doubles(numbers.names().size(), 0.5, 1.5).toArray();
        for (int j = 1; j < compass.length; j += 2) {
            compass[j] = -compass[j];
        }
    }

    private static boolean[] isNew(Numbers numbers) {
        var learnt = new HashSet<List<Long>>();
        var isNew = new boolean[numbers.rows().length];
        for (int row = 0; row < isNew.length; row++) {
            var key = EqualRows.key(numbers.rows()[row]);
            if (row < numbers.trainRows()) {
                learnt.add(key);
            } else {
                isNew[row] = !learnt.contains(key);
            }
        }
        return isNew;
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
            var group = Group.of(mine.toArray(), theirs.toArray());
            var ofClass = search.find(group);
            if (isSurprising(numbers, group, ofClass.size())) {
                found.addAll(ofClass);
            }
            lookedAt += Math.min(group.test().length, MOST_ASKED);
        }
        return found.isEmpty()
                ? List.of()
                : search.leak(found, learnt.size(), asked.size(), lookedAt);
    }

    /** The rows of a class. */
    private record Group(int[] train, int[] test) {
        static Group of(int[] train, int[] test) {
            return train.length + test.length > MOST_OF_A_CLASS || test.length == 0
                    ? new Group(every(train, MOST_OF_A_CLASS / 2), every(test, MOST_OF_A_CLASS / 2))
                    : new Group(train, test);
        }

        long work() {
            return (long) (train.length + test.length)
                    * (Math.min(train.length, MOST_ASKED) + Math.min(test.length, MOST_ASKED));
        }
    }

    /**
     * Rows of whole numbers, of few columns, or of columns that follow from each other lie between others by chance: as often as
     * those of an imitation do.
     */
    private static boolean isSurprising(Numbers numbers, Group group, int found) {
        if (found < FEWEST) {
            return false;
        }
        long work = Math.max(1, group.work());
        int most = (int) Math.max(FEWEST_IMITATIONS, Math.min(MOST_IMITATIONS, MOST_WORK / work));
        var test = IntStream.range(numbers.trainRows(), numbers.rows().length).toArray();
        int width = numbers.names().size();
        // Those of its class have its shape, and those of all classes are nearer.
        var own = new Imitation(numbers.rows(), group.test(), group.test(), width);
        var any = new Imitation(numbers.rows(), group.test(), test, width);
        int byOwn = 0;
        int byAny = 0;
        for (int i = 1; i <= most; i++) {
            byOwn += count(numbers, own, group);
            byAny += count(numbers, any, group);
            int chance = Math.max(byOwn, byAny);
            if (Surprise.is(RARE, found, chance, i)) {
                return true;
            }
            if (Surprise.isNever(found, chance, i)) {
                return false;
            }
        }
        return false;
    }

    private static int count(Numbers numbers, Imitation imitation, Group group) {
        var rows = numbers.rows().clone();
        imitation.moved(numbers.rows(), rows);
        var all = new Numbers(numbers.names(), rows, numbers.trainRows());
        return new SyntheticRows(all).find(group).size();
    }

    private List<Leak> leak(List<Between> found, int trainRows, int testRows, int lookedAt) {
        var test = new TreeMap<Integer, Between>();
        var parents = new TreeSet<Integer>();
        for (var each : found) {
            if (each.row() >= trainRows) {
                test.put(each.row() - trainRows, each);
            } else {
                parents.add((isNew[each.from()] ? each.from() : each.to()) - trainRows);
            }
        }
        var rows = new TreeSet<>(test.keySet());
        rows.addAll(parents);
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

    private List<Between> find(Group group) {
        var train = group.train();
        var test = group.test();
        var all = IntStream.concat(IntStream.of(train), IntStream.of(test)).toArray();
        var asked =
                IntStream.concat(
                                IntStream.of(every(train, MOST_ASKED)),
                                IntStream.of(every(test, MOST_ASKED)))
                        .toArray();
        var interrupt = new InterruptCheck();
        return IntStream.of(asked)
                .parallel()
                .mapToObj(row -> between(row, all, interrupt))
                .flatMap(List::stream)
                .toList();
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
    private List<Between> between(int row, int[] all, InterruptCheck interrupt) {
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
                        isNew[all[one]] != isNew[all[other]] || isNew[all[one]] != isNew[row];
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
