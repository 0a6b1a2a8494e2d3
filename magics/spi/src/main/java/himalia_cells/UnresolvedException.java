package himalia_cells;

/**
 * A method was called whose body names what is not declared, or not as it needs it; the message says what it waits for.
 * Cells are compiled with it in the place of such a body: {@code int f() { return later; }} and then {@code f()}.
 */
public final class UnresolvedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnresolvedException(String message) {
        super(message);
    }
}
