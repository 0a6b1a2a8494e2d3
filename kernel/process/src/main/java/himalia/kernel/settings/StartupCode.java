package himalia.kernel.settings;

/**
 * A piece of the user's own code that is run before the first cell.
 *
 * @param origin where it comes from, in words
 * @param text Java, with magics
 */
public record StartupCode(String origin, String text) {}
