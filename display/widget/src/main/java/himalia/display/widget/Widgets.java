package himalia.display.widget;

import himalia.display.bundle.Display;
import himalia.display.bundle.Interrupts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Values that follow controls.
 *
 * <pre>{@code
 * Widgets.interact(Widgets.slider("bins", 5, 50), bins -> Charts.histogram(ages, bins))
 * Widgets.interact(Widgets.slider("n", 1, 9), Widgets.choice("kind", "sum", "product"), (n, kind) -> …)
 * }</pre>
 */
public final class Widgets {
    private Widgets() {}

    /** A slider over whole numbers. */
    public static IntSlider slider(String description, int from, int to) {
        return IntSlider.of(description, from, to);
    }

    /** A slider over numbers. */
    public static FloatSlider slider(String description, double from, double to) {
        return FloatSlider.of(description, from, to);
    }

    /** A list to choose one from. */
    public static <T> Dropdown<T> choice(String description, List<? extends T> options) {
        return Dropdown.of(description, options);
    }

    /** A list of texts to choose one from. */
    public static Dropdown<String> choice(String description, String... options) {
        return Dropdown.of(description, List.of(options));
    }

    /** A box that is checked or not. */
    public static Checkbox checkbox(String description, boolean start) {
        return Checkbox.of(description, start);
    }

    /** A line to type into. */
    public static Text text(String description, String start) {
        return Text.of(description, start);
    }

    /**
     * Shows a value that follows a control: it is made anew with every change. What {@code value} throws is shown in its place.
     *
     * @param value what is shown; null shows only what was printed
     */
    public static <A> Widget interact(
            ValueWidget<A> control, Function<? super A, ? extends @Nullable Object> value) {
        return interact(List.of(control), () -> value.apply(control.value()));
    }

    /** Shows a value that follows two controls. */
    public static <A, B> Widget interact(
            ValueWidget<A> first,
            ValueWidget<B> second,
            BiFunction<? super A, ? super B, ? extends @Nullable Object> value) {
        return interact(List.of(first, second), () -> value.apply(first.value(), second.value()));
    }

    /** Shows a value that follows three controls. */
    public static <A, B, C> Widget interact(
            ValueWidget<A> first,
            ValueWidget<B> second,
            ValueWidget<C> third,
            OfThree<? super A, ? super B, ? super C> value) {
        return interact(
                List.of(first, second, third),
                () -> value.apply(first.value(), second.value(), third.value()));
    }

    /** Shows a value that follows any number of controls. */
    public static Widget interact(
            List<? extends ValueWidget<?>> controls, Supplier<? extends @Nullable Object> value) {
        var output = new Output();
        // A value that cannot be made costs no controls: the next one may be fine.
        output.capture(() -> showOrTell(value));
        for (var control : controls) {
            follow(control, () -> output.capture(() -> showAnew(value)));
        }
        var all = new ArrayList<Widget>(controls);
        all.add(output);
        return VBox.of(all);
    }

    /** A function of three values. */
    @FunctionalInterface
    public interface OfThree<A, B, C> {
        /** Returns the value. */
        @Nullable Object apply(A first, B second, C third);
    }

    private static <T> void follow(ValueWidget<T> control, Runnable action) {
        control.onChange(value -> action.run());
    }

    private static void show(@Nullable Object value) {
        if (value != null) {
            Display.display(value);
        }
    }

    private static void showAnew(Supplier<? extends @Nullable Object> value) {
        Display.clearOutput(true);
        showOrTell(value);
    }

    private static void showOrTell(Supplier<? extends @Nullable Object> value) {
        try {
            show(value.get());
        } catch (Exception | AssertionError | LinkageError | StackOverflowError e) {
            if (Interrupts.threw(e)) {
                throw e;
            }
            Display.display(Failure.of(e));
        }
    }
}
