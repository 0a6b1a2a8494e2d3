package himalia.worker;

import himalia.link.Link;
import himalia.link.LinkMessage;
import himalia.link.Messages;
import himalia.link.SteadyThread;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What cells print, merged into few messages: sent every 50 ms, when there is much of it, before a display, and at the
 * end of the cell. The order of the two streams is kept.
 */
final class CellOutput {
    private static final long PERIOD = 50;
    private static final int MUCH = 1 << 16;

    private final Link link;
    private final Captures captures = new Captures();
    private final List<Piece> pieces = new ArrayList<>();
    private int size;

    CellOutput(Link link) {
        this.link = link;
        new SteadyThread("himalia-output", this::sendInTime).start();
    }

    /** Text of one stream, for one cell. */
    private record Piece(long cell, String stream, StringBuilder text) {}

    /** Returns what is kept instead of shown. */
    Captures captures() {
        return captures;
    }

    /** Adds text of the calling thread's cell. */
    void write(String stream, CharSequence text) {
        if (CellScope.isQuestion(CellScope.owner())) {
            // A tip on a value is nothing that a cell does.
            return;
        }
        long cell = CellScope.current();
        if (!captures.take(cell, stream, text)) {
            write(cell, stream, text);
        }
    }

    /** Adds text of a cell. */
    synchronized void write(long cell, String stream, CharSequence text) {
        var last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
        if (last == null || last.cell() != cell || !last.stream().equals(stream)) {
            last = new Piece(cell, stream, new StringBuilder());
            pieces.add(last);
            if (pieces.size() == 1) {
                notifyAll();
            }
        }
        last.text().append(text);
        size += text.length();
        if (size > MUCH) {
            send();
        }
    }

    /** Sends what is there. */
    synchronized void send() {
        while (!pieces.isEmpty()) {
            var piece = pieces.get(0);
            link.tell(
                    new LinkMessage(
                            Messages.STREAM,
                            Map.of(
                                    "cell", piece.cell(),
                                    "name", piece.stream(),
                                    "text", piece.text().toString())));
            pieces.remove(0);
        }
        size = 0;
    }

    /** Where the user's heap is full, later is better than never. */
    void sendIfPossible() {
        try {
            send();
        } catch (OutOfMemoryError e) {
            // The next try is soon, or at the end of the cell.
            return;
        }
    }

    private void sendInTime() {
        try {
            while (true) {
                synchronized (this) {
                    while (pieces.isEmpty()) {
                        wait();
                    }
                }
                Thread.sleep(PERIOD);
                sendIfPossible();
            }
        } catch (InterruptedException e) {
            // Nobody interrupts this thread but the end of the process.
        }
    }
}
