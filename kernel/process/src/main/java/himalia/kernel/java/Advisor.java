package himalia.kernel.java;

import himalia.javac.Problem;
import himalia.javac.Surprise;
import himalia.kernel.java.SnippetRunner.Thrown;
import java.util.List;
import java.util.Optional;

/** Says in plain words what an error means and what to do about it. Asked only where a cell failed, or a program was pasted. */
public interface Advisor {
    /**
     * A form that is no Java.
     *
     * @param problem what is wrong, and where
     * @param hint what to do
     */
    record Diagnosis(Problem problem, String hint) {}

    /** Returns the form that is no Java, where that is why the compiler has these problems with a source. */
    Optional<Diagnosis> mistake(String source, List<Problem> problems);

    /**
     * Returns what to do about a problem in a source, where that can be said.
     *
     * @param before how many lines of the cell stand before the source
     */
    Optional<String> about(Problem problem, String source, int before);

    /** Returns what to do about the first of an exception and its causes that is known; {@code code} is the cell's. */
    Optional<String> about(List<Thrown> chain, String code);

    /**
     * Returns what to do about an {@code OutOfMemoryError}.
     *
     * @param message what the JVM said
     * @param note how many bytes the heap may take, as digits; empty where that is not known
     */
    String aboutMemory(String message, String note);

    /** Returns what to know of a program that was made for files and has run as a cell. */
    List<String> aboutProgram(String source);

    /** Returns what to say of code that runs and surprises. */
    String about(Surprise surprise);

    /** Returns what is said of a declaration that waits, or lacks something, without what is declared by now. */
    String asOfNow(String waiting);

    /**
     * Returns what may be meant by the name that a declaration of this source waits for, as a note says, and where that
     * stands.
     *
     * @param before how many lines of the cell stand before the source
     */
    Optional<Diagnosis> aboutWaiting(String note, String source, int before);
}
