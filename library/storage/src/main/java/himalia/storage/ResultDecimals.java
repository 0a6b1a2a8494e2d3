package himalia.storage;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.math.BigDecimal;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/**
 * Decimals of a query's result: doubles, or texts where a double does not hold one to the last digit. All are written then
 * with the zeros that they came with; a database may have as many behind each as it likes.
 */
final class ResultDecimals {
    private final DoubleColumn numbers;
    private final IntArrayList scales = new IntArrayList();
    private StringColumn texts = StringColumn.create("");
    private boolean isText;

    ResultDecimals(String name) {
        numbers = DoubleColumn.create(name);
    }

    Column<?> column() {
        return isText ? texts : numbers;
    }

    void append(BigDecimal number) {
        double near = number.doubleValue();
        if (!isText && !isExact(near, number)) {
            isText = true;
            texts = written();
        }
        if (isText) {
            texts.append(number.toPlainString());
        } else {
            // Those that are missing have none.
            scales.size(numbers.size());
            scales.add(number.scale());
            numbers.append(near);
        }
    }

    private static boolean isExact(double near, BigDecimal number) {
        return Double.isFinite(near) && BigDecimal.valueOf(near).compareTo(number) == 0;
    }

    private StringColumn written() {
        var written = StringColumn.create(numbers.name());
        for (int row = 0; row < numbers.size(); row++) {
            if (numbers.isMissing(row)) {
                written.appendMissing();
            } else {
                var number = BigDecimal.valueOf(numbers.getDouble(row));
                written.append(number.setScale(scales.getInt(row)).toPlainString());
            }
        }
        return written;
    }
}
