package himalia.storage;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.apache.arrow.vector.types.TimeUnit;
import org.duckdb.DuckDBResultSet;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** The result of a query as a table. */
final class ResultReader {
    /** DuckDB's moments to the nanosecond, which its driver gives as texts. */
    static final String NANOS = "TIMESTAMPTZ_NS";

    private static final int ROWS_BETWEEN_LOOKS = 4096;

    private static final DateTimeFormatter WRITTEN =
            new DateTimeFormatterBuilder()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE)
                    .appendLiteral(' ')
                    .append(DateTimeFormatter.ISO_LOCAL_TIME)
                    .appendOffset("+HH:mm", "+00")
                    .toFormatter(Locale.ROOT);

    private final ResultSet result;
    private final int place;
    private final int type;
    private final boolean isStored;
    private final boolean isNanos;
    private final ResultColumn column;

    /**
     * Begins a column.
     *
     * @param isStored whether values are taken as they are stored, whatever type was declared
     * @param isNanos whether they are moments that the driver gives as texts
     */
    private ResultReader(
            ResultSet result,
            int place,
            int type,
            boolean isStored,
            boolean isNanos,
            ResultColumn column) {
        this.result = result;
        this.place = place;
        this.type = type;
        this.isStored = isStored;
        this.isNanos = isNanos;
        this.column = column;
    }

    static Table read(ResultSet result) throws SQLException {
        return read(result, new NumberedResult(List.of()), 0);
    }

    /**
     * Reads a result in which numbers of rows stand for some texts.
     *
     * @param likely how many rows a large result may have
     */
    static Table read(ResultSet result, NumberedResult numbered, int likely) throws SQLException {
        try {
            numbered.checkCount(result.getMetaData().getColumnCount());
            var names = names(result.getMetaData(), numbered);
            var columns = DuckResult.read(result, numbered, likely);
            if (columns == null) {
                columns = byCells(result, names);
                numbered.take(columns);
            }
            numbered.fill(columns, names);
            for (int i = 0; i < columns.length; i++) {
                Objects.requireNonNull(columns[i]).setName(names.get(i));
            }
            return Table.create("result", columns);
        } catch (SQLException e) {
            if (!String.valueOf(e.getMessage()).contains("Invalid result set")) {
                throw e;
            }
            throw new SQLException(
                    "the rows of this result have been read, and they are read once; keep the table that they gave, or ask again",
                    e);
        }
    }

    private static Column<?>[] byCells(ResultSet result, List<String> names) throws SQLException {
        var about = result.getMetaData();
        boolean isLite = SqliteDates.areIn(result);
        List<ResultReader> columns = new ArrayList<>();
        for (int i = 1; i <= names.size(); i++) {
            var typeName = about.getColumnTypeName(i);
            int type = type(about.getColumnType(i), typeName);
            boolean isStored = isLite && SqliteDates.isDeclared(typeName);
            var column =
                    new ResultColumn(
                            names.get(i - 1),
                            type,
                            String.valueOf(about.getColumnClassName(i)),
                            typeName.endsWith("_NS"));
            columns.add(
                    new ResultReader(result, i, type, isStored, typeName.equals(NANOS), column));
        }
        for (int row = 0; result.next(); row++) {
            if (row % ROWS_BETWEEN_LOOKS == 0 && Thread.currentThread().isInterrupted()) {
                throw new CancellationException("the query was interrupted");
            }
            for (var column : columns) {
                column.append(row);
            }
        }
        return columns.stream().map(ResultReader::made).toArray(Column<?>[]::new);
    }

    /** PostgreSQL's driver says of both its times that they have no zone, and gives only one of them without. */
    static int type(int said, String name) {
        return name.equals("timestamptz") || name.equals(NANOS)
                ? Types.TIMESTAMP_WITH_TIMEZONE
                : said;
    }

    private Column<?> made() {
        return isStored ? SqliteDates.read(column.column()) : column.column();
    }

    private void append(int row) throws SQLException {
        try {
            column.append(value());
        } catch (DateTimeException e) {
            throw new SQLException(
                    "column '%1$s' has a value in row %2$d that the driver cannot give (%3$s); ask for it as a text: CAST(\"%1$s\" AS VARCHAR)"
                            .formatted(
                                    result.getMetaData().getColumnLabel(place),
                                    row,
                                    e.getMessage()),
                    e);
        }
    }

    private static List<String> names(ResultSetMetaData about, NumberedResult numbered)
            throws SQLException {
        var names = new ArrayList<String>();
        for (int i = 1; i <= about.getColumnCount(); i++) {
            names.add(numbered.name(i - 1, about.getColumnLabel(i)));
        }
        return TwinNames.distinct(names);
    }

    /** The classes of old know neither microseconds nor zones, and move a time by the zone of the machine. */
    private @Nullable Object value() throws SQLException {
        if (isStored) {
            return result.getObject(place);
        }
        return switch (type) {
            case Types.DATE -> day();
            case Types.TIME -> value(LocalTime.class);
            case Types.TIMESTAMP -> value(LocalDateTime.class);
            case Types.TIMESTAMP_WITH_TIMEZONE -> exact(moment());
            default -> result.getObject(place);
        };
    }

    /** Before 1972, zones were off by seconds, which DuckDB's texts of nanoseconds leave out. */
    private @Nullable Object exact(@Nullable Object moment) throws SQLException {
        int wholeMinutes = 1972;
        boolean isCut =
                isNanos
                        && moment instanceof OffsetDateTime time
                        && time.getYear() < wholeMinutes
                        && !time.getOffset().equals(ZoneOffset.UTC);
        return isCut ? result.getString(place) : moment;
    }

    /** Where a class is named, DuckDB's driver gives a day before Christ as one behind. */
    private @Nullable Object day() throws SQLException {
        var day = result.getObject(place);
        return day instanceof LocalDate ? day : value(LocalDate.class);
    }

    /** DuckDB's driver adds the difference that the machine's zone has at another hour; its number is right. */
    private @Nullable Object moment() throws SQLException {
        if (!result.isWrapperFor(DuckDBResultSet.class)) {
            return value(OffsetDateTime.class);
        }
        if (isNanos) {
            var text = result.getString(place);
            return text == null || text.endsWith("infinity")
                    ? text
                    : OffsetDateTime.parse(text, WRITTEN);
        }
        long micros = result.getLong(place);
        return result.wasNull()
                ? null
                : CellTexts.instant(micros, TimeUnit.MICROSECOND).atOffset(ZoneOffset.UTC);
    }

    private @Nullable Object value(Class<?> wanted) throws SQLException {
        try {
            return result.getObject(place, wanted);
        } catch (SQLFeatureNotSupportedException e) {
            return result.getObject(place);
        }
    }
}
