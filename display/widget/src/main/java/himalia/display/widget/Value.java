package himalia.display.widget;

import java.util.function.Consumer;
import java.util.function.Function;

/** One entry of a model as a value of the user's type. */
final class Value<T> {
    private final WidgetModel model;
    private final String name;
    private final Function<Object, T> read;
    private final Function<T, Object> write;

    Value(WidgetModel model, String name, Function<Object, T> read, Function<T, Object> write) {
        this.model = model;
        this.name = name;
        this.read = read;
        this.write = write;
    }

    T get() {
        return read.apply(model.get(name));
    }

    void set(T value) {
        model.set(name, write.apply(value));
    }

    void onChange(Consumer<? super T> listener) {
        model.onChange(name, () -> listener.accept(get()));
    }
}
