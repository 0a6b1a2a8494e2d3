package himalia.kernel.workers;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** What native code and child processes of the worker write to its standard streams. */
final class NativeOutput {
    private static final int PATIENCE = 100;

    private final InputStream source;
    private volatile boolean delivering;

    private NativeOutput(InputStream source) {
        this.source = source;
    }

    /** Takes text of a stream. */
    interface Sink {
        void stream(String name, String text);
    }

    static NativeOutput read(String name, InputStream source, Sink sink) {
        var output = new NativeOutput(source);
        var thread = new Thread(() -> output.pump(name, sink), "himalia-native-" + name);
        thread.setDaemon(true);
        thread.start();
        return output;
    }

    /** Waits a moment, until what has arrived has been passed on. */
    void drain() {
        try {
            for (int i = 0; i < PATIENCE && (delivering || source.available() > 0); i++) {
                Thread.sleep(1);
            }
        } catch (IOException e) {
            // The stream ended: nothing is left in it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pump(String name, Sink sink) {
        var buffer = new char[8192];
        try (var reader = new InputStreamReader(source, StandardCharsets.UTF_8)) {
            while (true) {
                int count = reader.read(buffer);
                if (count < 0) {
                    return;
                }
                delivering = true;
                sink.stream(name, new String(buffer, 0, count));
                delivering = false;
            }
        } catch (IOException e) {
            // The process is gone.
        } finally {
            delivering = false;
        }
    }
}
