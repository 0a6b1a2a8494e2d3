package himalia.javac;

/**
 * What the compiler has to say against a source.
 *
 * @param code its name for it, such as {@code compiler.err.cant.resolve.location}
 * @param message in English
 * @param start where it begins, -1 where the compiler does not say
 * @param end where it ends
 */
public record Problem(String code, String message, long start, long end) {}
