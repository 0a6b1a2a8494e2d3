package himalia.worker;

import himalia.display.bundle.Display;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Renderers;
import himalia.link.LinkMessage;
import himalia.link.LinkReply;
import himalia.magics.spi.CurrentNotebook;
import himalia.magics.spi.Out;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs one snippet, and answers with what its value looks like, or with how it failed. */
final class Invocation implements CellThread.Job {
    private static final String INTERRUPTED = "interrupted";

    private final LinkMessage request;
    private final LinkReply reply;
    private final SnippetClasses classes;
    private final Output output;
    private final MemoryReserve reserve;

    Invocation(
            LinkMessage request,
            LinkReply reply,
            SnippetClasses classes,
            Output output,
            MemoryReserve reserve) {
        this.request = request;
        this.reply = reply;
        this.classes = classes;
        this.output = output;
        this.reserve = reserve;
    }

    @Override
    public long cell() {
        return request.number("cell");
    }

    @Override
    public void run() {
        boolean main = request.text("lane").equals(Lanes.MAIN);
        if (main) {
            CellScope.enter(cell());
        } else {
            CellScope.enterAside(cell());
        }
        LinkMessage answer;
        try {
            answer = shown(call());
        } catch (Throwable thrown) {
            answer = failed(thrown);
        }
        if (main) {
            CellScope.leave();
        }
        output.send();
        StopChecks.forget(cell());
        NativeMark.write(request.number("mark"));
        reply.send(answer);
    }

    private @Nullable Object call() throws Throwable {
        var method = classes.find(request.text("class")).getDeclaredMethod(request.text("method"));
        method.setAccessible(true);
        try {
            return method.invoke(null);
        } catch (InvocationTargetException e) {
            var cause = e.getCause();
            throw cause == null ? e : cause;
        }
    }

    private LinkMessage shown(@Nullable Object value) {
        if (!request.flag("show") || value == CurrentNotebook.NOTHING) {
            return LinkMessage.of("done");
        }
        int count = (int) request.number("count");
        if (count != 0) {
            Out.keep(count, value);
        }
        MimeBundle bundle;
        boolean interrupted;
        try {
            bundle = Display.renderers().render(value, () -> classes.hold(value));
            interrupted = StopChecks.stopping(cell());
        } catch (CellInterrupted e) {
            interrupted = true;
            // The user's toString has checks too; where it does not end, the next step ends it.
            StopChecks.forget(cell());
            bundle = Renderers.textOfInterrupted(value);
        }
        if (interrupted) {
            // Who presses while a value is drawn wants the cell and those behind it to end, but not
            // to lose what it came to.
            Display.display(bundle);
            return new LinkMessage("failed", Map.of("kind", INTERRUPTED, "chain", List.of()));
        }
        return output.captures().take(cell(), "", false, bundle)
                ? LinkMessage.of("done")
                : new LinkMessage(
                        "done",
                        // A text is shown as it is, the name of a class too.
                        value instanceof CharSequence
                                ? Map.of("data", bundle.data(), "metadata", bundle.metadata())
                                : fields(bundle));
    }

    /** Returns a bundle as fields of a message. */
    static Map<String, Object> fields(MimeBundle bundle) {
        return Map.of("data", named(bundle.data()), "metadata", bundle.metadata());
    }

    /** An object that says nothing of itself is shown by the name of its class, alone or in a list or a table. */
    private static Map<String, Object> named(Map<String, Object> data) {
        var named = new LinkedHashMap<>(data);
        named.replaceAll(
                (type, shown) -> shown instanceof String text ? CellNames.shown(text) : shown);
        return named;
    }

    private LinkMessage failed(Throwable thrown) {
        try {
            if (thrown instanceof OutOfMemoryError) {
                reserve.release();
            }
            return new LinkMessage(
                    "failed", Map.of("kind", kind(thrown), "chain", Failure.describe(thrown)));
        } catch (OutOfMemoryError e) {
            reserve.release();
            var only = Map.of("class", thrown.getClass().getName(), "frames", List.of());
            return new LinkMessage("failed", Map.of("kind", "memory", "chain", List.of(only)));
        }
    }

    private String kind(Throwable thrown) {
        if (thrown instanceof CellExit) {
            return "exit";
        }
        if (thrown instanceof CellInterrupted || StopChecks.stopping(cell())) {
            return INTERRUPTED;
        }
        return thrown instanceof OutOfMemoryError ? "memory" : "exception";
    }

    @Override
    public void abandon(String thread, StackTraceElement[] where) {
        var frames = Arrays.stream(where).limit(30).map(StackTraceElement::toString).toList();
        output.send();
        NativeMark.write(request.number("mark"));
        reply.send(
                new LinkMessage(
                        "failed",
                        Map.of(
                                "kind",
                                "abandoned",
                                "thread",
                                thread,
                                "chain",
                                List.of(),
                                "where",
                                frames)));
    }
}
