package himalia.install.runner;

import com.google.gson.JsonObject;
import himalia.client.CellListener;
import himalia.client.Event;
import himalia.client.KernelClient;
import himalia.client.Pending;
import himalia.kernel.protocol.content.DisplayData;
import himalia.kernel.protocol.json.Fields;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiConsumer;

/** One cell from its request to its end, while earlier cells may still speak. */
final class CellExecution implements CellListener {
    /** Tells whoever compares: what front ends save has none. */
    private static final Map<String, Object> PAGE = Map.of("himalia", Map.of("page", true));

    private final KernelClient client;
    private final LateOutputs late;
    private final BiConsumer<String, JsonObject> outputs;

    CellExecution(KernelClient client, LateOutputs late, BiConsumer<String, JsonObject> outputs) {
        this.client = client;
        this.late = late;
        this.outputs = outputs;
    }

    RunningKernel.Answer await(Pending pending, Duration limit)
            throws IOException, InterruptedException {
        var result = client.await(pending, limit, this);
        var said = result.reply();
        said.payload().forEach(this::page);
        return new RunningKernel.Answer(
                result.ok(), (int) said.executionCount(), result.timedOut());
    }

    /** A page, as of help, that front ends open beside the notebook: here the notebook is all there is. */
    private void page(Map<String, Object> payload) {
        if ("page".equals(payload.get("source"))) {
            var display = new DisplayData(new Fields(payload).object("data"), PAGE, Map.of());
            LateOutputs.apply(display.type(), display.toMap(), outputs);
        }
    }

    @Override
    public void heard(Event event) throws InterruptedException {
        if (event instanceof Event.Published output) {
            var message = output.message();
            late.collect();
            late.applyUntil(message);
            LateOutputs.apply(message.type(), message.content(), outputs);
        }
    }

    @Override
    public void silent() throws InterruptedException {
        late.collect();
        late.applyAll();
    }
}
