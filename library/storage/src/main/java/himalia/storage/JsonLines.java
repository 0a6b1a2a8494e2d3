package himalia.storage;

import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/** Rows as JSON, one object a line. */
final class JsonLines implements RowFormat {
    private final List<RowColumn> columns;

    JsonLines(List<RowColumn> columns) {
        this.columns = List.copyOf(columns);
    }

    @Override
    public List<RowColumn> columns() {
        return columns;
    }

    @Override
    public byte[] encode(@Nullable Object[] row) {
        var line = new StringBuilder("{");
        for (int i = 0; i < row.length; i++) {
            line.append(i == 0 ? "" : ",");
            JsonTexts.quote(line, columns.get(i).name());
            line.append(':');
            append(line, columns.get(i), row[i]);
        }
        return line.append("}\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void append(StringBuilder line, RowColumn column, @Nullable Object value) {
        if (value == null || value instanceof Boolean) {
            line.append(value);
        } else if (value instanceof Number number) {
            if (!Double.isFinite(number.doubleValue())) {
                throw new IllegalArgumentException(
                        "column '%s' cannot hold %s: JSON has no such number, and an .avro file has"
                                .formatted(column.name(), number));
            }
            line.append(number);
        } else {
            JsonTexts.quote(line, text(value));
        }
    }

    private static String text(Object value) {
        if (value instanceof LocalDateTime time) {
            return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
        }
        return value instanceof LocalTime time
                ? DateTimeFormatter.ISO_LOCAL_TIME.format(time)
                : value.toString();
    }

    @Override
    public byte[] block(List<byte[]> rows) {
        var block = new ByteArrayOutputStream();
        rows.forEach(block::writeBytes);
        return block.toByteArray();
    }

    @Override
    public Rows rows(byte[] block) {
        return new JsonBlock(this, block);
    }

    @Override
    public @Nullable Object[] decode(byte[] row) throws IOException {
        return values(new String(row, StandardCharsets.UTF_8));
    }

    /** Returns the values of a line, by the columns. */
    @Nullable Object[] values(String line) throws IOException {
        var values = new @Nullable Object[columns.size()];
        try (var json = new JsonReader(new StringReader(line))) {
            json.beginObject();
            while (json.hasNext()) {
                var name = json.nextName();
                for (int i = 0; i < values.length; i++) {
                    if (columns.get(i).name().equals(name)) {
                        values[i] = value(json, columns.get(i).kind());
                        name = "";
                        break;
                    }
                }
                if (!name.isEmpty()) {
                    json.skipValue();
                }
            }
        }
        return values;
    }

    private static @Nullable Object value(JsonReader json, RowKind kind) throws IOException {
        if (json.peek() == JsonToken.NULL) {
            json.nextNull();
            return null;
        }
        if (json.peek() == JsonToken.BEGIN_OBJECT || json.peek() == JsonToken.BEGIN_ARRAY) {
            return JsonParser.parseReader(json).toString();
        }
        if (json.peek() == JsonToken.BOOLEAN) {
            boolean flag = json.nextBoolean();
            return kind == RowKind.FLAG ? (Object) flag : String.valueOf(flag);
        }
        var text = json.nextString();
        return switch (kind) {
            case FLAG -> Boolean.valueOf(text);
            case INT -> new BigDecimal(text).intValueExact();
            case LONG -> new BigDecimal(text).longValueExact();
            case FLOAT -> Float.valueOf(text);
            case DOUBLE -> Double.valueOf(text);
            case DATE -> LocalDate.parse(text);
            case TIME -> LocalTime.parse(text);
            case LOCAL -> LocalDateTime.parse(text.replace(' ', 'T'));
            case MOMENT -> DateTimeFormatter.ISO_DATE_TIME.parse(text, Instant::from);
            case TEXT -> text;
        };
    }

    @Override
    public Table read(Path file, List<String> names) throws IOException {
        return Storage.read(file).selectColumns(names.toArray(String[]::new));
    }
}
