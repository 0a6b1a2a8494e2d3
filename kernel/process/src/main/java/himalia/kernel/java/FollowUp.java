package himalia.kernel.java;

import java.util.List;

/** What a cell goes on with, decided while it runs: a file to load, earlier cells to run again, a fresh start. */
public interface FollowUp {
    /**
     * Does it, when its turn has come: all that stands before it has run by then.
     *
     * @return what to do next, as part of the cell
     * @throws IllegalArgumentException in words for the user; the cell fails with them
     */
    List<? extends FollowUp> parts();

    /** Returns the code it is made from; empty where it is none. */
    default String source() {
        return "";
    }

    /** Returns whether it may come to code, so that no value of what stands before it is the cell's. */
    default boolean isCode() {
        return true;
    }

    /** Returns the number of the earlier cell that it runs again; 0 where it does not. */
    default int again() {
        return 0;
    }
}
