package himalia.storage;

import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.arrow.vector.BaseVariableWidthVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VarCharVector;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.columns.Column;

/** Texts, each of which becomes a String once. */
final class TextCells extends VectorCells {
    /** Of fewer rows, a memory of texts costs more than it spares. */
    private static final int MANY = 1_000;

    private final TextNumbers texts = new TextNumbers();
    private @Nullable ShortTexts known;
    private int[] numbers = {};
    private int[] ends = {};
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
        read(column, rows, from, length);
        if (known == null && rows >= MANY) {
            known = new ShortTexts(texts);
        }
        boolean hasNulls = column.getNullCount() > 0;
        int begin = 0;
        for (int row = 0; row < rows; row++) {
            int end = ends[row] - from;
            numbers[at + row] =
                    begin == end || hasNulls && column.isNull(row)
                            ? ColumnsOfArrays.NO_TEXT
                            : number(begin, end);
            begin = end;
        }
        return true;
    }

    private int number(int begin, int end) {
        return known == null
                ? texts.number(bytes, begin, end, ShortTexts.hash(bytes, begin, end))
                : known.number(bytes, begin, end);
    }

    private void read(VarCharVector column, int rows, int from, int length) {
        if (rows > ends.length) {
            ends = new int[size(rows, ends.length)];
        }
        column.getOffsetBuffer()
                .nioBuffer(
                        BaseVariableWidthVector.OFFSET_WIDTH,
                        rows * BaseVariableWidthVector.OFFSET_WIDTH)
                .order(ByteOrder.nativeOrder())
                .asIntBuffer()
                .get(ends, 0, rows);
        if (length > bytes.length - ShortTexts.BEHIND) {
            bytes = new byte[size(length + ShortTexts.BEHIND, bytes.length)];
        }
        column.getDataBuffer().getBytes(from, bytes, 0, length);
    }

    @Override
    Column<?> column(String name, int rows) {
        return ColumnsOfArrays.texts(
                name,
                numbers.length == rows ? numbers : Arrays.copyOf(numbers, rows),
                texts.texts());
    }
}
