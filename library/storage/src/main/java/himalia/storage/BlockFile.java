package himalia.storage;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file of rows in whole blocks, which grows at its end; for one writer. */
final class BlockFile implements Closeable {
    private final WriterLock lock;
    // An interrupt would close a channel, and with it the store.
    private final RandomAccessFile file;
    private final List<RowBlock> blocks;
    private long end;
    private long rows;

    private BlockFile(WriterLock lock, RandomAccessFile file, List<RowBlock> blocks, long end) {
        this.lock = lock;
        this.file = file;
        this.blocks = new ArrayList<>(blocks);
        this.end = end;
        this.rows = blocks.stream().mapToLong(RowBlock::rows).sum();
    }

    /**
     * What a file holds.
     *
     * @param format how
     * @param blocks those that are whole, in order
     * @param end where the last of them ends
     * @param isOpenEnded whether a line break is missing behind it
     */
    record Held(RowFormat format, List<RowBlock> blocks, long end, boolean isOpenEnded) {}

    /** Opens a file for writing behind what is whole in it; all else is cut off. */
    static BlockFile open(Path path, WriterLock lock, Held held) throws IOException {
        var file = new RandomAccessFile(path.toFile(), "rw");
        try {
            file.setLength(held.end());
            long end = held.end();
            if (held.isOpenEnded()) {
                file.seek(end);
                file.write('\n');
                end++;
            }
            return new BlockFile(lock, file, held.blocks(), end);
        } catch (IOException | RuntimeException | Error e) {
            file.close();
            throw e;
        }
    }

    long rows() {
        return rows;
    }

    long bytes() {
        return end;
    }

    /** Where a file ends. */
    record End(int blocks, long bytes, long rows) {}

    End end() {
        return new End(blocks.size(), end, rows);
    }

    /** Takes back all that was appended since; what fails on the way is told with the failure that it is for. */
    void back(End before, Throwable failure) {
        blocks.subList(before.blocks(), blocks.size()).clear();
        end = before.bytes();
        rows = before.rows();
        try {
            file.setLength(end);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** Writes a block at the end, or nothing. */
    void append(byte[] block, int count) throws IOException {
        try {
            file.seek(end);
            file.write(block);
        } catch (IOException e) {
            back(end(), e);
            throw e;
        }
        blocks.add(new RowBlock(end, block.length, rows, count));
        rows += count;
        end += block.length;
    }

    /** Returns the block that a row is in. */
    RowBlock blockOf(long row) {
        int low = 0;
        int high = blocks.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (blocks.get(middle).firstRow() <= row) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return blocks.get(low);
    }

    byte[] read(RowBlock block) throws IOException {
        var bytes = new byte[block.bytes()];
        file.seek(block.at());
        file.readFully(bytes);
        return bytes;
    }

    /** Returns when all that was written is on the disk. */
    void force() throws IOException {
        file.getFD().sync();
    }

    @Override
    public void close() throws IOException {
        try (lock;
                file) {
            // Of what a write that was broken off has left, nothing stays.
            file.setLength(end);
        }
    }
}
