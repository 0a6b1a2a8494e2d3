package himalia.storage;

import java.util.Arrays;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VarCharVector;
import tech.tablesaw.columns.Column;

/** Texts, each of which becomes a String once. */
final class TextCells extends VectorCells {
    private final TextNumbers texts = new TextNumbers();
    private int[] numbers = {};
    private byte[] bytes = {};

    TextCells(String name) {
        super(name);
    }

    @Override
    int room() {
        return numbers.length;
    }

    @Override
    void room(int rows) {
        numbers = Arrays.copyOf(numbers, rows);
    }

    @Override
    boolean copy(FieldVector vector, int rows, int at) {
        var column = (VarCharVector) vector;
        int from = column.getStartOffset(0);
        int length = column.getEndOffset(rows - 1) - from;
        if (texts.isFull(length)) {
            return false;
        }
        if (length > bytes.length) {
            bytes = new byte[size(length, bytes.length)];
        }
        column.getDataBuffer().getBytes(from, bytes, 0, length);
        boolean hasNulls = column.getNullCount() > 0;
        int begin = 0;
        for (int row = 0; row < rows; row++) {
            int end = column.getEndOffset(row) - from;
            numbers[at + row] =
                    begin == end || hasNulls && column.isNull(row)
                            ? ColumnsOfArrays.NO_TEXT
                            : number(begin, end);
            begin = end;
        }
        return true;
    }

    private int number(int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = TextNumbers.hash(hash, bytes[i]);
        }
        return texts.number(bytes, from, to, hash);
    }

    @Override
    Column<?> column(String name, int rows) {
        return ColumnsOfArrays.texts(
                name,
                numbers.length == rows ? numbers : Arrays.copyOf(numbers, rows),
                texts.texts());
    }
}
