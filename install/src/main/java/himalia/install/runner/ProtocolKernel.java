package himalia.install.runner;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import himalia.client.ExecuteOptions;
import himalia.client.KernelClient;
import himalia.client.LaunchSpec;
import himalia.client.OutputListener;
import himalia.client.Pending;
import himalia.kernel.channels.Channel;
import himalia.kernel.protocol.content.ExecuteRequest;
import himalia.kernel.protocol.json.Fields;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** A kernel process of our own, spoken to over Jupyter's protocol. */
public final class ProtocolKernel implements RunningKernel {
    private static final Gson GSON = new Gson();

    /** How long the kernel may think about its jobs. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** How long a cell may clean up that is ended with the run. */
    private static final Duration AT_THE_END = Duration.ofSeconds(3);

    /** One name a line. Asked of the worker itself: completion, which knows them too, answers in time or not at all. */
    private static final String RUNNING_JOBS =
            "String.join(\"\\n\", himalia.magics.spi.Jobs.running())";

    private final KernelClient client;
    private final LateOutputs late = new LateOutputs();

    private ProtocolKernel(KernelClient client) {
        this.client = client;
    }

    /**
     * Starts a kernel.
     *
     * @param argv its command line, as in a kernelspec
     * @param folder where its relative paths begin
     */
    public static RunningKernel start(List<String> argv, Path folder) throws IOException {
        try {
            return new ProtocolKernel(
                    KernelClient.start(
                            new LaunchSpec(argv, Map.of("HIMALIA_HISTORY", "off"), folder)));
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    @Override
    public JsonObject languageInfo() {
        var info = GSON.toJsonTree(client.kernelInfo()).getAsJsonObject();
        return info.has("language_info") ? info.getAsJsonObject("language_info") : new JsonObject();
    }

    @Override
    public Answer execute(String code, BiConsumer<String, JsonObject> outputs, Duration limit)
            throws IOException {
        var request = new ExecuteRequest(code, false, true, Map.of(), false, true);
        // Never closed: what the cell started may speak until the kernel ends.
        var pending = client.send(Channel.SHELL, request);
        try {
            return new CellExecution(client, late, outputs).await(pending, limit);
        } catch (InterruptedException e) {
            end(pending, outputs);
            throw interrupted();
        } finally {
            late.add(pending, outputs);
        }
    }

    /** Ends a cell as an interrupt does, so that its {@code finally} is run. */
    private void end(Pending pending, BiConsumer<String, JsonObject> outputs) {
        try {
            client.interrupt();
            var answer = new CellExecution(client, late, outputs).await(pending, AT_THE_END);
        } catch (InterruptedException | IOException e) {
            // It ends with the kernel then.
        }
    }

    @Override
    public List<String> jobs() {
        try {
            return runningJobs();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } catch (IOException e) {
            // A kernel that cannot tell has a notebook to give all the same.
            return List.of();
        }
    }

    private List<String> runningJobs() throws IOException, InterruptedException {
        var options =
                ExecuteOptions.DEFAULT
                        .withSilent(true)
                        .withTimeout(PATIENCE)
                        .withUserExpressions(Map.of("jobs", RUNNING_JOBS));
        var reply = client.execute("", options, OutputListener.NONE).reply();
        var answer = new Fields(reply.userExpressions()).object("jobs");
        var names = new Fields(answer).object("data").get("text/plain");
        return names instanceof String text ? text.lines().toList() : List.of();
    }

    @Override
    public void close() {
        client.close();
        try {
            late.collect();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        late.applyAll();
    }

    private static InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("interrupted");
    }
}
