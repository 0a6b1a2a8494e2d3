package himalia.display.widget;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.comm.Comm;
import himalia.display.bundle.comm.CommMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The state of a widget, which the page has too: changes travel both ways, by name. The page hears of it when it is first
 * shown.
 */
public final class WidgetModel {
    static final String MIME = "application/vnd.jupyter.widget-view+json";
    static final String TARGET = "jupyter.widget";

    /** The version of the state protocol. */
    private static final String PROTOCOL = "2.1.0";

    private static final String CONTROLS = "@jupyter-widgets/controls";
    private static final String CONTROLS_VERSION = "2.0.0";

    private final String id = UUID.randomUUID().toString();
    private final Map<String, Object> state = new LinkedHashMap<>();
    private final Map<String, List<Runnable>> listeners = new LinkedHashMap<>();
    private final Map<String, Predicate<Object>> allowed = new LinkedHashMap<>();
    private volatile Consumer<Map<String, Object>> onEvent = content -> {};
    private @Nullable Comm comm;
    private boolean closed;

    private WidgetModel(String module, String version, String model, String view) {
        state.put("_model_module", module);
        state.put("_model_module_version", version);
        state.put("_model_name", model + "Model");
        state.put("_view_module", module);
        state.put("_view_module_version", version);
        state.put("_view_name", view + "View");
    }

    /** A control of the standard set, such as {@code IntSlider}. */
    static WidgetModel control(String name) {
        return control(name, name);
    }

    /** A control whose view has another name. */
    static WidgetModel control(String name, String view) {
        return new WidgetModel(CONTROLS, CONTROLS_VERSION, name, view);
    }

    /** A widget of another set. */
    static WidgetModel of(String module, String version, String name) {
        return new WidgetModel(module, version, name, name);
    }

    /** Returns this model with one more entry; for the time before it is shown. */
    WidgetModel with(String name, Object value) {
        given(value, name, "give it words, or \"\" for none");
        state.put(name, value);
        return this;
    }

    /** Returns the id of the model and of its comm. */
    public String id() {
        return id;
    }

    /** Returns an entry of the state. */
    synchronized Object get(String name) {
        var value = state.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "this widget has no '" + name + "'; it has " + state.keySet());
        }
        return value;
    }

    /** Changes an entry here and in the page, and tells who listens. */
    void set(String name, Object value) {
        given(value, name, "give it words, or \"\" for none");
        change(() -> Map.of(name, value));
    }

    /** Changes several entries in one step: nobody sees one without the other. */
    void change(Supplier<Map<String, Object>> entries) {
        change(entries, changed -> changed);
    }

    /** Changes several entries in one step; {@code told} says of which the listeners hear, given those that are others now. */
    void change(Supplier<Map<String, Object>> entries, UnaryOperator<Set<String>> told) {
        var changed = new LinkedHashMap<String, Object>();
        synchronized (this) {
            entries.get()
                    .forEach(
                            (name, value) -> {
                                if (!same(value, state.put(name, value))) {
                                    changed.put(name, value);
                                }
                            });
        }
        if (!changed.isEmpty()) {
            say("update", changed);
        }
        told.apply(changed.keySet()).forEach(this::tell);
    }

    /** Reads several entries in one step. */
    synchronized <R> R together(Supplier<R> reading) {
        return reading.get();
    }

    /** The page knows one kind of number. */
    private static boolean same(Object value, @Nullable Object before) {
        return value instanceof Number one && before instanceof Number other
                ? one.doubleValue() == other.doubleValue()
                : value.equals(before);
    }

    /** Takes from the page only what {@code test} allows for this entry; of every other what is of its kind. */
    void allow(String name, Predicate<Object> test) {
        allowed.put(name, test);
    }

    /** Has {@code listener} hear that an entry has changed. */
    synchronized void onChange(String name, Runnable listener) {
        listeners.computeIfAbsent(name, key -> new CopyOnWriteArrayList<>()).add(listener);
    }

    /** Has {@code handler} hear what happens in the page and changes no state, such as a click. */
    void onEvent(Consumer<Map<String, Object>> handler) {
        onEvent = handler;
    }

    /** Makes the page know the model, if it does not yet. */
    void open() {
        synchronized (this) {
            if (comm != null || closed) {
                return;
            }
        }
        // The page must know those that the state names before it knows who names them.
        snapshot().values().forEach(WidgetModel::openNamed);
        var wire = WireState.of(snapshot());
        synchronized (this) {
            if (comm != null) {
                return;
            }
            var message =
                    new CommMessage(
                            Map.of("state", wire.state(), "buffer_paths", wire.paths()),
                            Map.of("version", PROTOCOL),
                            wire.buffers());
            OpenModels.add(this);
            comm = Comm.open(id, TARGET, message);
            comm.onMessage(this::heard);
            comm.onClose(gone -> OpenModels.remove(this));
        }
    }

    private static void openNamed(@Nullable Object value) {
        if (value instanceof WidgetModel model) {
            model.open();
        } else if (value instanceof List<?> list) {
            list.forEach(WidgetModel::openNamed);
        }
    }

    /** Returns the view that a front end shows. */
    Map<String, Object> view() {
        return Map.of("version_major", 2, "version_minor", 0, "model_id", id);
    }

    void close() {
        Comm open;
        synchronized (this) {
            closed = true;
            open = comm;
        }
        OpenModels.remove(this);
        if (open != null) {
            open.close();
        }
    }

    /** Returns the whole state as it is now. */
    synchronized Map<String, Object> snapshot() {
        return new LinkedHashMap<>(state);
    }

    private void heard(CommMessage message) {
        switch (String.valueOf(message.data().get("method"))) {
            case "update" -> update(message);
            case "request_state" -> say("update", snapshot());
            case "custom" -> onEvent.accept(WireState.fields(message.data().get("content")));
            default -> {
                // A newer front end may say more than this protocol knows.
            }
        }
    }

    private void update(CommMessage message) {
        var stated = WireState.read(message);
        var changed = new ArrayList<String>();
        var holds = new LinkedHashMap<String, Object>();
        synchronized (this) {
            stated.keySet().retainAll(state.keySet());
            stated.forEach(
                    (name, value) -> {
                        var before = get(name);
                        if (allows(name, value) && !same(value, before)) {
                            state.put(name, value);
                            changed.add(name);
                        }
                        holds.put(name, get(name));
                    });
        }
        // The other pages that show this notebook hear of it too, and this one of what was refused.
        holds.remove(Output.OUTPUTS);
        if (!holds.isEmpty()) {
            say("echo_update", holds);
        }
        changed.forEach(this::tell);
    }

    private boolean allows(String name, @Nullable Object stated) {
        return stated != null
                && kind(stated).equals(kind(get(name)))
                && allowed.getOrDefault(name, any -> true).test(stated);
    }

    private static Class<?> kind(Object value) {
        return value instanceof Number
                ? Number.class
                : value instanceof List ? List.class : value.getClass();
    }

    private void tell(String name) {
        List<Runnable> all;
        synchronized (this) {
            all = List.copyOf(listeners.getOrDefault(name, List.of()));
        }
        all.forEach(Runnable::run);
    }

    private void say(String method, Map<String, Object> changes) {
        Comm open;
        synchronized (this) {
            open = comm;
        }
        if (open != null && open.isOpen()) {
            changes.values().forEach(WidgetModel::openNamed);
            var wire = WireState.of(changes);
            open.send(
                    Map.of("method", method, "state", wire.state(), "buffer_paths", wire.paths()),
                    Map.of(),
                    wire.buffers());
        }
    }
}
