package himalia.link;

/** A daemon thread of ours that nobody's {@link #interrupt} reaches: code may interrupt every thread that it finds. */
public final class SteadyThread extends Thread {
    /**
     * Makes a thread that is not started yet.
     *
     * @param name what it is called
     * @param body what it does; it ends by itself, or with the process
     */
    public SteadyThread(String name, Runnable body) {
        super(body, name);
        setDaemon(true);
    }

    /** Does nothing: a channel that its thread is interrupted on is closed, and a wait is given up. */
    @Override
    public void interrupt() {}
}
