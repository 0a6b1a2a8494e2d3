package himalia.storage;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds lines of JSON in a file, and takes them together in blocks. */
final class JsonLineBlocks {
    private static final int BLOCK = 1 << 16;

    private final List<RowBlock> blocks = new ArrayList<>();
    private long begin;
    private long end;
    private long rows;
    private int inBlock;

    private JsonLineBlocks() {}

    /** Returns the lines of a file that are whole; what stands behind them is cut off, so that the rest can be read. */
    static BlockFile.Held of(Path path) throws IOException {
        var found = new JsonLineBlocks();
        var tail = found.read(path);
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
        if (found.end < Files.size(path)) {
            try (var file = new RandomAccessFile(path.toFile(), "rw")) {
                file.setLength(found.end);
            }
        }
        var table = Storage.read(path);
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
        inBlock += isBlank(line, 0, line.length) ? 0 : 1;
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
