package himalia.install.runner;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import himalia.client.ExecuteOptions;
import himalia.client.KernelClient;
import himalia.client.LaunchSpec;
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

    private final KernelClient client;

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
        try {
            var result =
                    client.execute(
                            code,
                            ExecuteOptions.DEFAULT.withTimeout(limit),
                            message ->
                                    outputs.accept(
                                            message.type(),
                                            GSON.toJsonTree(message.content()).getAsJsonObject()));
            return new Answer(result.ok(), (int) result.executionCount(), result.timedOut());
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private static InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("interrupted");
    }
}
