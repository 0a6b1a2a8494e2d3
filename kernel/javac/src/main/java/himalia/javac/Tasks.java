package himalia.javac;

import com.sun.source.util.JavacTask;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How a task of the compiler comes to be. */
interface Tasks {
    <T> T run(
            Files files,
            Problems problems,
            List<String> options,
            SourceText source,
            String memoryPackage,
            Function<JavacTask, T> work);

    /** Returns the parser of a compiler that waits for its next task; none where there is no such one. */
    Optional<IdleParser> idleParser();

    /** Returns whether the compiler knows nothing of the sources before. */
    boolean areFresh();

    /**
     * Returns tasks that reuse what earlier ones read, where the JVM opens the compiler to us; else fresh ones.
     *
     * @param check asked on the way whether to go on, where the compiler is open to us
     * @param grants what a source may use though it is private, likewise
     */
    static Tasks make(StopCheck check, Grants grants) {
        try {
            return new ReusedTasks(check, grants);
        } catch (IllegalAccessError closed) {
            return new FreshTasks();
        }
    }
}
