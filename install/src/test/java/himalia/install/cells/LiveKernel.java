package himalia.install.cells;

import himalia.client.CellResult;
import himalia.client.ExecuteOptions;
import himalia.client.KernelClient;
import himalia.client.LaunchSpec;
import himalia.install.kernelspec.Distribution;
import himalia.install.kernelspec.InstalledJdk;
import himalia.install.kernelspec.KernelCommand;
import himalia.kernel.protocol.Message;
import himalia.kernel.protocol.json.Fields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** The kernel as it is installed, started in a folder of its own. */
final class LiveKernel implements AutoCloseable {
    private final KernelClient client;

    private LiveKernel(KernelClient client) {
        this.client = client;
    }

    static LiveKernel in(Path folder) {
        return in(folder, Map.of());
    }

    static LiveKernel in(Path folder, Map<String, String> variables) {
        var environment = new HashMap<>(variables);
        environment.put("HIMALIA_HISTORY", "off");
        environment.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
        var command = new KernelCommand(Distribution.ofThisProcess(), InstalledJdk.running());
        try {
            return new LiveKernel(
                    KernelClient.start(new LaunchSpec(command.words(), environment, folder)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    CellResult run(String code) {
        try {
            return client.execute(code);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs a cell, and interrupts it as soon as it has shown something. */
    CellResult runUntilShown(String code) {
        return runUntil("display_data", "", code);
    }

    /** Runs a cell, and interrupts it as soon as it has printed something. */
    CellResult runUntilPrinted(String code) {
        return runUntil("stream", "", code);
    }

    /** Runs a cell, and interrupts it as soon as it has changed something that it showed. */
    CellResult runUntilUpdated(String code) {
        return runUntil("update_display_data", "", code);
    }

    /** Runs a cell, and interrupts it as soon as it has changed something that it showed to what has these words. */
    CellResult runUntilUpdated(String code, String words) {
        return runUntil("update_display_data", words, code);
    }

    private CellResult runUntil(String type, String words, String code) {
        var once = new AtomicBoolean();
        try {
            return client.execute(
                    code,
                    ExecuteOptions.DEFAULT,
                    message -> {
                        if (message.type().equals(type)
                                && message.toString().contains(words)
                                && once.compareAndSet(false, true)) {
                            new Thread(this::interrupt).start();
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void interrupt() {
        try {
            client.interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs a cell that ends well, and returns its value as text. */
    String value(String code) {
        var result = run(code);
        if (!result.ok()) {
            throw new AssertionError(code + " failed: " + error(result));
        }
        return result.text();
    }

    /** Runs a cell that fails, and returns its traceback without colours. */
    String failure(String code) {
        var result = run(code);
        if (result.ok()) {
            throw new AssertionError(code + " did not fail; it gave " + result.text());
        }
        return error(result);
    }

    /** Runs a cell that ends well, and returns its displays as text. */
    List<String> displays(String code) {
        var result = run(code);
        if (!result.ok()) {
            throw new AssertionError(code + " failed: " + error(result));
        }
        return result.published("display_data").stream()
                .map(message -> message.fields().object("data"))
                .map(data -> String.valueOf(data.get("text/plain")))
                .toList();
    }

    /** Returns the next message that belongs to no cell that runs, waiting a little for it. */
    Optional<Message> unclaimed() {
        try {
            return client.unclaimed(Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Fields complete(String code) {
        try {
            return client.complete(code, code.codePointCount(0, code.length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Fields inspect(String code) {
        try {
            return client.inspect(code, code.codePointCount(0, code.length()), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns what is said of what stands at the end of the code. */
    String markdown(String code) {
        var said = inspect(code);
        return said.flag("found", false)
                ? String.valueOf(said.object("data").get("text/markdown"))
                : "nothing found";
    }

    private static String error(CellResult result) {
        return result.failure()
                .map(failure -> String.join("\n", failure.traceback()))
                .orElse(result.status())
                .replaceAll("\u001b\\[[0-9;]*m", "");
    }

    @Override
    public void close() {
        client.close();
    }
}
