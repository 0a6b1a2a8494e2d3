package himalia.storage;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Pieces of one work on all cores, among them the caller's. */
final class Workers {
    private Workers() {}

    /** One of the pieces. */
    interface Piece {
        void run(int place) throws IOException;
    }

    /** Runs so many pieces in their order, several at once, and returns when all are done or one has failed. */
    static void run(int pieces, Piece piece) throws IOException {
        var next = new AtomicInteger();
        var isOver = new AtomicBoolean();
        var caller = Thread.currentThread();
        int helpers = Math.min(Runtime.getRuntime().availableProcessors(), pieces) - 1;
        var others = new ArrayList<FutureTask<Void>>();
        for (int i = 0; i < helpers; i++) {
            var other = new FutureTask<Void>(() -> work(next, pieces, isOver, caller, piece));
            others.add(other);
            var thread = new Thread(other, "himalia-storage");
            thread.setDaemon(true);
            thread.start();
        }
        try {
            work(next, pieces, isOver, caller, piece);
        } finally {
            isOver.compareAndSet(false, next.get() < pieces);
            await(others);
        }
        if (caller.isInterrupted()) {
            throw new ClosedByInterruptException();
        }
    }

    private static Void work(
            AtomicInteger next, int pieces, AtomicBoolean isOver, Thread caller, Piece piece)
            throws IOException {
        try {
            for (int place = next.getAndIncrement();
                    place < pieces && !isOver.get() && !caller.isInterrupted();
                    place = next.getAndIncrement()) {
                piece.run(place);
            }
            return null;
        } catch (IOException | RuntimeException | Error e) {
            isOver.set(true);
            throw e;
        }
    }

    /** Nobody goes on before all have ended; each ends after its piece. */
    private static void await(Iterable<FutureTask<Void>> others) throws IOException {
        boolean isInterrupted = false;
        Throwable failure = null;
        for (var other : others) {
            while (true) {
                try {
                    other.get();
                    break;
                } catch (InterruptedException e) {
                    isInterrupted = true;
                } catch (ExecutionException e) {
                    failure = e.getCause();
                    break;
                }
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure instanceof IOException e) {
            throw e;
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }
}
