package himalia.storage;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.avro.file.DataFileConstants;
import org.apache.avro.io.DecoderFactory;

/** Finds the blocks of an Avro file by their lengths and marks, without reading what is in them. */
final class AvroBlocks {
    private static final int MARK = DataFileConstants.SYNC_SIZE;

    /** How long the two numbers at the head of a block may be. */
    private static final int HEAD = 20;

    private static final int CHUNK = 1 << 20;

    private final Path path;
    private final RandomAccessFile file;
    private final byte[] mark;

    private AvroBlocks(Path path, RandomAccessFile file, byte[] mark) {
        this.path = path;
        this.file = file;
        this.mark = mark;
    }

    static BlockFile.Held of(Path path) throws IOException {
        try (var avro = AvroFiles.open(path);
                var file = new RandomAccessFile(path.toFile(), "r")) {
            var header = new byte[Math.toIntExact(avro.previousSync())];
            file.readFully(header);
            var format = new AvroRows(path, header, avro.getSchema());
            var blocks = new AvroBlocks(path, file, AvroRows.mark(header)).whole(header.length);
            long end = blocks.isEmpty() ? header.length : blocks.get(blocks.size() - 1).end();
            return new BlockFile.Held(format, blocks, end, false);
        }
    }

    private List<RowBlock> whole(long from) throws IOException {
        var blocks = new ArrayList<RowBlock>();
        long at = from;
        long rows = 0;
        while (at < file.length()) {
            var block = block(at, rows);
            if (block.isEmpty()) {
                refuseDamage(at, rows);
                break;
            }
            blocks.add(block.get());
            rows += block.get().rows();
            at = block.get().end();
        }
        return blocks;
    }

    private Optional<RowBlock> block(long at, long row) throws IOException {
        var head = read(at, HEAD);
        var numbers = DecoderFactory.get().binaryDecoder(head, null);
        long count;
        long size;
        long body;
        try {
            count = numbers.readLong();
            size = numbers.readLong();
            body = head.length - numbers.inputStream().available();
        } catch (IOException e) {
            return Optional.empty();
        }
        long bytes = body + size + MARK;
        boolean isWhole =
                count >= 0
                        && count <= Integer.MAX_VALUE
                        && size >= 0
                        && size < Integer.MAX_VALUE - HEAD - MARK
                        && Arrays.equals(read(at + body + size, MARK), mark);
        return isWhole
                ? Optional.of(new RowBlock(at, (int) bytes, row, (int) count))
                : Optional.empty();
    }

    private byte[] read(long at, int most) throws IOException {
        var bytes = new byte[(int) Math.max(0, Math.min(most, file.length() - at))];
        file.seek(at);
        file.readFully(bytes);
        return bytes;
    }

    /** A writer that was stopped leaves one end; blocks that stand behind what is broken would be lost with it. */
    private void refuseDamage(long from, long rows) throws IOException {
        for (long at = from; at < file.length(); at += CHUNK) {
            var chunk = read(at, CHUNK + MARK - 1);
            for (int i = 0; i + MARK <= chunk.length; i++) {
                if (Arrays.equals(chunk, i, i + MARK, mark, 0, MARK)) {
                    throw BadFile.because(
                            "%s is damaged at byte %d of %d, behind %d whole rows, and more rows follow, which no writer that was stopped leaves. Nothing was changed; a copy of its first %2$d bytes can be opened"
                                    .formatted(path.getFileName(), from, file.length(), rows));
                }
            }
        }
    }
}
