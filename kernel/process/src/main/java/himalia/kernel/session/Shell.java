package himalia.kernel.session;

/**
 * A thread of execution: the main shell, or a subshell with a count and a history of its own.
 *
 * @param lane the thread of its cells
 * @param dispatcher who answers its requests
 */
record Shell(Lane lane, Dispatcher dispatcher) {
    void dispatch(Request request) {
        dispatcher.dispatch(request);
    }
}
