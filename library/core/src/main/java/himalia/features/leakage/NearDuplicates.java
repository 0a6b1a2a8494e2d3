package himalia.features.leakage;

import himalia.display.bundle.Amount;
import himalia.display.bundle.InterruptCheck;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/** Test rows of which a training row differs by a hundredth of a deviation at most, in every column. */
final class NearDuplicates {
    private static final double NEAR = 0.01;

    /** In fewer columns many rows are near each other by chance. */
    private static final int FEWEST_COLUMNS = 3;

    private NearDuplicates() {}

    static List<Leak> of(
            Table train, Table test, List<String> columns, Map<Integer, List<Integer>> exact) {
        var numbers = Numbers.of(train, test, columns);
        if (numbers.names().size() < FEWEST_COLUMNS) {
            return List.of();
        }
        var texts = columns.stream().filter(name -> !Numbers.are(train, name)).toList();
        var rows = numbers.rows();
        int trainRows = numbers.trainRows();
        int by = mostDifferent(rows);
        var order =
                IntStream.range(0, trainRows)
                        .boxed()
                        .sorted(Comparator.comparingDouble(row -> rows[row][by]))
                        .mapToInt(row -> row)
                        .toArray();
        var near = new ArrayList<Integer>();
        int example = -1;
        var interrupt = new InterruptCheck();
        for (int row = trainRows; row < rows.length; row++) {
            interrupt.ask();
            int mine = row - trainRows;
            if (!exact.containsKey(mine)) {
                int other =
                        near(
                                rows,
                                order,
                                by,
                                rows[row],
                                found -> sameTexts(train, found, test, mine, texts));
                if (other >= 0) {
                    near.add(mine);
                    example = near.size() == 1 ? other : example;
                }
            }
        }
        if (near.isEmpty()) {
            return List.of();
        }
        return List.of(
                new Leak(
                        Leak.Kind.NEAR_DUPLICATES,
                        "",
                        "%d of %s are almost rows of the training table: row %d is near its row %d"
                                .formatted(
                                        near.size(),
                                        Amount.of(test.rowCount(), "test row"),
                                        near.get(0),
                                        example),
                        "see whether they are the same thing seen twice; if so, keep both in one table",
                        near));
    }

    /** By a column of few values, each row would have thousands beside it. */
    private static int mostDifferent(double[][] rows) {
        return IntStream.range(0, rows[0].length)
                .boxed()
                .max(
                        Comparator.comparingLong(
                                j ->
                                        Arrays.stream(rows)
                                                .mapToDouble(row -> row[j])
                                                .distinct()
                                                .count()))
                .orElse(0);
    }

    /** Returns the first training row that is near and has the same texts; -1 if none has. */
    private static int near(
            double[][] rows, int[] order, int by, double[] row, IntPredicate hasSameTexts) {
        int low = 0;
        int high = order.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rows[order[middle]][by] < row[by] - NEAR) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        for (int at = low; at < order.length && rows[order[at]][by] <= row[by] + NEAR; at++) {
            if (isNear(rows[order[at]], row) && hasSameTexts.test(order[at])) {
                return order[at];
            }
        }
        return -1;
    }

    private static boolean isNear(double[] one, double[] other) {
        for (int j = 0; j < one.length; j++) {
            if (Math.abs(one[j] - other[j]) > NEAR) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameTexts(
            Table train, int other, Table test, int mine, List<String> texts) {
        return texts.stream()
                .allMatch(
                        name ->
                                Objects.equals(
                                        train.column(name).getString(other).strip(),
                                        test.column(name).getString(mine).strip()));
    }
}
