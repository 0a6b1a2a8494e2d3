package himalia.display.widget;

import java.util.function.Consumer;

/**
 * A line to type into.
 *
 * <pre>{@code
 * var name = Text.of("name", "churn");
 * name.onSubmit(text -> display(find(text)));   // when Enter is pressed
 * }</pre>
 */
public final class Text extends ValueWidget<String> {
    private Text(String description, String start) {
        super(
                Described.control("Text", "Text", description)
                        .with("value", start)
                        .with("placeholder", "")
                        .with("continuous_update", true),
                "value");
    }

    /** A line that begins with {@code start} in it. */
    public static Text of(String description, String start) {
        return new Text(description, start);
    }

    /** Tells its value with every letter, as it does by itself, or only when Enter is pressed or the line is left. */
    public Text continuousUpdate(boolean everyLetter) {
        model().set("continuous_update", everyLetter);
        return this;
    }

    /** Shows words in the empty line that say what belongs there. */
    public Text placeholder(String words) {
        model().set("placeholder", words);
        return this;
    }

    /** Has {@code listener} hear the text when Enter is pressed. */
    public void onSubmit(Consumer<? super String> listener) {
        model().onEvent(
                        content -> {
                            if ("submit".equals(content.get("event"))) {
                                listener.accept(value());
                            }
                        });
    }

    @Override
    boolean allows(Object stated) {
        return stated instanceof String;
    }

    @Override
    String read(Object stated) {
        return (String) stated;
    }

    @Override
    String refusal(String text) {
        return "a line holds a text, got " + text;
    }

    @Override
    public String toString() {
        return Described.line(description(), value());
    }
}
