package himalia.storage;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import java.util.Optional;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.columns.Column;

/** The numbers of an ARFF column: doubles, or whole ones where the header says so and all are. */
final class ArffNumbers implements ArffAttribute {
    /** From here on, and at its negative, no whole number is a long of a table. */
    private static final double PAST_LONG = 0x1p63;

    private final String name;
    private final DoubleArrayList values = new DoubleArrayList();
    private boolean isWhole;
    private boolean isInt = true;

    ArffNumbers(String name, boolean isWhole) {
        this.name = name;
        this.isWhole = isWhole;
    }

    @Override
    public void appendMissing() {
        values.add(Double.NaN);
    }

    @Override
    public Optional<String> append(String text) {
        var number = PlainNumber.of(text);
        if (number.isEmpty()) {
            return Optional.of("is no number");
        }
        double value = number.getAsDouble();
        if (PlainNumber.isRounded(text, value)) {
            return Optional.of(
                    "is no double, as Weka's numbers are: where the header has the attribute as string, all digits stay");
        }
        values.add(value);
        if (!Double.isNaN(value)) {
            isWhole &= Math.rint(value) == value && Math.abs(value) < PAST_LONG;
            isInt &= (int) value == value && value != Integer.MIN_VALUE;
        }
        return Optional.empty();
    }

    @Override
    public Optional<String> zero() {
        return Optional.of("0");
    }

    @Override
    public Column<?> column() {
        if (!isWhole) {
            return DoubleColumn.create(name, values.toDoubleArray());
        }
        var column = isInt ? IntColumn.create(name) : LongColumn.create(name);
        for (int row = 0; row < values.size(); row++) {
            double value = values.getDouble(row);
            if (Double.isNaN(value)) {
                column.appendMissing();
            } else if (column instanceof IntColumn ints) {
                ints.append((int) value);
            } else {
                ((LongColumn) column).append((long) value);
            }
        }
        return column;
    }
}
