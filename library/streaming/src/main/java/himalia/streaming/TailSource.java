package himalia.streaming;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.source.legacy.SourceFunction;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file, those that are there and those that are appended; a checkpoint keeps how many bytes were read. Flink's
 * own source of files finds new files, and does not look into one again.
 */
final class TailSource implements SourceFunction<String>, CheckpointedFunction {
    private static final long serialVersionUID = 1;
    private static final int BLOCK = 64 * 1024;
    private static final long WAIT = 50;

    private final String file;
    private final boolean header;
    private long position;
    private boolean headerRead;
    private volatile boolean open = true;
    private transient @Nullable ListState<Long> saved;

    TailSource(Path file, boolean header) {
        this.file = file.toAbsolutePath().toString();
        this.header = header;
    }

    @Override
    public void run(SourceContext<String> out) throws Exception {
        while (open) {
            if (!readOn(out)) {
                Thread.sleep(WAIT);
            }
        }
    }

    /** Reads the whole lines of the next block; one that lacks its end waits for it. */
    private boolean readOn(SourceContext<String> out) throws IOException {
        try (var channel = FileChannel.open(Path.of(file))) {
            if (channel.size() < position) {
                throw new IOException(
                        "%s was cut from %d bytes to %d while its lines were followed"
                                .formatted(file, position, channel.size()));
            }
            var block = ByteBuffer.allocate(block(channel.size()));
            channel.read(block, position);
            int end = lastEnd(block.array(), block.position());
            synchronized (out.getCheckpointLock()) {
                emit(block.array(), end, out);
            }
            return end > 0;
        }
    }

    /** A line longer than a block needs one of its own. */
    private int block(long size) {
        return (int) Math.min(Math.max(BLOCK, size - position), Integer.MAX_VALUE / 2);
    }

    private static int lastEnd(byte[] bytes, int length) {
        int end = length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private void emit(byte[] bytes, int end, SourceContext<String> out) {
        int begin = 0;
        for (int i = 0; i < end; i++) {
            if (bytes[i] == '\n') {
                var line = new String(bytes, begin, i - begin, StandardCharsets.UTF_8).strip();
                begin = i + 1;
                if (header && !headerRead) {
                    headerRead = true;
                } else if (!line.isEmpty()) {
                    out.collect(line);
                }
            }
        }
        position += end;
    }

    @Override
    public void cancel() {
        open = false;
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        if (saved != null) {
            saved.update(List.of(position));
        }
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        var kept =
                context.getOperatorStateStore()
                        .getListState(new ListStateDescriptor<>("position", Types.LONG));
        saved = kept;
        for (var at : kept.get()) {
            position = at;
            headerRead = at > 0;
        }
    }
}
