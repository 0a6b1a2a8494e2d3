package himalia.magics.notebook;

/**
 * One line of {@code %lsmagic}.
 *
 * @param magic the name with its percent signs
 * @param does one sentence
 * @param gives the type of its value, short
 */
public record MagicName(String magic, String does, String gives) {}
