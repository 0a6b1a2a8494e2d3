package himalia.storage;

import himalia.table.Tables;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A table as NumPy's file of one array with a field for each column; columns that are called {@code x0}, {@code x1} and hold
 * numbers of one type make a plain array of two axes.
 */
final class NumpyWriter {
    private static final Charset UTF_32 = Charset.forName("UTF-32LE");

    private static final int ALIGNED = 64;

    private final Table table;
    private final List<String> types = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();

    private NumpyWriter(Table table) throws IOException {
        this.table = table;
        for (var column : table.columns()) {
            var type = type(column);
            types.add(type);
            int length = Integer.parseInt(type.replaceAll("\\[.*|\\D", ""));
            sizes.add(type.contains("U") ? 4 * length : length);
        }
    }

    /** Returns how many rows were written. */
    static long write(Table table, Path file) throws IOException {
        new NumpyWriter(table).write(file);
        return table.rowCount();
    }

    /** Returns NumPy's type for a column, refused where it has none. */
    static String type(Column<?> column) throws IOException {
        var type =
                switch (column.type().name()) {
                    case "BOOLEAN" -> "|b1";
                    case "SHORT" -> "<i2";
                    case "INTEGER" -> "<i4";
                    case "LONG" -> "<i8";
                    case "FLOAT" -> "<f4";
                    case "DOUBLE" -> "<f8";
                    case "LOCAL_DATE" -> "<M8[D]";
                    case "LOCAL_DATE_TIME" -> "<M8[ms]";
                    case "STRING", "TEXT" -> "<U" + longest(column);
                    default ->
                            throw BadFile.because(
                                    "column '%s' holds %s, for which NumPy has no type: make it texts or points in time without a zone"
                                            .formatted(column.name(), Tables.kind(column)));
                };
        int missing = Tables.countMissing(column);
        if (missing > 0 && type.matches(".[bi]\\d")) {
            throw BadFile.because(
                    "column '%s' misses %d value%s, and of NumPy's %s none is missing: make doubles of them, or fill them"
                            .formatted(
                                    column.name(),
                                    missing,
                                    missing == 1 ? "" : "s",
                                    Tables.kind(column)));
        }
        return type;
    }

    private static int longest(Column<?> column) throws IOException {
        int longest = 1;
        for (int row = 0; row < column.size(); row++) {
            var text = column.getString(row);
            if (text.endsWith("\0")) {
                throw BadFile.because(
                        "column '%s' ends with a zero character in row %d, which NumPy takes for none"
                                .formatted(column.name(), row));
            }
            longest = Math.max(longest, text.codePointCount(0, text.length()));
        }
        return longest;
    }

    private void write(Path file) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            out.write(head());
            var bytes =
                    ByteBuffer.allocate(sizes.stream().mapToInt(size -> size).sum())
                            .order(ByteOrder.LITTLE_ENDIAN);
            for (int row = 0; row < table.rowCount(); row++) {
                bytes.clear();
                Arrays.fill(bytes.array(), (byte) 0);
                for (int at = 0; at < sizes.size(); at++) {
                    int end = bytes.position() + sizes.get(at);
                    put(bytes, types.get(at), table.column(at), row);
                    bytes.position(end);
                }
                out.write(bytes.array());
            }
        }
    }

    private byte[] head() {
        boolean isPlain =
                types.stream().distinct().count() == 1
                        && types.get(0).matches("<[fi]\\d")
                        && IntStream.range(0, types.size())
                                .allMatch(at -> table.column(at).name().equals("x" + at));
        var fields =
                IntStream.range(0, types.size())
                        .mapToObj(
                                at ->
                                        "('%s', '%s')"
                                                .formatted(
                                                        escaped(table.column(at).name()),
                                                        types.get(at)))
                        .collect(Collectors.joining(", "));
        var text =
                "{'descr': %s, 'fortran_order': False, 'shape': (%s), }"
                        .formatted(
                                isPlain ? "'" + types.get(0) + "'" : "[" + fields + "]",
                                table.rowCount() + "," + (isPlain ? " " + types.size() : ""));
        // Version 3 has names of all letters; only such need it.
        boolean isLatin = StandardCharsets.ISO_8859_1.newEncoder().canEncode(text);
        var words = text.getBytes(isLatin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        int lead = 12;
        int length = (lead + words.length + 1 + ALIGNED - 1) / ALIGNED * ALIGNED;
        var head = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        head.put(NumpyReader.BEGIN).put((byte) (isLatin ? 2 : 3)).put((byte) 0);
        head.putInt(length - lead).put(words);
        while (head.remaining() > 1) {
            head.put((byte) ' ');
        }
        return head.put((byte) '\n').array();
    }

    private static String escaped(String name) {
        return name.replace("\\", "\\\\").replace("'", "\\'");
    }

    private static void put(ByteBuffer bytes, String type, Column<?> column, int row) {
        boolean isMissing = Tables.isMissing(column, row);
        switch (type) {
            case "|b1" -> bytes.put((byte) (Boolean.TRUE.equals(column.get(row)) ? 1 : 0));
            case "<i2" -> bytes.putShort(((Number) column.get(row)).shortValue());
            case "<i4" -> bytes.putInt(((Number) column.get(row)).intValue());
            case "<i8" -> bytes.putLong(((Number) column.get(row)).longValue());
            case "<f4" ->
                    bytes.putFloat(isMissing ? Float.NaN : ((Number) column.get(row)).floatValue());
            case "<f8" ->
                    bytes.putDouble(
                            isMissing ? Double.NaN : ((Number) column.get(row)).doubleValue());
            case "<M8[D]" ->
                    bytes.putLong(
                            isMissing
                                    ? Long.MIN_VALUE
                                    : ((LocalDate) column.get(row)).toEpochDay());
            case "<M8[ms]" ->
                    bytes.putLong(
                            isMissing
                                    ? Long.MIN_VALUE
                                    : ((LocalDateTime) column.get(row))
                                            .toInstant(ZoneOffset.UTC)
                                            .toEpochMilli());
            default -> bytes.put(column.getString(row).getBytes(UTF_32));
        }
    }
}
