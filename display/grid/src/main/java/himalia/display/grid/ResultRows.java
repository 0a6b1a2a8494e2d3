package himalia.display.grid;

import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a query's result, read from where its cursor stands.
 *
 * @param name what is told of the result
 * @param names the columns' names
 * @param types the columns' types, as the database names them
 * @param values the rows that were read
 * @param isAll whether no row follows them
 */
record ResultRows(
        String name,
        List<String> names,
        List<String> types,
        List<List<@Nullable Object>> values,
        boolean isAll)
        implements GridSource {
    private static final int MOST_TEXT = 1000;

    /** Reads at most so many rows; leaves the cursor on the last one that was read, or behind all. */
    static ResultRows read(ResultSet result, int most) throws SQLException {
        var about = result.getMetaData();
        var names = new ArrayList<String>();
        var types = new ArrayList<String>();
        for (int i = 1; i <= about.getColumnCount(); i++) {
            names.add(about.getColumnLabel(i));
            types.add(about.getColumnTypeName(i));
        }
        var values = new ArrayList<List<@Nullable Object>>();
        boolean more = true;
        while (more && values.size() < most) {
            more = result.next();
            if (more) {
                values.add(row(result, names.size()));
            }
        }
        return new ResultRows("", names, types, values, !more);
    }

    private static List<@Nullable Object> row(ResultSet result, int columns) {
        var row = new ArrayList<@Nullable Object>();
        for (int i = 1; i <= columns; i++) {
            row.add(value(result, i));
        }
        return row;
    }

    private static @Nullable Object value(ResultSet result, int column) {
        try {
            var value = result.getObject(column);
            if (value instanceof Clob text) {
                return text.getSubString(1, (int) Math.min(MOST_TEXT, text.length()));
            }
            if (value instanceof Blob bytes) {
                return bytes.length() + " bytes";
            }
            var list = value instanceof Array array ? array.getArray() : value;
            return list instanceof Object[] items ? Arrays.asList(items) : list;
        } catch (SQLException | RuntimeException e) {
            return "cannot be read: " + e.getMessage();
        }
    }

    ResultRows named(String newName) {
        return new ResultRows(newName, names, types, values, isAll);
    }

    @Override
    public RowCount rows() {
        return isAll ? RowCount.of(values.size()) : RowCount.moreThan(values.size());
    }

    @Override
    public String rowsInWords() {
        return isAll
                ? rows().toString()
                : Grouped.of(values.size(), "row") + ", and more may follow,";
    }

    @Override
    public int columns() {
        return names.size();
    }

    @Override
    public String columnName(int column) {
        return names.get(column);
    }

    @Override
    public String typeName(int column) {
        return types.get(column);
    }

    @Override
    public @Nullable Object cell(long row, int column) {
        return values.get((int) row).get(column);
    }
}
