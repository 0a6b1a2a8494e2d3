package himalia.javac;

/** Says what a source may use though it is private in another class: what stood beside that, when both were one source. */
@FunctionalInterface
public interface Grant {
    /** Nothing. */
    Grant NONE = (type, place) -> false;

    /**
     * Returns whether what is private in a class may be used.
     *
     * @param type the binary name of the class
     * @param place where in the source the code begins that uses it: a block, a method, a class
     */
    boolean allows(String type, long place);
}
