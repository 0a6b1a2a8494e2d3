package himalia.worker;

import himalia.display.bundle.CellEnd;
import himalia.display.bundle.Display;
import himalia.link.LinkMessage;
import java.util.Locale;

/** Tells the live displays of a cell how it ended, as the cell's own last act. */
final class CellEnded implements CellThread.Job {
    private final LinkMessage request;
    private final CellOutput output;

    CellEnded(LinkMessage request, CellOutput output) {
        this.request = request;
        this.output = output;
    }

    @Override
    public long cell() {
        return request.number("cell");
    }

    @Override
    public LinkMessage run() {
        CellScope.enterAside(cell());
        try {
            Display.cellEnded(CellEnd.valueOf(request.text("how").toUpperCase(Locale.ROOT)));
        } catch (RuntimeException | LinkageError e) {
            System.getLogger("himalia.worker")
                    .log(System.Logger.Level.WARNING, "a display could not end", e);
        }
        output.send();
        return LinkMessage.of("done");
    }
}
