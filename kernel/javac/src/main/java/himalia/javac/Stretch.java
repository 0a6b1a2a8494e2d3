package himalia.javac;

/**
 * A part of a source.
 *
 * @param start where it begins
 * @param end where it has ended
 */
public record Stretch(int start, int end) {}
