package himalia.kernel.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** One thread, begun when it is first needed, and the requests that wait for it. */
final class Lane {
    private final String name;
    private final Deque<Work> waiting = new ArrayDeque<>();
    private boolean begun;
    private boolean working;
    private boolean closed;

    Lane(String name) {
        this.name = name;
    }

    /** A request, and who takes it. */
    private record Work(Request request, Consumer<Request> taker) {
        void run() {
            taker.accept(request);
        }
    }

    synchronized void add(Request request, Consumer<Request> taker) {
        waiting.add(new Work(request, taker));
        if (!begun) {
            begun = true;
            var thread = new Thread(this::run, name);
            thread.setDaemon(true);
            thread.start();
        }
        notifyAll();
    }

    /** Gives the waiting requests of a type to somebody else, in their turn. */
    synchronized void replaceWaiting(String type, Consumer<Request> instead) {
        int count = waiting.size();
        for (int i = 0; i < count; i++) {
            var next = waiting.remove();
            waiting.add(
                    next.request().message().type().equals(type)
                            ? new Work(next.request(), instead)
                            : next);
        }
    }

    /** Waits, so many milliseconds at most, until nothing waits or works. */
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

    /** Ends the thread, once it has done what waits. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    private void run() {
        try {
            while (begin()) {
                try {
                    next().run();
                } catch (RuntimeException | Error e) {
                    // Who takes requests answers them whatever happens; what waits behind needs the
                    // thread.
                    InternalErrors.log("the thread " + name, e);
                } finally {
                    end();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean begin() throws InterruptedException {
        while (waiting.isEmpty() && !closed) {
            wait();
        }
        working = !waiting.isEmpty();
        return working;
    }

    private synchronized Work next() {
        return waiting.remove();
    }

    private synchronized void end() {
        working = false;
        notifyAll();
    }
}
