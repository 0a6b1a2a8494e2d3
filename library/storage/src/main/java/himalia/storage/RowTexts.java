package himalia.storage;

import java.util.List;
import org.apache.arrow.vector.BaseFixedWidthVector;
import org.apache.arrow.vector.FieldVector;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.columns.Column;

/** Numbers of rows of one table, of which some columns of texts are taken. */
final class RowTexts extends VectorCells {
    private final List<TakenTexts> texts;
    private int[] rows = {};
    private int room;
    private int all;

    RowTexts(List<TakenTexts> texts) {
        super("");
        this.texts = List.copyOf(texts);
    }

    @Override
    int room() {
        return room;
    }

    @Override
    void room(int rows) {
        room = rows;
        texts.forEach(each -> each.room(rows));
    }

    @Override
    boolean copy(FieldVector vector, int count, int at) {
        if (count > rows.length) {
            rows = new int[count];
        }
        read((BaseFixedWidthVector) vector, count);
        if (vector.getNullCount() > 0) {
            for (int i = 0; i < count; i++) {
                if (vector.isNull(i)) {
                    rows[i] = -1;
                }
            }
        }
        texts.forEach(each -> each.take(rows, count, at));
        all = at + count;
        return true;
    }

    private void read(BaseFixedWidthVector vector, int count) {
        var bytes = bytes(vector, count);
        switch (vector.getTypeWidth()) {
            case Byte.BYTES -> {
                for (int i = 0; i < count; i++) {
                    rows[i] = Byte.toUnsignedInt(bytes.get(i));
                }
            }
            case Short.BYTES -> {
                for (int i = 0; i < count; i++) {
                    rows[i] = Short.toUnsignedInt(bytes.getShort(i * Short.BYTES));
                }
            }
            default -> bytes.asIntBuffer().get(rows, 0, count);
        }
    }

    /** Takes all rows at once. */
    void take(int[] given) {
        room(given.length);
        texts.forEach(each -> each.take(given, given.length, 0));
        all = given.length;
    }

    /** What was read are texts of several columns. */
    @Override
    Column<?> column(String name, int count) {
        return IntColumn.create(name);
    }

    /** Returns the texts of one of the columns. */
    Column<?> texts(int place, String name) {
        return texts.get(place).column(name, all);
    }
}
