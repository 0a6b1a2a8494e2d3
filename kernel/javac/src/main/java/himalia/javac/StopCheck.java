package himalia.javac;

import java.util.function.BooleanSupplier;

/** Asks, while the compiler works, whether it is to go on. */
final class StopCheck {
    private static final BooleanSupplier NEVER = () -> false;

    private static final int SELDOM = 4096;

    private BooleanSupplier unwanted = NEVER;
    private boolean stopped;
    private int done;

    /** Says who is asked from now on. */
    void by(BooleanSupplier unwanted) {
        this.unwanted = unwanted;
        stopped = false;
    }

    /** Nobody is asked from now on. */
    void byNobody() {
        unwanted = NEVER;
        stopped = false;
    }

    /** Ends the compiler's work if that is wanted. */
    void ask() {
        if (unwanted.getAsBoolean()) {
            stopped = true;
            throw new Stopped();
        }
    }

    /** The same for what is done a million times a second: asks each time that some thousands have been done. */
    void askSeldom() {
        done++;
        if (done % SELDOM == 0) {
            ask();
        }
    }

    /** Ends what would begin anew, since the compiler made something else of being stopped. */
    void heed() {
        if (stopped) {
            throw new Stopped();
        }
    }
}
