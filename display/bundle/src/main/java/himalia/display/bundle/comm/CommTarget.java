package himalia.display.bundle.comm;

/**
 * Takes the comms that a front end opens under one name. Found through {@link java.util.ServiceLoader}, or registered
 * from a cell with {@link Comm#register}.
 */
public interface CommTarget {
    /** Returns the name that the front end asks for. */
    String name();

    /**
     * Takes a comm that was just opened; here its handlers are set.
     *
     * @param message what was said with it
     */
    void opened(Comm comm, CommMessage message);
}
