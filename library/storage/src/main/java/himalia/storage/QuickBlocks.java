package himalia.storage;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** A CSV file in blocks of bytes: which rows begin in each, and whether a quote is open where it begins. */
final class QuickBlocks {
    static final int SIZE = 1 << 20;

    /** In bytes: most rows that begin in a block end there. */
    private static final int FIRST_MORE = 1 << 12;

    /** As DuckDB is told. */
    static final int LONGEST_ROW = 1 << 24;

    private static final VarHandle EIGHT =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long LOW = 0x7f7f7f7f7f7f7f7fL;

    private static final long LINES = 0x0a0a0a0a0a0a0a0aL;

    private static final long QUOTES = 0x2222222222222222L;

    private final FileChannel channel;
    private final long from;
    private final long to;
    private final int count;

    /** How many lines end in each, where no quote is open before it, and where one is. */
    private final int[][] lines;

    private final boolean[] isTurned;
    private final long[] rows;
    private final boolean[] isOpen;
    private long all = Long.MAX_VALUE;

    /** Looks at the bytes of a file from the end of its first line. */
    QuickBlocks(FileChannel channel, long from) throws IOException {
        this.channel = channel;
        this.from = from;
        this.to = channel.size();
        this.count = (int) ((to - from + SIZE - 1) / SIZE);
        lines = new int[count][2];
        isTurned = new boolean[count];
        rows = new long[count + 1];
        isOpen = new boolean[count + 1];
    }

    int count() {
        return count;
    }

    /** Finds out what there is; to be called once for each block, in any order. */
    void look(int block) throws IOException {
        var bytes = new byte[SIZE];
        int length = read(channel, bytes, 0, begin(block), SIZE);
        boolean isOdd = false;
        int at = 0;
        for (; at + 8 <= length; at += 8) {
            long eight = (long) EIGHT.get(bytes, at);
            if (equal(eight, QUOTES) == 0) {
                lines[block][isOdd ? 1 : 0] += Long.bitCount(equal(eight, LINES));
            } else {
                isOdd = count(bytes, at, at + 8, isOdd, lines[block]);
            }
        }
        isTurned[block] = count(bytes, at, length, isOdd, lines[block]);
    }

    /** Returns the highest bit of each byte that is the same in both. */
    private static long equal(long bytes, long wanted) {
        long other = bytes ^ wanted;
        return ~((other & LOW) + LOW | other | LOW);
    }

    private static boolean count(byte[] bytes, int from, int to, boolean isOdd, int[] lines) {
        boolean odd = isOdd;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '"') {
                odd = !odd;
            } else if (bytes[i] == '\n') {
                lines[odd ? 1 : 0]++;
            }
        }
        return odd;
    }

    /** Counts the rows before each block, when all have been looked at. Returns how many rows there are in all. */
    long countRows() throws IOException {
        countRows(0, count);
        return all;
    }

    /** Counts the rows in some blocks that have been looked at, as those before them have been. */
    void countRows(int first, int end) throws IOException {
        for (int block = first; block < end; block++) {
            rows[block + 1] = rows[block] + lines[block][isOpen[block] ? 1 : 0];
            isOpen[block + 1] = isOpen[block] ^ isTurned[block];
        }
        if (end == count) {
            var last = new byte[1];
            boolean isEnded = read(channel, last, 0, to - 1, 1) == 1 && last[0] == '\n';
            all = rows[count] + (isEnded ? 0 : 1);
        }
    }

    /** Returns whether a quote is open where a block begins. */
    boolean isOpen(int block) {
        return isOpen[block];
    }

    /** Returns the number of the first row that begins in a block. */
    long first(int block) {
        return block == 0 ? 0 : Math.min(all, rows[block] + 1);
    }

    /** Returns how many rows begin in a block. */
    int count(int block) {
        return (int) (Math.min(all, rows[block + 1] + 1) - first(block));
    }

    /**
     * Returns the rows that begin behind an end of a line in the block, and in the first one the very first; they are counted
     * from the origin.
     */
    Rows of(int block, long origin) throws IOException {
        long begin = begin(block);
        long end = Math.min(to, begin + SIZE);
        int first = (int) (first(block) - origin);
        int length = (int) (end - begin);
        for (int more = FIRST_MORE; ; more *= 4) {
            var bytes = new byte[length + more + QuickRows.PADDING];
            int read = read(channel, bytes, 0, begin, length + more);
            int from = block == 0 ? 0 : lineEnd(bytes, 0, length, isOpen[block]);
            if (from < 0 || begin + from == to) {
                return new Rows(bytes, 0, 0, first);
            }
            // The line that is open where the block ends belongs to it, unless one ended right
            // there.
            int last = lineEnd(bytes, length, read, isOpen[block + 1]);
            if (last >= 0) {
                return new Rows(bytes, from, last, first);
            }
            if (begin + read == to) {
                return new Rows(bytes, from, closed(bytes, read), first);
            }
            if (more >= LONGEST_ROW) {
                return new Rows(bytes, from, read, first);
            }
        }
    }

    /** Ends the last line of the file, if it has none. */
    private int closed(byte[] bytes, int length) {
        if (bytes[length - 1] == '\n') {
            return length;
        }
        int end = length;
        bytes[end++] = '\n';
        return end;
    }

    /** Returns what follows the next end of a line outside of quotes, -1 if there is none. */
    private static int lineEnd(byte[] bytes, int from, int to, boolean isOpen) {
        boolean open = isOpen;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '"') {
                open = !open;
            } else if (bytes[i] == '\n' && !open) {
                return i + 1;
            }
        }
        return -1;
    }

    /** Returns what follows the last end of a line outside of quotes, -1 if there is none. */
    static int lastLineEnd(byte[] bytes, int from, int to) {
        int last = -1;
        boolean open = false;
        for (int i = Math.max(0, from); i < to; i++) {
            if (bytes[i] == '"') {
                open = !open;
            } else if (bytes[i] == '\n' && !open) {
                last = i + 1;
            }
        }
        return last;
    }

    /** Rows in bytes, from a place to another, and the number of the first. */
    record Rows(byte[] bytes, int from, int to, int first) {}

    private long begin(int block) {
        return from + (long) block * SIZE;
    }

    /** Reads bytes at a place; returns how many there were. */
    static int read(FileChannel channel, byte[] bytes, int offset, long at, int length)
            throws IOException {
        var buffer = ByteBuffer.wrap(bytes, offset, length);
        while (buffer.hasRemaining()) {
            int read = channel.read(buffer, at + buffer.position() - offset);
            if (read < 0) {
                break;
            }
        }
        return buffer.position() - offset;
    }
}
