package himalia.parallel;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ServiceLoader;

/** A task of a pool, as a worker process sees it. */
final class PooledTask implements WorkerTask {
    static final String KIND = "pool";

    private final PoolTask task;

    private PooledTask(PoolTask task) {
        this.task = task;
    }

    static byte[] bytes(Class<? extends PoolTask> type, byte[] task) {
        return WireFormat.bytes(
                out -> {
                    out.writeUTF(KIND);
                    out.writeUTF(type.getName());
                    WireFormat.write(out, task);
                });
    }

    static PooledTask read(DataInputStream in) throws IOException {
        var name = in.readUTF();
        var task =
                ServiceLoader.load(PoolTask.class).stream()
                        .filter(each -> each.type().getName().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new IOException("no jar has the task " + name))
                        .get();
        task.begin(WireFormat.readBytes(in));
        return new PooledTask(task);
    }

    @Override
    public byte[] work(byte[] order, Surroundings surroundings) throws IOException {
        return task.work(order, surroundings::ask);
    }

    @Override
    public void close() {
        // It holds nothing but memory of this process.
    }
}
