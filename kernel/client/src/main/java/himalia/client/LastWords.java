package himalia.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads what a process prints, and keeps the end of it. */
final class LastWords {
    private static final int KEPT = 64 * 1024;
    private static final int SHOWN_LINES = 30;

    private final byte[] ring = new byte[KEPT];
    private long count;

    /** Starts to read, on a thread of its own, until the process ends. */
    static LastWords of(InputStream output) {
        var words = new LastWords();
        var reader = new Thread(() -> words.read(output), "himalia-kernel-output");
        reader.setDaemon(true);
        reader.start();
        return words;
    }

    private void read(InputStream output) {
        var buffer = new byte[8 * 1024];
        try (output) {
            for (int read = output.read(buffer); read >= 0; read = output.read(buffer)) {
                keep(buffer, read);
            }
        } catch (IOException e) {
            // The process is gone, and what it said is all that there is.
        }
    }

    private synchronized void keep(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            ring[(int) (count++ % KEPT)] = bytes[i];
        }
    }

    /** Returns what was kept. */
    synchronized String text() {
        int length = (int) Math.min(count, KEPT);
        var kept = new byte[length];
        for (int i = 0; i < length; i++) {
            kept[i] = ring[(int) ((count - length + i) % KEPT)];
        }
        return new String(kept, StandardCharsets.UTF_8);
    }

    /** Returns the last lines, to be put at the end of a message. */
    String told() {
        var lines = text().strip().lines().toList();
        if (lines.isEmpty()) {
            return "; it printed nothing";
        }
        var last = lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size());
        return "; it printed last:\n" + String.join("\n", last);
    }
}
