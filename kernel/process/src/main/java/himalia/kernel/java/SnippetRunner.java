package himalia.kernel.java;

import himalia.display.bundle.MimeBundle;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs compiled snippets and cells, and says what came of it: the value's look, the whole failure. */
public interface SnippetRunner {
    /** Says what the next invocation is for. */
    void prepare(Purpose purpose);

    /**
     * Loads classes: binary names to bytes.
     *
     * @throws LoadingException where they cannot be loaded
     */
    void load(Map<String, byte[]> classes) throws LoadingException;

    /** Returns whether these classes are loaded, such as they are here. */
    boolean isLoaded(Map<String, byte[]> classes);

    /**
     * Sends classes that the next invocation needs; that waits for them. Where they cannot be loaded it does not run, and
     * fails by {@link Failure#REFUSED}.
     */
    void loadAhead(Map<String, byte[]> classes);

    /** Has the calls of methods that classes and lambdas make reach those that were declared last. */
    void move(List<Move> moves);

    /** Runs a static method of a class that was loaded, for what was prepared; returns what came of it. */
    Ran run(String className, String method);

    /** Appends jars to the class path of what runs. */
    void addJars(List<String> files) throws IOException, InterruptedException;

    /** Returns what the last invocation gave. */
    Ran last();

    /** Returns whether the process that held the variables is gone. */
    boolean lost();

    /**
     * Returns how many bytes the heap may take, as digits, where it ran out of memory and hardly any is free: what runs
     * there then may cost the process. Empty digits where even the answer found no room.
     */
    Optional<String> fullHeap();

    /** Returns what ends with the process, or has ended with the one that is gone: jobs, servers. */
    List<String> held();

    /** Waits for a fresh process that knows the class path and the classes of {@code live}, and says what ended the old one. */
    String revive();

    /**
     * Ends the process and starts a fresh one, which knows the class path and the classes so far only where they are
     * to be kept.
     *
     * @throws IllegalArgumentException in words, where it does not start
     */
    void renew(boolean keepClasses, boolean keepJars);

    /** Says on which thread {@code cell} runs from now on. */
    void begins(long cell, String lane);

    /** Ends the thread of a lane, once it has nothing more to do. */
    void retire(String lane);

    /** Tells the displays of {@code cell} how it ended: finished, failed or interrupted. */
    void ended(long cell, String how);

    /** Ends what runs for {@code cell}. */
    void interrupt(long cell);

    /** Ends the process that runs the cells, where nothing else ends a cell; the variables are lost. */
    void kill();

    /** Ends it all. */
    void close();

    /** Returns the text of a variable's value, empty where it cannot be had in time. */
    Optional<String> valueText(Variable variable);

    /** Returns those of some variables that hold anything; all where that cannot be had in time. */
    List<Variable> holding(List<Variable> some);

    /**
     * Methods of one name are declared anew.
     *
     * @param from the class that had them
     * @param to the class that has them now; the same where that is taken back
     * @param name what they are called
     */
    record Move(String from, String to, String name) {}

    /**
     * What an invocation is for.
     *
     * @param cell the cell's id
     * @param show whether its value is wanted as a bundle
     * @param count under which number the value is kept; 0 where it is not
     */
    record Purpose(long cell, boolean show, int count) {
        /** An invocation whose value nobody wants. */
        public static Purpose silent(long cell) {
            return new Purpose(cell, false, 0);
        }
    }

    /**
     * What an invocation gave.
     *
     * @param value its look, where it was wanted
     * @param failure why it failed, if it did
     */
    record Ran(Optional<MimeBundle> value, Optional<Failure> failure) {
        /** Nothing wanted, nothing failed. */
        public static final Ran NOTHING = new Ran(Optional.empty(), Optional.empty());

        /** A value that was wanted. */
        public static Ran shown(MimeBundle value) {
            return new Ran(Optional.of(value), Optional.empty());
        }

        /** A failure. */
        public static Ran failed(Failure failure) {
            return new Ran(Optional.empty(), Optional.of(failure));
        }
    }

    /**
     * Why an invocation failed.
     *
     * @param kind {@code exception}, {@code interrupted}, {@code exit}, {@code memory}, {@code abandoned}, {@code lost}, {@code unrun} or {@code
     *     refused}
     * @param chain what was thrown, then its causes
     * @param note for a lost process or an abandoned thread: what is known
     * @param broken the classes that were ended as they were initialised, and that nobody can use any more
     */
    record Failure(String kind, List<Thrown> chain, String note, List<String> broken) {
        /** The process was gone before anything of the cell had run. */
        public static final String UNRUN = "unrun";

        /** The kind of one that took the process with it. */
        public static final String LOST = "lost";

        /** The classes of the cell could not be loaded; nothing of it has run. */
        public static final String REFUSED = "refused";

        public Failure {
            chain = List.copyOf(chain);
            broken = List.copyOf(broken);
        }
    }

    /**
     * One throwable of a chain.
     *
     * @param own what its own {@code toString} says, empty where it has none
     * @param suppressed whether it was suppressed by the one before it that was not; else it is the cause of that
     */
    record Thrown(
            String className,
            String message,
            String own,
            List<StackTraceElement> frames,
            boolean suppressed) {
        public Thrown {
            frames = List.copyOf(frames);
        }

        /** The first of a chain, or a cause. */
        public Thrown(String className, String message, List<StackTraceElement> frames) {
            this(className, message, "", frames, false);
        }
    }
}
