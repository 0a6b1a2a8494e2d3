package himalia.kernel.java;

/** Classes of a cell could not be loaded where they were to run. */
public final class LoadingException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Says why, in words. */
    public LoadingException(String why) {
        super(why);
    }
}
