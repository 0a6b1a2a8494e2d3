package himalia.table;

import himalia.display.bundle.comm.CommMessage;
import himalia.display.bundle.comm.CommSink;
import himalia.display.bundle.comm.Comms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page's side of widgets: what each holds, and a hand that moves them. */
final class Controls implements CommSink {
    private final Map<String, Map<Object, Object>> states = new LinkedHashMap<>();

    private Controls() {}

    static Controls open() {
        var controls = new Controls();
        Comms.connect(controls);
        return controls;
    }

    /** Chooses an option of the list with these words beside it. */
    void choose(String description, String option) {
        chooseIn(id("description", description), option);
    }

    /** Chooses an option of the only list that has it. */
    void choose(String option) {
        chooseIn(
                states.keySet().stream()
                        .filter(id -> options(id).contains(option))
                        .findFirst()
                        .orElseThrow(),
                option);
    }

    /** Returns what is chosen in the list with these words beside it. */
    Object chosen(String description) {
        var id = id("description", description);
        var index = (Number) states.get(id).get("index");
        return options(id).get(index.intValue());
    }

    private void chooseIn(String id, String option) {
        change(id, "index", options(id).indexOf(option));
    }

    private List<?> options(String id) {
        return (List<?>) states.get(id).getOrDefault("_options_labels", List.of());
    }

    void type(String text) {
        change(id("_model_name", "TextModel"), "value", text);
    }

    void click(String words) {
        Comms.received(
                id("description", words),
                CommMessage.of(Map.of("method", "custom", "content", Map.of("event", "click"))));
    }

    boolean isEnabled(String words) {
        return Boolean.FALSE.equals(states.get(id("description", words)).get("disabled"));
    }

    /** Returns what the labels say, with their markup. */
    String words() {
        var words = new StringBuilder();
        states.values()
                .forEach(
                        state -> {
                            if (List.of("LabelModel", "HTMLModel")
                                    .contains(state.get("_model_name"))) {
                                words.append(state.get("value")).append('\n');
                            }
                        });
        return words.toString();
    }

    private String id(String entry, String value) {
        return states.entrySet().stream()
                .filter(each -> value.equals(each.getValue().get(entry)))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private static void change(String id, String entry, Object value) {
        Comms.received(
                id,
                CommMessage.of(
                        Map.of(
                                "method",
                                "update",
                                "state",
                                new LinkedHashMap<>(Map.of(entry, value)),
                                "buffer_paths",
                                List.of())));
    }

    @Override
    public void open(String id, String target, CommMessage message) {
        hear(id, message);
    }

    @Override
    public void message(String id, CommMessage message) {
        hear(id, message);
    }

    private void hear(String id, CommMessage message) {
        if (message.data().get("state") instanceof Map<?, ?> state) {
            states.computeIfAbsent(id, each -> new LinkedHashMap<>()).putAll(state);
        }
    }

    @Override
    public void close(String id, CommMessage message) {
        states.remove(id);
    }

    @Override
    public String request() {
        return "request";
    }
}
