package himalia.display.widget;

import himalia.display.bundle.Display;
import himalia.display.bundle.DisplaySink;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.comm.CommMessage;
import himalia.display.bundle.comm.CommSink;
import himalia.display.bundle.comm.Comms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A page that writes down what the widgets tell it, and says what a person's hand would make it say. */
final class Page implements CommSink, DisplaySink {
    /** What was told since it was last asked: {@code update {value=3}}, {@code shown 9}. */
    private final List<String> told = new ArrayList<>();

    private Page() {}

    /** Opens a page, to which all widgets and displays belong from now on. */
    static Page open() {
        var page = new Page();
        Comms.connect(page);
        Display.connect(page);
        return page;
    }

    /** Shows a widget, and forgets what was told so far. */
    <W extends Widget> W show(W widget) {
        widget.bundle();
        told.clear();
        return widget;
    }

    /** Returns what was told since it was last asked. */
    List<String> told() {
        var all = List.copyOf(told);
        told.clear();
        return all;
    }

    /** Changes an entry, as a person's hand does. */
    void change(Widget widget, String entry, Object value) {
        var state = new LinkedHashMap<String, Object>();
        state.put(entry, value);
        say(widget, Map.of("method", "update", "state", state, "buffer_paths", List.of()));
    }

    /** Says what changes no state. */
    void happens(Widget widget, Object content) {
        say(widget, Map.of("method", "custom", "content", content));
    }

    void say(Widget widget, Map<String, Object> data) {
        Comms.received(widget.model().id(), CommMessage.of(data));
    }

    @Override
    public void open(String id, String target, CommMessage message) {
        told.add("open " + target);
    }

    @Override
    public void message(String id, CommMessage message) {
        var data = message.data();
        told.add(data.get("method") + " " + data.getOrDefault("state", data.get("states")));
    }

    @Override
    public void close(String id, CommMessage message) {
        told.add("close");
    }

    @Override
    public String request() {
        return "request";
    }

    @Override
    public void show(MimeBundle bundle, Optional<String> id) {
        told.add("shown " + bundle.text());
    }

    @Override
    public void update(String id, MimeBundle bundle) {
        told.add("shown instead " + bundle.text());
    }

    @Override
    public void clear(boolean wait) {
        told.add(wait ? "cleared at the next" : "cleared");
    }
}
