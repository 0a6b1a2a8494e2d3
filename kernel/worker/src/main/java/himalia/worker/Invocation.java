package himalia.worker;

import himalia.display.bundle.Display;
import himalia.display.bundle.DisplayHandle;
import himalia.display.bundle.MimeBundle;
import himalia.link.LinkMessage;
import himalia.link.StackFrames;
import himalia.magics.spi.CurrentNotebook;
import himalia.magics.spi.Out;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs one snippet, and answers with what its value looks like, or with how it failed. */
final class Invocation implements CellThread.Job {
    private static final String INTERRUPTED = "interrupted";
    private static final String MEMORY = "memory";

    private final LinkMessage request;
    private final SnippetClasses classes;
    private final CellOutput output;
    private final MemoryReserve reserve;
    private final MemoryWatch watch;
    private boolean full;

    Invocation(
            LinkMessage request,
            SnippetClasses classes,
            CellOutput output,
            MemoryReserve reserve,
            MemoryWatch watch) {
        this.request = request;
        this.classes = classes;
        this.output = output;
        this.reserve = reserve;
        this.watch = watch;
    }

    @Override
    public long cell() {
        return request.number("cell");
    }

    @Override
    public LinkMessage run() {
        boolean main = request.text("lane").equals(Lanes.MAIN);
        CellCode.brought(request.text("class"), cell());
        watch.begin(cell());
        RunClock.start();
        try {
            if (main) {
                CellScope.enter(cell());
            } else {
                CellScope.enterAside(cell());
            }
            return withLive(shown(call()));
        } catch (Throwable thrown) {
            return failed(thrown);
        } finally {
            RunClock.stop();
            watch.end(cell());
            if (main) {
                CellScope.leave();
            }
            StopChecks.forget(cell());
            // What was printed is heard before the answer, where there is memory to say it.
            output.sendIfPossible();
        }
    }

    /** The kernel, which has the answer, waits for the mark in what native code printed. */
    @Override
    public void answered() {
        NativeMark.write(request.number("mark"));
    }

    private @Nullable Object call() throws Throwable {
        var method = classes.method(request.text("class"), request.text("method"));
        StopChecks.unlinked();
        if (method.type().returnType() == void.class) {
            method.invokeExact();
            return null;
        }
        return method.invoke();
    }

    /** Says whether live displays are to be told how the cell ends: else nobody need wait for that. */
    private static LinkMessage withLive(LinkMessage answer) {
        if (!Display.hasUnfinished()) {
            return answer;
        }
        var fields = new LinkedHashMap<String, @Nullable Object>(answer.fields());
        fields.put("live", true);
        return new LinkMessage(answer.name(), fields);
    }

    private LinkMessage shown(@Nullable Object value) {
        // The way to what a display shows is no value that somebody wants to see beside it.
        boolean silent = value == CurrentNotebook.NOTHING || value instanceof DisplayHandle;
        int count = silent ? 0 : (int) request.number("count");
        if (count != 0) {
            Out.keep(count, value);
        }
        if (!request.flag("show") || silent) {
            // Code that comes back from what was interrupted, and says nothing of it, was ended all
            // the same.
            return stopping() ? stopped() : LinkMessage.of("done");
        }
        Optional<MimeBundle> left;
        try {
            var bundle = Display.renderers().render(value, () -> classes.hold(value));
            if (!stopping()) {
                return answer(value, bundle);
            }
            left = Optional.of(bundle);
        } catch (CellInterrupted e) {
            full |= StopChecks.full(cell());
            if (full) {
                // Not the user's wish: told as what it is.
                throw e;
            }
            // The user's toString has checks too; where it does not end, the next step ends it.
            StopChecks.forget(cell());
            left = Display.renderers().leftOf(value);
        }
        // Who presses while a value is drawn wants the cell and those behind it to end, but not to
        // lose what it came to.
        left.ifPresent(Display::display);
        return stopped();
    }

    private LinkMessage answer(@Nullable Object value, MimeBundle bundle) {
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

    /** What came to its end although the heap is full has its end. */
    private boolean stopping() {
        return StopChecks.stopping(cell()) && !isFull();
    }

    /** Whether it is, or was, ended because the heap is full. */
    private boolean isFull() {
        full |= StopChecks.full(cell());
        return full;
    }

    private static LinkMessage stopped() {
        return new LinkMessage("failed", Map.of("kind", INTERRUPTED, "chain", List.of()));
    }

    @Override
    public LinkMessage failed(Throwable thrown) {
        try {
            if (thrown instanceof OutOfMemoryError) {
                reserve.release();
            }
            var fields = new LinkedHashMap<String, Object>();
            fields.put("broken", tellBroken(thrown));
            var told = told(thrown);
            fields.put("kind", kind(told));
            fields.put("chain", ThrowableWriter.describe(told));
            if (told instanceof OutOfMemoryError) {
                fields.put("most", Runtime.getRuntime().maxMemory());
            }
            return new LinkMessage("failed", fields);
        } catch (OutOfMemoryError e) {
            return withoutWords(e);
        } catch (RuntimeException | Error e) {
            if (thrown instanceof OutOfMemoryError memory) {
                // Without memory for classes, what would tell it cannot be linked.
                return withoutWords(memory);
            }
            throw e;
        }
    }

    /** Which memory there is none of decides whether this process can go on. */
    private LinkMessage withoutWords(OutOfMemoryError memory) {
        reserve.release();
        var words = memory.getMessage() == null ? "" : memory.getMessage();
        var only =
                Map.of("class", memory.getClass().getName(), "message", words, "frames", List.of());
        return new LinkMessage(
                "failed",
                Map.of("kind", MEMORY, "chain", List.of(only), "most", MemoryReserve.MOST));
    }

    /** Says which classes were ended as they were initialised, and returns them. */
    private List<String> tellBroken(Throwable thrown) {
        if (!(thrown instanceof OutOfMemoryError) && !StopChecks.stopping(cell())) {
            return List.of();
        }
        Initialisers.note(cell(), SelfReport.stack(thrown));
        var broken = Initialisers.broken(cell());
        if (!broken.isEmpty()) {
            output.write(cell(), "stderr", Initialisers.told(broken));
        }
        return broken;
    }

    /** Returns what is told of it: who was stopped because the heap is full has run out of memory. */
    private Throwable told(Throwable thrown) {
        if (!isFull() || thrown instanceof OutOfMemoryError) {
            return thrown;
        }
        var full = new OutOfMemoryError(StopChecks.HEAP_IS_FULL);
        full.setStackTrace(SelfReport.stack(thrown));
        return full;
    }

    private String kind(Throwable thrown) {
        if (thrown instanceof CellExit) {
            return "exit";
        }
        // Asked first: who is stopped because the heap is full is announced as full before that.
        boolean stopping = thrown instanceof CellInterrupted || StopChecks.stopping(cell());
        if (isFull()) {
            return MEMORY;
        }
        if (stopping) {
            return INTERRUPTED;
        }
        return thrown instanceof OutOfMemoryError ? MEMORY : "exception";
    }

    @Override
    public LinkMessage abandoned(String thread, StackTraceElement[] where) {
        var stands =
                Map.of(
                        "class",
                        "",
                        "message",
                        "",
                        "frames",
                        (Object) StackFrames.write(ThrowableWriter.frames(where)));
        output.sendIfPossible();
        return new LinkMessage(
                "failed", Map.of("kind", "abandoned", "thread", thread, "chain", List.of(stands)));
    }
}
