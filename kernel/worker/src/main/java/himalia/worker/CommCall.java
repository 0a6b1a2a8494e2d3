package himalia.worker;

import himalia.display.bundle.CellEnd;
import himalia.display.bundle.Display;
import himalia.display.bundle.comm.CommMessage;
import himalia.display.bundle.comm.Comms;
import himalia.link.LinkMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hands one message of a comm to the user's handlers; what they throw is printed where their output goes. */
final class CommCall implements CellThread.Job {
    private static final int MOST_FRAMES = 30;

    private final LinkMessage request;
    private final CellOutput output;

    CommCall(LinkMessage request, CellOutput output) {
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
            call();
            Display.cellEnded(CellEnd.FINISHED);
        } catch (Throwable thrown) {
            tell(thrown);
        } finally {
            StopChecks.forget(cell());
        }
        output.send();
        return LinkMessage.of("done");
    }

    private void call() {
        var id = request.text("id");
        var message =
                new CommMessage(
                        present(request.map("data")),
                        present(request.map("metadata")),
                        buffers(request.list("buffers")));
        switch (request.text("kind")) {
            case "open" -> Comms.opened(id, request.text("target"), message);
            case "close" -> Comms.closed(id, message);
            default -> Comms.received(id, message);
        }
    }

    // Nulls are values of JSON, and users may meet them.
    @SuppressWarnings("NullAway")
    private static Map<String, Object> present(Map<String, @Nullable Object> fields) {
        return new LinkedHashMap<>(fields);
    }

    private static List<byte[]> buffers(List<?> list) {
        return list.stream().filter(byte[].class::isInstance).map(byte[].class::cast).toList();
    }

    private void tell(Throwable thrown) {
        boolean stopped = thrown instanceof CellInterrupted || StopChecks.stopping(cell());
        try {
            Display.cellEnded(stopped ? CellEnd.INTERRUPTED : CellEnd.FAILED);
        } catch (RuntimeException | Error e) {
            thrown.addSuppressed(e);
        }
        output.write("stderr", stopped ? "The callback was interrupted.\n" : told(thrown));
    }

    /** The user's lines, as in the errors of cells; all frames where no cell has a part in it. */
    private static String told(Throwable thrown) {
        return "A callback failed: " + Traces.ofUser(thrown).orElseGet(() -> trace(thrown));
    }

    private static String trace(Throwable thrown) {
        var text = new StringBuilder(SelfReport.text(thrown)).append('\n');
        int count = 0;
        for (var frame : SelfReport.stack(thrown)) {
            if (frame.getClassName().startsWith("himalia.display.bundle.comm.")
                    || count++ == MOST_FRAMES) {
                break;
            }
            text.append("    at ").append(frame).append('\n');
        }
        return text.toString();
    }

    @Override
    public LinkMessage abandoned(String thread, StackTraceElement[] where) {
        output.write(
                cell(),
                "stderr",
                "The callback is blocked where nothing can end it; its thread, "
                        + thread
                        + ", was given up.\n");
        output.send();
        return LinkMessage.of("done");
    }
}
