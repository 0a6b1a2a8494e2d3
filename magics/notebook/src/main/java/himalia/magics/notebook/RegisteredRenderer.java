package himalia.magics.notebook;

/**
 * One line of {@code %display}.
 *
 * @param type what is shown, with its subtypes
 * @param renderer the class that shows it
 */
public record RegisteredRenderer(String type, String renderer) {}
