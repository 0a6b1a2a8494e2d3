package himalia.table;

import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** A row that does not hand out the whole number which stands for a missing one: what is computed from that is wrong in silence. */
final class CarefulRow extends Row {
    CarefulRow(Table table) {
        super(table);
    }

    @Override
    public int getInt(String column) {
        return there(column, super.getInt(column));
    }

    @Override
    public int getInt(int column) {
        return there(columnNames().get(column), super.getInt(column));
    }

    @Override
    public long getLong(String column) {
        return there(column, super.getLong(column));
    }

    @Override
    public long getLong(int column) {
        return there(columnNames().get(column), super.getLong(column));
    }

    @Override
    public short getShort(String column) {
        return there(column, super.getShort(column));
    }

    @Override
    public short getShort(int column) {
        return there(columnNames().get(column), super.getShort(column));
    }

    private <T> T there(String column, T value) {
        if (isMissing(column)) {
            throw new IllegalArgumentException(
                    "row %d misses '%s'; say what comes of it: row.isMissing(\"%2$s\") ? null : …"
                            .formatted(getRowNumber(), column));
        }
        return value;
    }
}
