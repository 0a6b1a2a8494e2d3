package himalia.javac;

/** What is done with one source while the compiler holds it. */
@FunctionalInterface
public interface Work<T> {
    /** Does it; what the source gives may not be used afterwards. */
    T with(Source source);
}
