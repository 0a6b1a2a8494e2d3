package himalia.display.widget;

import java.util.function.Consumer;

/**
 * A control that holds a value.
 *
 * @param <T> the type of the value
 */
public interface ValueWidget<T> extends Widget {
    /** Returns the value. */
    T value();

    /** Changes the value, here and in the page. */
    void set(T value);

    /**
     * Has {@code listener} hear every new value, whoever set it.
     *
     * <p>What the page sets is told on the thread of the comms' handlers, also while a cell runs.
     */
    void onChange(Consumer<? super T> listener);

    /** Lets the page change the value, or not. */
    default void enable(boolean enabled) {
        model().set("disabled", !enabled);
    }
}
