package himalia.worker;

import himalia.display.bundle.CellEnd;
import himalia.display.bundle.Display;
import himalia.link.LinkMessage;
import himalia.link.LinkReply;
import java.util.Locale;

/** Tells the live displays of a cell how it ended, as the cell's own last act. */
final class CellEnded implements CellThread.Job {
    private final LinkMessage request;
    private final LinkReply reply;
    private final Output output;

    CellEnded(LinkMessage request, LinkReply reply, Output output) {
        this.request = request;
        this.reply = reply;
        this.output = output;
    }

    @Override
    public long cell() {
        return request.number("cell");
    }

    @Override
    public void run() {
        CellScope.enterAside(cell());
        try {
            Display.cellEnded(CellEnd.valueOf(request.text("how").toUpperCase(Locale.ROOT)));
        } catch (RuntimeException | LinkageError e) {
            System.getLogger("himalia.worker")
                    .log(System.Logger.Level.WARNING, "a display could not end", e);
        }
        output.send();
        reply.send(LinkMessage.of("done"));
    }

    @Override
    public void abandon(String thread, StackTraceElement[] where) {
        reply.send(LinkMessage.of("done"));
    }
}
