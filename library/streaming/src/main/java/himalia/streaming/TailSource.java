package himalia.streaming;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.source.legacy.SourceFunction;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file, those that are there and those that are appended, and those of a file that takes its place; a checkpoint
 * keeps how many bytes were read. Flink's
 * own source of files finds new files, and does not look into one again.
 */
final class TailSource implements SourceFunction<String>, CheckpointedFunction {
    private static final long serialVersionUID = 1;
    private static final int BLOCK = 64 * 1024;
    private static final int TAIL = 4096;
    private static final long WAIT = 50;

    private final String file;
    private final boolean header;
    private long position;
    private boolean headerRead;
    private volatile boolean open = true;
    private byte[] tail = {};
    private transient @Nullable ListState<Long> saved;
    private transient @Nullable ListState<byte[]> savedTail;

    TailSource(Path file, boolean header) {
        this.file = file.toAbsolutePath().toString();
        this.header = header;
    }

    @Override
    public void run(SourceContext<String> out) throws Exception {
        try (var held = new HeldFile(Path.of(file))) {
            while (open) {
                if (!readOn(held, out)) {
                    Thread.sleep(WAIT);
                }
            }
        }
    }

    /** Reads the whole lines of the next block; one that lacks its end waits for it. */
    private boolean readOn(HeldFile held, SourceContext<String> out) throws IOException {
        try {
            var reading = held.open();
            if (reading.isEmpty()) {
                return false;
            }
            if (!goesOn(reading.get())) {
                synchronized (out.getCheckpointLock()) {
                    position = 0;
                    tail = new byte[0];
                    headerRead = false;
                }
            }
            var bytes = new WholeLines(held.file(), BLOCK).read(reading.get(), position);
            if (bytes.length == 0) {
                return held.turn();
            }
            // A checkpoint waits for one block, and not for all that the file holds.
            synchronized (out.getCheckpointLock()) {
                emit(bytes, out);
                tail = last(tail, bytes);
            }
            return true;
        } catch (EOFException e) {
            // It is being cut, as the next look will tell.
            return false;
        }
    }

    /** Returns whether a file has what was read last where it was read: else it is another one, or was written anew. */
    private boolean goesOn(RandomAccessFile reading) throws IOException {
        if (reading.length() < position) {
            return false;
        }
        var there = new byte[tail.length];
        reading.seek(position - tail.length);
        reading.readFully(there);
        return Arrays.equals(there, tail);
    }

    /** Returns the end of what was read, which came in two parts. */
    private static byte[] last(byte[] before, byte[] next) {
        int kept = Math.min(before.length, Math.max(0, TAIL - next.length));
        int added = Math.min(next.length, TAIL);
        var last = Arrays.copyOfRange(before, before.length - kept, before.length + added);
        System.arraycopy(next, next.length - added, last, kept, added);
        return last;
    }

    private void emit(byte[] bytes, SourceContext<String> out) {
        int begin = position == 0 ? mark(bytes) : 0;
        for (int i = begin; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                // Tabs at the ends part values, too.
                int last = i > begin && bytes[i - 1] == '\r' ? i - 1 : i;
                var line = new String(bytes, begin, last - begin, StandardCharsets.UTF_8);
                begin = i + 1;
                if (header && !headerRead) {
                    headerRead = true;
                } else if (!line.isBlank()) {
                    out.collect(line);
                }
            }
        }
        position += bytes.length;
    }

    /** Returns how long the mark is by which some programs begin a file in UTF-8. */
    private static int mark(byte[] bytes) {
        boolean isMarked =
                bytes.length > 2
                        && bytes[0] == (byte) 0xEF
                        && bytes[1] == (byte) 0xBB
                        && bytes[2] == (byte) 0xBF;
        return isMarked ? 3 : 0;
    }

    @Override
    public void cancel() {
        open = false;
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        if (saved != null && savedTail != null) {
            saved.update(List.of(position));
            savedTail.update(List.of(tail));
        }
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        var kept =
                context.getOperatorStateStore()
                        .getListState(new ListStateDescriptor<>("position", Types.LONG));
        saved = kept;
        var keptTail =
                context.getOperatorStateStore()
                        .getListState(
                                new ListStateDescriptor<>(
                                        "tail",
                                        PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        savedTail = keptTail;
        for (var last : keptTail.get()) {
            tail = last;
        }
        for (var at : kept.get()) {
            position = at;
            headerRead = at > 0;
        }
    }
}
