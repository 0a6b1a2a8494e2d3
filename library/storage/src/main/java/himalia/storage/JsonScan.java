package himalia.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What all rows of a JSON file tell of its columns; nothing is guessed from the first ones.
 *
 * @param shape how its rows are written
 * @param names of the columns
 * @param types of the columns
 * @param rows how many there are
 */
record JsonScan(JsonRows.Shape shape, List<String> names, List<JsonType> types, long rows) {
    private static final int ROWS_BETWEEN_LOOKS = 10_000;

    private static final Pattern COLUMN = Pattern.compile("\\{\\s*\"0\"\\s*:");

    private static final int LOOKED_AT = 100;

    /** What rows have told: of the columns, in the order of their keys, and whether all of them are null. */
    record Seen(List<JsonColumn> columns, long count, boolean isNull) {
        /** Goes through all rows. */
        static Seen of(JsonRows rows, Source source) throws IOException, JsonRows.OtherShape {
            var columns = new ArrayList<JsonColumn>();
            long count = 0;
            boolean isNull = true;
            while (rows.next()) {
                count++;
                for (int i = columns.size(); i < rows.names().size(); i++) {
                    columns.add(new JsonColumn());
                }
                var bytes = rows.array();
                for (int i = 0; i < columns.size(); i++) {
                    byte kind = rows.kind(i);
                    if (kind != JsonBytes.NULL) {
                        columns.get(i).add(kind, bytes, rows.from(i), rows.to(i));
                    }
                }
                isNull &= rows.isNull();
                if (count % ROWS_BETWEEN_LOOKS == 0) {
                    FileWork.stopIfInterrupted(source.file());
                }
            }
            return new Seen(columns, count, isNull);
        }
    }

    /** Goes through a file. */
    static JsonScan of(Source source) throws IOException {
        Bom.refuse(
                source.file(),
                "write it in UTF-8, with Files.writeString(path, Files.readString(path, Charset.forName(\"%2$s\")))");
        var shape = JsonRows.begin(source);
        while (true) {
            try {
                return of(source, shape);
            } catch (JsonRows.OtherShape e) {
                shape = e.shape();
            }
        }
    }

    private static JsonScan of(Source source, JsonRows.Shape shape)
            throws IOException, JsonRows.OtherShape {
        try (var rows = JsonRows.of(source, shape)) {
            var seen = Seen.of(rows, source);
            long count = seen.count();
            if (count > 0 && shape.isRecords() && seen.isNull()) {
                throw new JsonRows.OtherShape(
                        shape.isArray() ? JsonRows.Shape.ARRAY : JsonRows.Shape.VALUES);
            }
            if (shape == JsonRows.Shape.OBJECTS) {
                refuseColumns(source, rows, count);
            }
            check(source, rows.names(), count);
            boolean isTable = source.isTable();
            return new JsonScan(
                    shape,
                    List.copyOf(rows.names()),
                    seen.columns().stream().map(column -> column.type(isTable)).toList(),
                    count);
        }
    }

    /** What pandas writes where nobody says otherwise: one object, of which each value is a column, by the numbers of the rows. */
    private static void refuseColumns(Source source, JsonRows rows, long count) throws IOException {
        boolean isOne = count == 1 && source.format() == Format.JSON && !rows.names().isEmpty();
        for (int i = 0; isOne && i < rows.names().size(); i++) {
            isOne =
                    rows.kind(i) == JsonBytes.NESTED
                            && COLUMN.matcher(
                                            new String(
                                                    rows.array(),
                                                    rows.from(i),
                                                    Math.min(rows.to(i) - rows.from(i), LOOKED_AT),
                                                    StandardCharsets.ISO_8859_1))
                                    .lookingAt();
        }
        if (isOne) {
            throw BadFile.because(
                    "%s holds one object of columns, as pandas' to_json writes it, and no rows; write it with df.to_json(\"%1$s\", orient=\"records\")"
                            .formatted(source.file().getFileName()));
        }
    }

    private static void check(Source source, List<String> names, long count) throws IOException {
        var file = source.file().getFileName();
        if (count == 0) {
            throw BadFile.because(
                    "%s holds no rows, and without one it has no columns: a table is %s"
                            .formatted(
                                    file,
                                    source.format() == Format.JSON
                                            ? "an array of objects, such as [{\"a\": 1}]"
                                            : "one object a line, such as {\"a\": 1}"));
        }
        if (names.isEmpty()) {
            throw BadFile.because(
                    "%s has rows without a single key, and so a table without columns"
                            .formatted(file));
        }
        if (names.contains("")) {
            throw BadFile.because(
                    "%s has a key without a name, \"\", and a table's columns have names; give it one in the file"
                            .formatted(file));
        }
        TwinNames.refuseTwins(source.file(), "keys", names);
    }

    /** Counts rows and columns, whatever the columns are. */
    static Storage.Size size(Source source) throws IOException {
        try (var rows = JsonRows.of(source, JsonRows.begin(source))) {
            long count = 0;
            while (rows.next()) {
                count++;
            }
            return new Storage.Size(count, rows.names().size());
        } catch (JsonRows.OtherShape e) {
            throw new IOException("no rows of objects were written", e);
        }
    }
}
