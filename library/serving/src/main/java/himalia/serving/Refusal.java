package himalia.serving;

/** A request that is answered with an error, in words for whoever sent it. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String allowed;

    Refusal(int status, String message) {
        this(status, message, "");
    }

    private Refusal(int status, String message, String allowed) {
        super(message);
        this.status = status;
        this.allowed = allowed;
    }

    /** Refuses a method at a path that has another one. */
    static Refusal ofMethod(String path, String wanted, String got) {
        return new Refusal(
                405,
                "%s wants %s, got %s".formatted(path, wanted, got),
                wanted.equals("GET") ? "GET, HEAD" : wanted);
    }

    int status() {
        return status;
    }

    /** Returns the methods that the path has; empty where it is not the method that is refused. */
    String allowed() {
        return allowed;
    }

    static Refusal bad(String message) {
        return new Refusal(400, message);
    }
}
