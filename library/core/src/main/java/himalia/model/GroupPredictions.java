package himalia.model;

import static himalia.display.bundle.Given.given;

import java.util.Arrays;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * What a model says of each row where it finds groups.
 *
 * <pre>{@code
 * int[] groups = new KMeans(3, 42).fit(table).predict(table).groups();
 * GroupPredictions.of(new int[] {0, 1, GroupPredictions.NOISE}).table()    // group: 0, 1, -1
 * }</pre>
 */
public final class GroupPredictions implements Predictions {
    /** The number of rows that are of no group. */
    public static final int NOISE = -1;

    private final int[] groups;

    private GroupPredictions(int[] groups) {
        this.groups = groups;
    }

    /**
     * Makes predictions, one a row.
     *
     * @param groups numbers from 0, or {@link #NOISE}
     */
    public static GroupPredictions of(int[] groups) {
        given(groups, "groups");
        for (int row = 0; row < groups.length; row++) {
            if (groups[row] < NOISE) {
                throw new IllegalArgumentException(
                        "row %d is of group %d; groups are numbered from 0, and -1 is none"
                                .formatted(row, groups[row]));
            }
        }
        return new GroupPredictions(groups.clone());
    }

    @Override
    public int size() {
        return groups.length;
    }

    @Override
    public int group(int row) {
        return groups[PredictedRow.checked(row, size())];
    }

    @Override
    public int[] groups() {
        return groups.clone();
    }

    /** Returns the predictions as a table of one column, {@code group}. */
    @Override
    public Table table() {
        return Table.create("predictions", IntColumn.create("group", groups));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GroupPredictions that && Arrays.equals(groups, that.groups);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(groups);
    }

    @Override
    public String toString() {
        return "%d predictions of a group".formatted(size());
    }
}
