package himalia.serving;

/** A request that is answered with an error, in words for whoever sent it. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    Refusal(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }

    static Refusal bad(String message) {
        return new Refusal(400, message);
    }
}
