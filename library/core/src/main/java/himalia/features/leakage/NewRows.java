package himalia.features.leakage;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The test rows that no training row equals: what was made from one that is in both tables was made from training rows. */
final class NewRows {
    private final Set<List<Long>> learnt;
    private final boolean[] are;

    NewRows(Numbers numbers) {
        learnt =
                Arrays.stream(numbers.rows(), 0, numbers.trainRows())
                        .map(EqualRows::key)
                        .collect(Collectors.toSet());
        are = new boolean[numbers.rows().length];
        mark(numbers.rows(), IntStream.range(numbers.trainRows(), are.length).toArray(), are);
    }

    private void mark(double[][] rows, int[] test, boolean[] marked) {
        for (int row : test) {
            marked[row] = !learnt.contains(EqualRows.key(rows[row]));
        }
    }

    /** Returns which of all rows are. */
    boolean[] are() {
        return are;
    }

    /** Returns which are once some test rows have become others. */
    boolean[] are(double[][] rows, int[] test) {
        var marked = are.clone();
        mark(rows, test, marked);
        return marked;
    }
}
