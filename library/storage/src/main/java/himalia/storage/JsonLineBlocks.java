package himalia.storage;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.Table;

/** Finds lines of JSON in a file, and takes them together in blocks. */
final class JsonLineBlocks {
    private static final int BLOCK = 1 << 16;

    private final List<RowBlock> blocks = new ArrayList<>();
    private long begin;
    private long end;
    private long rows;
    private int inBlock;
    private long lines;

    /** The number of the first line that is no object; 0 if there is none. */
    private long firstOther;

    private JsonLineBlocks() {}

    /** Returns the lines of a file that are whole. Nothing is changed: it may be no store at all. */
    static BlockFile.Held of(Path path) throws IOException {
        var found = new JsonLineBlocks();
        var tail = found.read(path);
        if (found.firstOther > 0) {
            throw BadFile.because(
                    "line %d of %s is no object of JSON, and a RowStore has each row on a line of its own; Storage.convert writes it so"
                            .formatted(found.firstOther, path.getFileName()));
        }
        boolean isOpenEnded = isObject(tail);
        if (isOpenEnded) {
            found.end += tail.length;
            found.inBlock++;
        }
        found.endBlock();
        if (found.rows == 0) {
            throw BadFile.because(
                    "%s holds no whole row, and so tells no columns; RowStore.create(…) makes it anew%s"
                            .formatted(
                                    path.getFileName(),
                                    Files.size(path) == 0 ? "" : " where it is deleted first"));
        }
        var table = table(path, found.end);
        if (table.rowCount() != found.rows) {
            throw BadFile.because(
                    "%s holds %d rows on %d lines, and a RowStore has each on a line of its own; Storage.convert writes it so"
                            .formatted(path.getFileName(), table.rowCount(), found.rows));
        }
        var columns =
                table.columns().stream()
                        .map(column -> new RowColumn(column.name(), RowKind.of(column)))
                        .map(
                                column ->
                                        column.kind() == RowKind.INT
                                                ? new RowColumn(column.name(), RowKind.LONG)
                                                : column)
                        .toList();
        return new BlockFile.Held(new JsonLines(columns), found.blocks, found.end, isOpenEnded);
    }

    /** What a writer that was stopped has left stands behind the whole lines, and is not to be read. */
    private static Table table(Path path, long end) throws IOException {
        if (end == Files.size(path)) {
            return Storage.read(path);
        }
        // Of the same name, which is what an error tells.
        var folder = Files.createTempDirectory("himalia-rows");
        var whole = folder.resolve(path.getFileName());
        try {
            try (var out = FileChannel.open(whole, CREATE_NEW, WRITE);
                    var in = FileChannel.open(path)) {
                long moved = -1;
                for (long at = 0; moved != 0; at += moved) {
                    moved = in.transferTo(at, end - at, out);
                }
            }
            return Storage.read(whole);
        } finally {
            Files.deleteIfExists(whole);
            Files.delete(folder);
        }
    }

    /** Returns what stands behind the last line break. */
    private byte[] read(Path path) throws IOException {
        var line = new ByteArrayOutputStream();
        var chunk = new byte[BLOCK];
        try (var in = Files.newInputStream(path)) {
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                int from = 0;
                for (int i = 0; i < length; i++) {
                    if (chunk[i] == '\n') {
                        line.write(chunk, from, i + 1 - from);
                        line(line.toByteArray());
                        line.reset();
                        from = i + 1;
                    }
                }
                line.write(chunk, from, length - from);
            }
        }
        return line.toByteArray();
    }

    private void line(byte[] line) {
        end += line.length;
        lines++;
        boolean isRow = !isBlank(line, 0, line.length);
        if (isRow && firstOther == 0 && !isInBraces(line)) {
            firstOther = lines;
        }
        inBlock += isRow ? 1 : 0;
        if (end - begin >= BLOCK) {
            endBlock();
        }
    }

    private void endBlock() {
        if (inBlock > 0) {
            blocks.add(new RowBlock(begin, (int) (end - begin), rows, inBlock));
            rows += inBlock;
            inBlock = 0;
            begin = end;
        }
    }

    static int lineEnd(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    static boolean isBlank(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] > ' ' || bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether a byte may stand before an object: a blank, or one of the mark that some put before UTF-8. */
    private static boolean isBefore(byte before) {
        return before >= 0 && before <= ' '
                || before == (byte) 0xEF
                || before == (byte) 0xBB
                || before == (byte) 0xBF;
    }

    /** What is between them is looked at when the file is read. */
    private static boolean isInBraces(byte[] line) {
        int from = 0;
        while (from < line.length - 1 && isBefore(line[from])) {
            from++;
        }
        int to = line.length - 1;
        while (line[to] <= ' ' && line[to] >= 0) {
            to--;
        }
        return line[from] == '{' && line[to] == '}';
    }

    private static boolean isObject(byte[] line) {
        try (var json =
                new JsonReader(new StringReader(new String(line, StandardCharsets.UTF_8)))) {
            if (json.peek() != JsonToken.BEGIN_OBJECT) {
                return false;
            }
            json.skipValue();
            return json.peek() == JsonToken.END_DOCUMENT;
        } catch (IOException | IllegalStateException e) {
            return false;
        }
    }
}
