package himalia.magics.spi;

/**
 * Tells what a text may be that somebody types as the argument of a method in Java code: {@code people.doubleColumn("a}.
 * Found through {@link java.util.ServiceLoader}, and asked as any {@link Candidates}. The words of the line are the names
 * in the statement so far; the last of them is the method that is called.
 */
public interface TextCandidates extends Candidates {}
