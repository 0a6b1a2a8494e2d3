package himalia.javac;

/** Whoever wanted a source compiled does not want it any more. An error, since the compiler takes exceptions for answers. */
public final class Stopped extends Error {
    private static final long serialVersionUID = 1;

    Stopped() {
        super("the compiler was stopped", null, false, false);
    }
}
