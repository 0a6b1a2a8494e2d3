package himalia.worker;

import himalia.link.Link;
import himalia.link.LinkException;
import himalia.link.LinkMessage;
import himalia.link.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** {@code System.in} of the cells: each line is asked of the person in front of the notebook. */
final class CellInput extends InputStream {
    private final Link link;
    private final CellOutput output;
    private byte[] line = new byte[0];
    private int next;

    CellInput(Link link, CellOutput output) {
        this.link = link;
        this.output = output;
    }

    @Override
    public synchronized int read() throws IOException {
        if (next == line.length) {
            ask();
        }
        return line[next++] & 0xff;
    }

    @Override
    public synchronized int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (next == line.length) {
            ask();
        }
        int count = Math.min(length, line.length - next);
        System.arraycopy(line, next, bytes, offset, count);
        next += count;
        return count;
    }

    @Override
    public synchronized int available() {
        return line.length - next;
    }

    /** Forgets what was typed but not read, when a cell ends. */
    synchronized void forget() {
        next = line.length;
    }

    private void ask() throws IOException {
        line = (prompt(link, output, "", false) + "\n").getBytes(StandardCharsets.UTF_8);
        next = 0;
    }

    /** Asks for one line. */
    static String prompt(Link link, CellOutput output, String prompt, boolean password)
            throws IOException {
        output.send();
        var fields =
                Map.of(
                        "cell",
                        CellScope.current(),
                        "prompt",
                        prompt,
                        "password",
                        (Object) password);
        try {
            return link.ask(new LinkMessage(Messages.INPUT, fields)).await().text("value");
        } catch (InterruptedException e) {
            if (StopChecks.stopping(CellScope.current())) {
                throw new CellInterrupted();
            }
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for input");
        } catch (LinkException e) {
            if (StopChecks.stopping(CellScope.current())) {
                throw new CellInterrupted();
            }
            if (e.refused()) {
                // Not an IOException: a Scanner would swallow it and say that there is no line.
                throw new IllegalStateException(e.getMessage());
            }
            throw e;
        }
    }
}
