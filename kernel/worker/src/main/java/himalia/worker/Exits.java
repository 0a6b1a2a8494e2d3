package himalia.worker;

/** What the weaver puts in the place of {@code System.exit} and its kin in the user's classes. */
public final class Exits {
    private Exits() {}

    /** In the place of {@code System.exit}. */
    public static void exit(int status) {
        throw ended("System.exit", status);
    }

    /** In the place of {@code Runtime.exit}. */
    public static void exit(Runtime runtime, int status) {
        throw ended("Runtime.exit", status);
    }

    /** In the place of {@code Runtime.halt}. */
    public static void halt(Runtime runtime, int status) {
        throw ended("Runtime.halt", status);
    }

    private static CellExit ended(String call, int status) {
        return new CellExit(
                call
                        + "("
                        + status
                        + ") ended "
                        + (CellThread.isCaller() ? "this cell" : "this thread")
                        + ". The kernel and its variables go on; to end the kernel, use the"
                        + " front end's shut down or restart.");
    }
}
