package himalia.display.widget;

/**
 * A box that is checked or not.
 *
 * <pre>{@code
 * var log = Checkbox.of("logarithmic", false);
 * }</pre>
 */
public final class Checkbox extends ValueWidget<Boolean> {
    private Checkbox(String description, boolean start) {
        super(
                Described.control("Checkbox", "Checkbox", description)
                        .with("value", start)
                        .with("indent", true),
                "value");
    }

    /** A box that begins checked or not. */
    public static Checkbox of(String description, boolean start) {
        return new Checkbox(description, start);
    }

    @Override
    boolean allows(Object stated) {
        return stated instanceof Boolean;
    }

    @Override
    Boolean read(Object stated) {
        return (Boolean) stated;
    }

    @Override
    String refusal(Boolean checked) {
        return "a box is checked, true, or not, false; got " + checked;
    }

    @Override
    public String toString() {
        return (value() ? "[x] " : "[ ] ") + description();
    }
}
