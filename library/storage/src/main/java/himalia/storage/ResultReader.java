package himalia.storage;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** The result of a query as a table. */
final class ResultReader {
    private final ResultSet result;
    private final int place;
    private final int type;
    private final ResultColumn column;

    private ResultReader(ResultSet result, int place, int type, ResultColumn column) {
        this.result = result;
        this.place = place;
        this.type = type;
        this.column = column;
    }

    static Table read(ResultSet result) throws SQLException {
        var about = result.getMetaData();
        var names = names(about);
        List<ResultReader> columns = new ArrayList<>();
        for (int i = 1; i <= names.size(); i++) {
            int type = about.getColumnType(i);
            boolean hasNanos = about.getColumnTypeName(i).endsWith("_NS");
            columns.add(
                    new ResultReader(
                            result, i, type, new ResultColumn(names.get(i - 1), type, hasNanos)));
        }
        while (result.next()) {
            for (var column : columns) {
                column.column.append(column.value());
            }
        }
        return Table.create(
                "result",
                columns.stream().<Column<?>>map(column -> column.column.column()).toList());
    }

    private static List<String> names(ResultSetMetaData about) throws SQLException {
        var names = new ArrayList<String>();
        for (int i = 1; i <= about.getColumnCount(); i++) {
            names.add(about.getColumnLabel(i));
        }
        return TwinNames.distinct(names);
    }

    /** The classes of old know neither microseconds nor zones, and move a time by the zone of the machine. */
    private @Nullable Object value() throws SQLException {
        return switch (type) {
            case Types.DATE -> value(LocalDate.class);
            case Types.TIME -> value(LocalTime.class);
            case Types.TIMESTAMP -> value(LocalDateTime.class);
            case Types.TIMESTAMP_WITH_TIMEZONE -> value(OffsetDateTime.class);
            default -> result.getObject(place);
        };
    }

    private @Nullable Object value(Class<?> wanted) throws SQLException {
        try {
            return result.getObject(place, wanted);
        } catch (SQLFeatureNotSupportedException e) {
            return result.getObject(place);
        }
    }
}
