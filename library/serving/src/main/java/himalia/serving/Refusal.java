package himalia.serving;

/**
 * A request that is answered with an error, in words for whoever sent it.
 *
 * <pre>{@code
 * throw new Refusal(404, "nothing at /v3");
 * }</pre>
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String allowed;

    /** Refuses a request with one of HTTP's numbers. */
    public Refusal(int status, String message) {
        this(status, message, "");
    }

    private Refusal(int status, String message, String allowed) {
        super(message);
        this.status = status;
        this.allowed = allowed;
    }

    /** Refuses a method at a path that has another one. */
    public static Refusal ofMethod(String path, String wanted, String got) {
        return new Refusal(
                405,
                "%s wants %s, got %s".formatted(path, wanted, got),
                wanted.equals("GET") ? "GET, HEAD" : wanted);
    }

    /** Returns HTTP's number. */
    public int status() {
        return status;
    }

    /** Returns the methods that the path has; empty where it is not the method that is refused. */
    String allowed() {
        return allowed;
    }

    /** Refuses what cannot be read. */
    public static Refusal bad(String message) {
        return new Refusal(400, message);
    }
}
