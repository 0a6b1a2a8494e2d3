package himalia.kernel.help;

/**
 * What stands at a place.
 *
 * @param text for terminals
 * @param markdown for front ends; empty where there is nothing more to say than the text
 */
public record Inspection(String text, String markdown) {}
