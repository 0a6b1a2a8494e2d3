package himalia.streaming;

import java.io.IOException;
import java.io.RandomAccessFile;
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
        try (var reading = new RandomAccessFile(file, "r")) {
            var bytes = new WholeLines(Path.of(file), BLOCK).read(reading, position);
            if (bytes.length == 0) {
                return false;
            }
            // A checkpoint waits for one block, and not for all that the file holds.
            synchronized (out.getCheckpointLock()) {
                emit(bytes, out);
            }
            return true;
        }
    }

    private void emit(byte[] bytes, SourceContext<String> out) {
        int begin = 0;
        for (int i = 0; i < bytes.length; i++) {
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
