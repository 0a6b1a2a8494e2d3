package himalia.worker;

import org.jspecify.annotations.Nullable;

/**
 * The thread that asks values for their texts. One that is not answered in time is ended as an interrupted cell is, for
 * nobody waits for it any more, and others are asked behind it; where it cannot be ended, another thread takes over, once.
 */
final class ValueQuestions {
    static final String NAME = "himalia-values";

    /** In milliseconds; the kernel waits a little less. */
    private static final long PATIENCE = 600;

    private final Runnable asynchronousStop;
    private @Nullable CellThread thread;
    private @Nullable CellThread givenUp;

    /**
     * Those of a worker.
     *
     * @param asynchronousStop stops the threads that the {@link StopDesk} names, or asks the kernel to
     */
    ValueQuestions(Runnable asynchronousStop) {
        this.asynchronousStop = asynchronousStop;
    }

    /** Answers one, behind those before it; does not wait for that. */
    synchronized void ask(PendingRequest question) {
        if (thread == null) {
            thread = new CellThread(NAME);
        }
        var asked = thread;
        asked.run(question);
        var patience = new Thread(() -> endInTime(asked, question.cell()), NAME + "-end");
        patience.setDaemon(true);
        patience.start();
    }

    private void endInTime(CellThread asked, long question) {
        try {
            asked.awaitEnd(question, PATIENCE);
            if (!asked.has(question)) {
                return;
            }
            var frames = asked.thread().getStackTrace();
            if (UserFrames.initialised(frames).isEmpty()
                    && !UserFrames.libraryInitialises(frames)) {
                new Interrupter(asked, question, false, () -> replace(asked), asynchronousStop)
                        .start();
            } else {
                // A class that is interrupted as it is initialised cannot be used any more.
                replace(asked);
            }
        } catch (InterruptedException e) {
            // Nobody interrupts this thread.
        }
    }

    private synchronized void replace(CellThread blocked) {
        if (thread != blocked || givenUp != null && givenUp.thread().isAlive()) {
            return;
        }
        givenUp = blocked;
        thread = new CellThread(NAME);
        blocked.abandonFor(thread);
        // It may compute on, for nobody.
        blocked.thread().setPriority(Thread.MIN_PRIORITY);
    }
}
