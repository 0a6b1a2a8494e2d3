package himalia.javac;

/**
 * Says what a source may use of what is private: what stood beside the class when both were one source may, though it is in another
 * class now; what did not may not, though both are in one class now.
 */
@FunctionalInterface
public interface Grant {
    /** Nothing. */
    Grant NONE = (type, place) -> false;

    /**
     * Returns whether what is private in a class may be used though Java's rules forbid that.
     *
     * @param type the binary name of the class
     * @param place where in the source the code begins that uses it: a block, a method, a class
     */
    boolean allows(String type, long place);

    /**
     * Returns whether it may not be used though Java's rules allow that.
     *
     * @param type the binary name of the class
     * @param place where in the source the code begins that uses it
     */
    default boolean forbids(String type, long place) {
        return false;
    }
}
