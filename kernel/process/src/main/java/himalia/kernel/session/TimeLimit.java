package himalia.kernel.session;

import himalia.kernel.java.Cell;
import himalia.kernel.java.Interpreter;
import himalia.kernel.java.Outcome;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ends cells that take longer than the user's environment allows.
 *
 * @param milliseconds how long a cell may take; 0 for as long as it likes
 */
public record TimeLimit(long milliseconds) {
    private static final int RUNNING = 0;
    private static final int ENDED = 1;
    private static final int LATE = 2;

    /** How long work that keeps what it has may take to end, in milliseconds. */
    private static final long KEEPING = 5_000;

    Outcome run(Interpreter interpreter, Cell cell) {
        if (milliseconds <= 0) {
            return interpreter.run(cell);
        }
        var state = new AtomicInteger(RUNNING);
        after(
                milliseconds,
                () -> {
                    if (state.compareAndSet(RUNNING, LATE)) {
                        interpreter.interrupt();
                        // A training gives what it has between two rounds, and may be in a long
                        // one.
                        after(KEEPING, () -> pressAgain(interpreter, state));
                    }
                });
        var outcome = interpreter.run(cell);
        boolean late = state.getAndSet(ENDED) == LATE;
        if (late && outcome instanceof Outcome.Failed failed && failed.interrupted()) {
            var message =
                    "the cell took longer than "
                            + milliseconds
                            + " ms and was ended, as the variable HIMALIA_TIMEOUT (or IJAVA_TIMEOUT, JJAVA_TIMEOUT)"
                            + " says; variables and declarations are kept";
            return new Outcome.Failed(
                    "Timeout", message, List.of("\u001b[1;31mTimeout\u001b[0m: " + message), true);
        }
        return outcome;
    }

    private static void after(long milliseconds, Runnable work) {
        CompletableFuture.delayedExecutor(milliseconds, TimeUnit.MILLISECONDS).execute(work);
    }

    private static void pressAgain(Interpreter interpreter, AtomicInteger state) {
        if (state.get() == LATE) {
            interpreter.interrupt();
        }
    }
}
