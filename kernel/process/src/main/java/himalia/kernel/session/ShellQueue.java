package himalia.kernel.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Takes shell requests in the order they came. Those that need no running cell (completion, inspection and the like)
 * have a thread of their own, so that they are answered while a cell computes; they give the cells before them a moment
 * to finish, because a front end may ask about what it has just defined. So have the messages of comms: a slider moves
 * while a model trains.
 */
final class ShellQueue {
    private static final long MOMENT = 150;

    private final Lane cells;
    private final Lane help;
    private final Lane comms;

    ShellQueue(Consumer<Request> work) {
        cells = new Lane("himalia-shell", work);
        help =
                new Lane(
                        "himalia-help",
                        request -> {
                            cells.awaitEmpty(MOMENT);
                            work.accept(request);
                        });
        comms =
                new Lane(
                        "himalia-comms",
                        request -> {
                            if (request.message().type().equals("comm_open")) {
                                // Its target may be registered by the cell before it.
                                cells.awaitEmpty(MOMENT);
                            }
                            work.accept(request);
                        });
    }

    void add(Request request) {
        switch (request.message().type()) {
            case "complete_request",
                    "inspect_request",
                    "is_complete_request",
                    "history_request",
                    "kernel_info_request",
                    "comm_info_request" ->
                    help.add(request);
            case "comm_open", "comm_msg", "comm_close" -> comms.add(request);
            default -> cells.add(request);
        }
    }

    /** Aborts the execute requests that wait now. */
    void abortWaiting(Consumer<Request> abort) {
        cells.replaceWaiting("execute_request", abort);
    }

    /** One thread and what waits for it. */
    private static final class Lane {
        private final Deque<Runnable> waiting = new ArrayDeque<>();
        private final Consumer<Request> work;
        private boolean working;

        Lane(String name, Consumer<Request> work) {
            this.work = work;
            var thread = new Thread(this::run, name);
            thread.setDaemon(true);
            thread.start();
        }

        synchronized void add(Request request) {
            waiting.add(new Work(request, work));
            notifyAll();
        }

        synchronized void replaceWaiting(String type, Consumer<Request> instead) {
            int count = waiting.size();
            for (int i = 0; i < count; i++) {
                var next = waiting.remove();
                if (next instanceof Work item && item.request().message().type().equals(type)) {
                    waiting.add(new Work(item.request(), instead));
                } else {
                    waiting.add(next);
                }
            }
        }

        synchronized void awaitEmpty(long milliseconds) {
            long end = System.nanoTime() + milliseconds * 1_000_000;
            try {
                while (working || !waiting.isEmpty()) {
                    long left = (end - System.nanoTime()) / 1_000_000;
                    if (left <= 0) {
                        return;
                    }
                    wait(left);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void run() {
            try {
                while (true) {
                    take().run();
                    done();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private synchronized Runnable take() throws InterruptedException {
            while (waiting.isEmpty()) {
                wait();
            }
            working = true;
            return waiting.remove();
        }

        private synchronized void done() {
            working = false;
            notifyAll();
        }
    }

    private record Work(Request request, Consumer<Request> work) implements Runnable {
        @Override
        public void run() {
            work.accept(request);
        }
    }
}
