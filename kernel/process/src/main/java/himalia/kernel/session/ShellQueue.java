package himalia.kernel.session;

/**
 * Takes shell requests in the order they came. Those that need no running cell (completion, inspection and the like)
 * have a thread of their own, so that they are answered while a cell computes; they give the cells before them a moment
 * to finish, because a front end may ask about what it has just defined. So have the messages of comms: a slider moves
 * while a model trains. Each subshell has a thread for its cells.
 */
final class ShellQueue {
    private static final long MOMENT = 150;

    private final Lane help = new Lane("himalia-help");
    private final Lane comms = new Lane("himalia-comms");
    private final CommBacklog backlog = new CommBacklog();

    /** Takes a request for {@code shell}. */
    void add(Request request, Shell shell) {
        switch (request.message().type()) {
            case "complete_request",
                    "inspect_request",
                    "history_request",
                    "kernel_info_request",
                    "comm_info_request" ->
                    help.add(request, asked -> afterCells(asked, shell));
            // What may follow a line depends on no cell before it.
            case "is_complete_request" -> help.add(request, shell::dispatch);
            // Its target may be registered by the cell before it.
            case "comm_open" -> comms.add(request, asked -> afterCells(asked, shell));
            case "comm_msg" -> backlog.admit(request, shell::dispatch, comms::add);
            case "comm_close" -> comms.add(request, shell::dispatch);
            default -> shell.lane().add(request, shell::dispatch);
        }
    }

    private static void afterCells(Request request, Shell shell) {
        shell.lane().awaitEmpty(MOMENT);
        shell.dispatch(request);
    }
}
