package himalia.search;

import himalia.display.bundle.Interrupts;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * What an objective made of a trial.
 *
 * @param value NaN where it gave none
 * @param why it was pruned or has failed; empty otherwise
 */
record TrialOutcome(TrialState state, double value, String why) {
    /**
     * Asks an objective.
     *
     * @throws CancellationException if it is interrupted, and for nothing else
     * @throws Error if no other trial can go on behind it either
     */
    static TrialOutcome of(StudyObjective objective, Trial trial) {
        try {
            double value = objective.value(trial);
            return Double.isNaN(value)
                    ? failed("its value is NaN")
                    : new TrialOutcome(TrialState.COMPLETE, value, "");
        } catch (TrialPruned pruned) {
            return new TrialOutcome(
                    TrialState.PRUNED, Double.NaN, String.valueOf(pruned.getMessage()));
        } catch (Exception | Error failure) {
            if (failure instanceof Error error && endsAll(error)) {
                throw error;
            }
            if (Interrupts.threw(failure)) {
                throw cancelled(failure);
            }
            return failed(words(failure));
        }
    }

    /** A full heap, and what ends a thread or a cell, as our kernel's errors do; a deep recursion is the trial's alone. */
    private static boolean endsAll(Error error) {
        var name = error.getClass().getName();
        return error instanceof VirtualMachineError && !(error instanceof StackOverflowError)
                || name.equals("java.lang.ThreadDeath")
                || name.startsWith("himalia.");
    }

    static TrialOutcome failed(String why) {
        return new TrialOutcome(TrialState.FAIL, Double.NaN, why);
    }

    /** Of a trial with which the search ends. */
    static TrialOutcome stopped(Throwable cause) {
        return failed(Interrupts.threw(cause) ? TrialRecord.INTERRUPTED : words(cause));
    }

    private static CancellationException cancelled(Throwable failure) {
        if (failure instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        if (failure instanceof CancellationException already) {
            return already;
        }
        var cancelled = new CancellationException("interrupted");
        cancelled.initCause(failure);
        return cancelled;
    }

    private static String words(Throwable failure) {
        var message = message(failure);
        return failure.getClass().getSimpleName()
                + (message == null || message.isBlank() ? "" : ": " + message);
    }

    /** An exception of a cell may fail as it is asked. */
    private static @Nullable String message(Throwable failure) {
        try {
            return failure.getMessage();
        } catch (RuntimeException e) {
            return null;
        }
    }
}
