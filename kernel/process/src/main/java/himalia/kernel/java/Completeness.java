package himalia.kernel.java;

/**
 * Whether code can be run.
 *
 * @param status {@code complete}, {@code incomplete}, {@code invalid} or {@code unknown}
 * @param indent what the next line begins with, where more is to come
 */
public record Completeness(String status, String indent) {}
