package himalia.table;

import static himalia.display.bundle.Given.given;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.function.Function;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.ShortColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A table as bytes for another process: names, types and values to the last digit. For files there are formats that others read, too.
 *
 * <pre>{@code
 * byte[] bytes = TableBytes.of(train);
 * Table copy = TableBytes.read(bytes);
 * }</pre>
 */
public final class TableBytes {
    /** What is no number and no truth is a text. */
    private static final Map<ColumnType, Function<String, Object>> TEXTS =
            Map.of(
                    ColumnType.STRING, text -> text,
                    ColumnType.LOCAL_DATE, LocalDate::parse,
                    ColumnType.LOCAL_TIME, LocalTime::parse,
                    ColumnType.LOCAL_DATE_TIME, LocalDateTime::parse,
                    ColumnType.INSTANT, Instant::parse);

    private TableBytes() {}

    /**
     * Writes a table.
     *
     * @throws IllegalArgumentException if a column is of a type that is not Tablesaw's
     */
    public static byte[] of(Table table) {
        given(table, "table");
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            write(out, table.name() == null ? "" : table.name());
            out.writeInt(table.rowCount());
            out.writeInt(table.columnCount());
            for (var column : table.columns()) {
                write(out, column.name());
                write(out, column.type().name());
                for (int row = 0; row < column.size(); row++) {
                    boolean isMissing = column.isMissing(row);
                    out.writeBoolean(isMissing);
                    if (!isMissing) {
                        write(out, column, row);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, Column<?> column, int row) throws IOException {
        if (column instanceof DoubleColumn numbers) {
            out.writeDouble(numbers.getDouble(row));
        } else if (column instanceof IntColumn numbers) {
            out.writeInt(numbers.getInt(row));
        } else if (column instanceof LongColumn numbers) {
            out.writeLong(numbers.getLong(row));
        } else if (column instanceof FloatColumn numbers) {
            out.writeFloat(numbers.getFloat(row));
        } else if (column instanceof ShortColumn numbers) {
            out.writeShort(numbers.getShort(row));
        } else if (column instanceof BooleanColumn truths) {
            out.writeByte(truths.getByte(row));
        } else if (TEXTS.containsKey(column.type())) {
            write(out, column.get(row).toString());
        } else {
            throw new IllegalArgumentException(
                    "column '%s' is of type %s, which has no form in bytes; leave it out, or make it numbers or texts"
                            .formatted(column.name(), column.type()));
        }
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /**
     * Reads a table.
     *
     * @throws IllegalArgumentException if they are not the bytes of one
     */
    public static Table read(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(given(bytes, "bytes")))) {
            var table = Table.create(text(in));
            int rows = in.readInt();
            for (int left = in.readInt(); left > 0; left--) {
                var name = text(in);
                var column = ColumnType.valueOf(text(in)).create(name);
                for (int row = 0; row < rows; row++) {
                    if (in.readBoolean()) {
                        column.appendMissing();
                    } else {
                        append(in, column);
                    }
                }
                table.addColumns(column);
            }
            return table;
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("these are not the bytes of a table: " + e, e);
        }
    }

    private static void append(DataInputStream in, Column<?> column) throws IOException {
        if (column instanceof DoubleColumn numbers) {
            numbers.append(in.readDouble());
        } else if (column instanceof IntColumn numbers) {
            numbers.append(in.readInt());
        } else if (column instanceof LongColumn numbers) {
            numbers.append(in.readLong());
        } else if (column instanceof FloatColumn numbers) {
            numbers.append(in.readFloat());
        } else if (column instanceof ShortColumn numbers) {
            numbers.append(in.readShort());
        } else if (column instanceof BooleanColumn truths) {
            truths.append(in.readByte());
        } else {
            var form = TEXTS.get(column.type());
            if (form == null) {
                throw new IOException("a column of type " + column.type());
            }
            column.appendObj(form.apply(text(in)));
        }
    }

    private static String text(DataInputStream in) throws IOException {
        var bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
