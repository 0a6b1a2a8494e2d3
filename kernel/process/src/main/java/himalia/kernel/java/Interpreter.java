package himalia.kernel.java;

import himalia.kernel.cells.Entry;
import himalia.kernel.classpath.AddedJars;
import java.util.List;
import java.util.Optional;

/** Takes source and says what came of it. */
public interface Interpreter extends AutoCloseable {
    /** Runs a cell; returns when it ended. What it prints and shows travels elsewhere, under the cell's id. */
    Outcome run(Cell cell);

    /** Ends the cell that runs; returns at once. */
    void interrupt();

    /** Says whether {@code code} can be run as it is. */
    Completeness isComplete(String code);

    /** Returns the variables there are. */
    List<Variable> variables();

    /** Returns the text of a variable's value, empty where it cannot be had in time. */
    Optional<String> valueOf(Variable variable);

    /** Returns whether a variable, a method or a type of this name was declared. */
    boolean declares(String name);

    /** Returns the variable of this name. */
    Optional<Entry> variable(String name);

    /** Returns whether there is one of this name. */
    default boolean hasVariable(String name) {
        return variable(name).isPresent();
    }

    /** Returns whether Java may have this name alone behind {@code !}: that of a variable that is true or false. */
    default boolean mayDeny(String name) {
        return variable(name)
                .filter(each -> each.type().matches("boolean|(?:java\\.lang\\.)?Boolean"))
                .isPresent();
    }

    /** Returns whether there is one of this name that may be given another value of just this type. */
    default boolean takes(String name, String type) {
        return variable(name).filter(each -> each.takes(type)).isPresent();
    }

    /** Returns where the code of a class that was made from cells stands; answers at once, also while something compiles. */
    List<ClassPlace> placesOf(String className);

    /** Returns the lines that tell a person of a stack, with the places in cells; answers at once, as above. */
    List<String> told(List<StackTraceElement> stack);

    /**
     * Declares a variable of cells as a cell would, and returns its place; its value is not set.
     *
     * @param type its type, as source
     * @throws IllegalArgumentException in words, where it cannot be declared
     */
    Variable declare(String type, String name);

    /**
     * Runs code within the code of {@code cell} that runs now, and waits for it.
     *
     * @param count under which number, below zero, the value of its last expression is kept
     * @throws IllegalArgumentException where the cell does not run
     */
    Outcome evaluate(long cell, List<? extends FollowUp> parts, int count);

    /**
     * Does something as part of {@code cell}, when the code of it that runs now has returned.
     *
     * @throws IllegalArgumentException where it does not run
     */
    void then(long cell, FollowUp next);

    /** Forgets every name, when the code that runs now has returned; the added jars too unless they are to be kept. */
    void thenReset(long cell, boolean keepJars);

    /**
     * Starts a fresh process for the cells, when the code that runs now has returned: types, methods and imports stay.
     *
     * @param change done before; what it throws keeps the old process
     * @param undo done where no process can be started after the change
     */
    void thenRenew(long cell, Runnable change, Runnable undo);

    /**
     * Starts a fresh process for the cells in which these jars stand before all others, as they do for the compiler from
     * then on; else as {@link #thenRenew}.
     */
    void thenPutFirst(long cell, List<String> jars, Runnable change, Runnable undo);

    /** Refuses files that are no jars, before anything is done with them. */
    default void checkJars(List<String> jars) {
        AddedJars.check(jars);
    }

    /** Adds jars for the code that follows; a cell that adds them is told what of them cannot be used. */
    void addJars(long cell, List<String> jars);

    /** Hears of a cell that was refused before it was compiled: what it would have declared is not there. */
    default void refused(int count, String source) {}

    /** Ends the thread of a lane, which no cell will name again. */
    void retire(String lane);

    @Override
    void close();
}
