package himalia.worker;

/** Runs work that outlives its cell: no interrupt of a cell is meant for it, and what it prints goes to that cell. */
final class BackgroundThread {
    /** How long work has to put things in order, in milliseconds. */
    private static final long GRACE = 300;

    private final long owner = CellScope.background();
    private final Thread thread;
    private boolean over;

    private BackgroundThread(String name, Runnable work) {
        thread = new Thread(() -> run(work), name);
        thread.setDaemon(true);
    }

    /** Starts it; what is returned ends it. */
    static Runnable start(String name, Runnable work) {
        var background = new BackgroundThread(name, work);
        background.thread.start();
        return background::end;
    }

    private void run(Runnable work) {
        CellScope.as(owner, work);
        synchronized (this) {
            over = true;
            StopChecks.forget(owner);
        }
    }

    /** An interrupt first: who hears it may put things in order. Who does not is ended by the checks in its code. */
    private void end() {
        thread.interrupt();
        var later = new Thread(this::stop, "himalia-job-end");
        later.setDaemon(true);
        later.start();
    }

    private void stop() {
        try {
            thread.join(GRACE);
        } catch (InterruptedException e) {
            // Nobody interrupts this thread; the work ends all the same.
        }
        synchronized (this) {
            if (!over) {
                StopChecks.stop(owner);
                thread.interrupt();
            }
        }
    }
}
