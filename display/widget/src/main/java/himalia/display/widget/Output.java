package himalia.display.widget;

import himalia.display.bundle.Display;
import himalia.display.bundle.Interrupts;
import himalia.display.bundle.comm.Comms;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A place in the page for what is printed and displayed.
 *
 * <pre>{@code
 * var out = new Output();
 * button.onClick(() -> out.capture(() -> System.out.println("clicked")));
 * slider.onChange(n -> out.show(chart(n)));
 * }</pre>
 *
 * <p>In a front end without widgets it all appears below the cell.
 */
public final class Output implements Widget {
    static final String OUTPUTS = "outputs";
    private static final String REQUEST = "msg_id";

    private final WidgetModel model =
            WidgetModel.of("@jupyter-widgets/output", "1.0.0", "Output")
                    .with(REQUEST, "")
                    .with(OUTPUTS, List.of());

    private final ReentrantLock lock = new ReentrantLock();

    /** Runs {@code body}; what it prints, displays and throws appears here, and what it throws is thrown on. */
    public void capture(Runnable body) {
        lock.lock();
        try {
            model.open();
            var before = model.get(REQUEST);
            // The page takes the output of the request that it is told of.
            model.set(REQUEST, Comms.sink().request());
            try {
                body.run();
            } catch (Exception | AssertionError | LinkageError | StackOverflowError e) {
                // Of what a handler throws nobody else tells in the page.
                if (!Interrupts.threw(e)) {
                    Display.display(Failure.of(e));
                }
                throw e;
            } finally {
                model.set(REQUEST, before);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Shows a value in the place of all that is here. */
    public void show(@Nullable Object value) {
        capture(
                () -> {
                    Display.clearOutput(true);
                    Display.display(value);
                });
    }

    /** Removes all that is here. */
    public void clear() {
        model.set(OUTPUTS, List.of());
    }

    @Override
    public WidgetModel model() {
        return model;
    }

    @Override
    public String html() {
        return "";
    }

    @Override
    public String toString() {
        return "";
    }
}
