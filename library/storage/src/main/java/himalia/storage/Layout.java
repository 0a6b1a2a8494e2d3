package himalia.storage;

import static himalia.display.bundle.Given.given;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * How the numbers of a matrix lie one behind the other: row by row, or column by column.
 *
 * <pre>{@code
 * double[] byRow = {1, 2, 3, 4, 5, 6};               // 1 2 3
 *                                                    // 4 5 6
 * double[] byColumn = Layout.toColumns(byRow, 2, 3);   // 1 4 2 5 3 6
 * Layout.rowMajorStrides(2, 3)                       // 3, 1: so many places on is the next row, the next column
 * Layout.columnMajorStrides(2, 3)                    // 1, 2
 * }</pre>
 *
 * <p>A matrix has any number of axes; the last one runs fastest by row, the first one by column. These are NumPy's orders C
 * and F.
 */
public final class Layout {
    /** In numbers: squares of it, by row and by column, fit into the cache next to the processor. */
    private static final int BLOCK = 64;

    private Layout() {}

    /** Returns by how many places the next element along each axis is off, row by row. */
    public static int[] rowMajorStrides(int... shape) {
        size(shape);
        var strides = new int[shape.length];
        int stride = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= shape[axis];
        }
        return strides;
    }

    /** Returns by how many places the next element along each axis is off, column by column. */
    public static int[] columnMajorStrides(int... shape) {
        size(shape);
        var strides = new int[shape.length];
        int stride = 1;
        for (int axis = 0; axis < shape.length; axis++) {
            strides[axis] = stride;
            stride *= shape[axis];
        }
        return strides;
    }

    /**
     * Returns the numbers of a matrix, given row by row, column by column.
     *
     * @param rows its numbers
     * @param shape how many there are along each axis: rows and columns
     * @throws IllegalArgumentException if there are not as many numbers as the shape says
     */
    public static double[] toColumns(double[] rows, int... shape) {
        check(given(rows, "rows"), shape);
        return shape.length == 2
                ? turned(rows, shape[0], shape[1])
                : moved(rows, shape, rowMajorStrides(shape), columnMajorStrides(shape));
    }

    /**
     * Returns the numbers of a matrix, given column by column, row by row.
     *
     * @param columns its numbers
     * @param shape how many there are along each axis: rows and columns
     * @throws IllegalArgumentException if there are not as many numbers as the shape says
     */
    public static double[] toRows(double[] columns, int... shape) {
        check(given(columns, "columns"), shape);
        return shape.length == 2
                ? turned(columns, shape[1], shape[0])
                : moved(columns, shape, columnMajorStrides(shape), rowMajorStrides(shape));
    }

    /** Returns numbers as they lie in memory and in files: eight bytes each, the least significant first. */
    public static byte[] littleEndianBytes(double... values) {
        var bytes = ByteBuffer.allocate(Math.multiplyExact(given(values, "values").length, 8));
        bytes.order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().put(values);
        return bytes.array();
    }

    /** Goes through squares that stay in the cache: by row alone, each number would be written to another place in memory. */
    private static double[] turned(double[] from, int rows, int columns) {
        var to = new double[from.length];
        for (int row = 0; row < rows; row += BLOCK) {
            int lastRow = Math.min(rows, row + BLOCK);
            for (int column = 0; column < columns; column += BLOCK) {
                int lastColumn = Math.min(columns, column + BLOCK);
                for (int j = column; j < lastColumn; j++) {
                    for (int i = row; i < lastRow; i++) {
                        to[j * rows + i] = from[i * columns + j];
                    }
                }
            }
        }
        return to;
    }

    private static double[] moved(double[] from, int[] shape, int[] fromStrides, int[] toStrides) {
        var to = new double[from.length];
        var index = new int[shape.length];
        for (int place = 0; place < from.length; place++) {
            int source = 0;
            int target = 0;
            for (int axis = 0; axis < shape.length; axis++) {
                source += index[axis] * fromStrides[axis];
                target += index[axis] * toStrides[axis];
            }
            to[target] = from[source];
            for (int axis = shape.length - 1; axis >= 0 && ++index[axis] == shape[axis]; axis--) {
                index[axis] = 0;
            }
        }
        return to;
    }

    private static void check(double[] values, int[] shape) {
        int size = size(shape);
        if (values.length != size) {
            throw new IllegalArgumentException(
                    "%d numbers are no matrix of %s, which has %d"
                            .formatted(values.length, words(shape), size));
        }
    }

    private static int size(int[] shape) {
        given(shape, "shape");
        int size = 1;
        for (int length : shape) {
            if (length < 0) {
                throw new IllegalArgumentException(
                        "the shape %s has an axis of less than nothing".formatted(words(shape)));
            }
            try {
                size = Math.multiplyExact(size, length);
            } catch (ArithmeticException e) {
                throw new IllegalArgumentException(
                        "a matrix of %s has more numbers than an array of Java's holds"
                                .formatted(words(shape)),
                        e);
            }
        }
        return size;
    }

    private static String words(int[] shape) {
        return Arrays.toString(shape).replaceAll("[\\[\\]]", "").replace(", ", " × ");
    }
}
