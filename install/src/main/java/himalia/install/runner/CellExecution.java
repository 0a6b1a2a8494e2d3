package himalia.install.runner;

import com.google.gson.JsonObject;
import himalia.client.Event;
import himalia.client.KernelClient;
import himalia.client.Pending;
import himalia.kernel.protocol.Message;
import himalia.kernel.protocol.content.ExecuteReply;
import java.io.IOException;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One cell from its request to its end, while earlier cells may still speak. */
final class CellExecution {
    /** How long an interrupted cell may take to end. */
    private static final Duration GRACE = Duration.ofSeconds(20);

    /** How often late outputs are looked for while the cell says nothing. */
    private static final Duration LOOK = Duration.ofMillis(100);

    private final KernelClient client;
    private final LateOutputs late;
    private final BiConsumer<String, JsonObject> outputs;
    private @Nullable Message reply;
    private boolean idle;

    CellExecution(KernelClient client, LateOutputs late, BiConsumer<String, JsonObject> outputs) {
        this.client = client;
        this.late = late;
        this.outputs = outputs;
    }

    RunningKernel.Answer await(Pending pending, Duration limit)
            throws IOException, InterruptedException {
        boolean interrupted = false;
        long end = System.nanoTime() + limit.toNanos();
        long silentSince = System.nanoTime();
        while (reply == null || !idle) {
            if (step(pending)) {
                silentSince = System.nanoTime();
            } else if (reply != null && System.nanoTime() - silentSince > GRACE.toNanos()) {
                throw new IOException(
                        "the cell was answered, and the kernel did not become idle within %d s"
                                .formatted(GRACE.toSeconds()));
            }
            if (limit.isZero() || System.nanoTime() < end || reply != null) {
                continue;
            }
            if (interrupted) {
                throw new IOException(
                        "the cell was interrupted after %d s and did not end within another %d s"
                                .formatted(limit.toSeconds(), GRACE.toSeconds()));
            }
            interrupted = true;
            end = System.nanoTime() + GRACE.toNanos();
            client.interrupt();
        }
        var said = ExecuteReply.from(reply.content());
        return new RunningKernel.Answer(
                said.status().equals("ok"), (int) said.executionCount(), interrupted);
    }

    /** Takes up what comes next; returns whether anything of this cell came. */
    private boolean step(Pending pending) throws IOException, InterruptedException {
        late.collect();
        var event = pending.next(LOOK);
        if (event.isEmpty()) {
            late.applyAll();
        } else if (event.get() instanceof Event.Published output) {
            var message = output.message();
            late.collect();
            late.applyUntil(message);
            LateOutputs.apply(message, outputs);
            idle |= message.fields().text("execution_state", "").equals("idle");
        } else if (event.get() instanceof Event.Replied replied) {
            reply = replied.message();
        } else if (event.get() instanceof Event.Gone gone) {
            throw new IOException(gone.reason());
        }
        return event.isPresent();
    }
}
