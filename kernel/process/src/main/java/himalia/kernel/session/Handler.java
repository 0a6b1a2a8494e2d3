package himalia.kernel.session;

/** Answers one type of request. */
interface Handler {
    /**
     * Answers the request.
     *
     * @throws IllegalArgumentException where a field is wrong; the message names it
     */
    void handle(Request request);
}
