package himalia.magics.spi;

import java.util.Objects;

/**
 * Asks the person in front of the notebook for a line: {@code Input.read("Name: ")}.
 *
 * <p>An interrupt ends the question with its cell. {@code System.in} can be read too, but has no prompt and hides
 * nothing; {@code System.console()} belongs to terminals, so there is none here.
 */
public final class Input {
    private Input() {}

    /**
     * Shows {@code prompt}, and returns what is typed, without the end of its line.
     *
     * @throws IllegalStateException where nobody can be asked
     */
    public static String read(String prompt) {
        var words = checked(prompt);
        return CurrentNotebook.get().input(words, false);
    }

    /**
     * Returns what is typed as {@link #read} does, and shows dots in place of it.
     *
     * @throws IllegalStateException where nobody can be asked
     */
    public static String password(String prompt) {
        var words = checked(prompt);
        return CurrentNotebook.get().input(words, true);
    }

    private static String checked(String prompt) {
        return Objects.requireNonNull(
                prompt, "the prompt is null; \"\" asks without one, as in Input.read(\"\")");
    }
}
