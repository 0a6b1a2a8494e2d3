package himalia.table;

import static himalia.display.bundle.Given.given;

import java.util.Arrays;

/**
 * The rows of each of some codes, such as classes, found in one look at all rows.
 *
 * <pre>{@code
 * RowsByCode.of(new int[] {0, 1, 0}, 2).rows(0)   // 0, 2
 * }</pre>
 */
public final class RowsByCode {
    private final int[] rows;
    private final int[] starts;

    private RowsByCode(int[] rows, int[] starts) {
        this.rows = rows;
        this.starts = starts;
    }

    /**
     * Groups rows.
     *
     * @param codes of each row its code, from 0
     * @param many how many codes there are; some may have no row
     * @throws IndexOutOfBoundsException if a code is none of them
     */
    public static RowsByCode of(int[] codes, int many) {
        var starts = new int[many + 1];
        for (int code : given(codes, "codes")) {
            starts[code + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        var next = starts.clone();
        var rows = new int[codes.length];
        for (int row = 0; row < codes.length; row++) {
            rows[next[codes[row]]++] = row;
        }
        return new RowsByCode(rows, starts);
    }

    /** Returns the rows of a code, in order; the array is the caller's own. */
    public int[] rows(int code) {
        return Arrays.copyOfRange(rows, starts[code], starts[code + 1]);
    }
}
