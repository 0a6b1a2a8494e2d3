package himalia.javac;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The compiler of one session. Not for several threads at once.
 *
 * <p>What it has read of the class path stays in memory for the next source, so that a small one is compiled in a
 * millisecond or two.
 */
public final class Javac {
    private final String memoryPackage;
    private final boolean hoists = Hoisting.isPossible();
    private final List<String> options;
    private final List<File> classPath = new ArrayList<>();
    private @Nullable Files files;
    private final Set<String> missing = new LinkedHashSet<>();
    private final StopCheck stop = new StopCheck();
    private final Grants grants = new Grants();
    private Tasks tasks;
    private boolean parsesIdly = true;

    /**
     * @param memoryPackage the package whose classes are in memory, never on the class path
     * @param options options of the compiler beside those it always has
     */
    public Javac(String memoryPackage, List<String> options) {
        this.memoryPackage = memoryPackage;
        this.options = new ArrayList<>(List.of("-proc:none", "-g", "-Xlint:none"));
        this.options.addAll(options);
        this.tasks = Tasks.make(stop, grants);
    }

    /** Sets the jars and folders; what was read of the old class path is forgotten. */
    public void classPath(List<String> jars) {
        classPath.clear();
        jars.forEach(jar -> classPath.add(new File(jar)));
        files = null;
        tasks = Tasks.make(stop, grants);
    }

    /**
     * Does some work that is given up with {@link Stopped} as soon as it is unwanted, where the compiler is open to us.
     *
     * @param unwanted asked again and again
     */
    public <T> T unless(BooleanSupplier unwanted, Supplier<T> work) {
        stop.by(unwanted);
        try {
            var done = work.get();
            stop.heed();
            return done;
        } finally {
            stop.byNobody();
        }
    }

    /**
     * Takes one source in hand.
     *
     * @param className the full name of its class
     * @param visible the classes in memory that it may name: binary name to class file
     */
    public <T> T with(String className, String source, Map<String, byte[]> visible, Work<T> work) {
        return with(className, source, visible, Grant.NONE, work);
    }

    /**
     * Takes one source in hand that may use what is private elsewhere, where the compiler is open to us.
     *
     * @param className the full name of its class
     * @param visible the classes in memory that it may name: binary name to class file
     */
    public <T> T with(
            String className,
            String source,
            Map<String, byte[]> visible,
            Grant grant,
            Work<T> work) {
        grants.are(grant);
        try {
            return trying(className, source, visible, work);
        } finally {
            grants.are(Grant.NONE);
        }
    }

    private <T> T trying(
            String className, String source, Map<String, byte[]> visible, Work<T> work) {
        try {
            return with(tasks, className, source, visible, work);
        } catch (StackOverflowError | Stopped e) {
            // Whoever asked says so; what the compiler was about to note may be half noted.
            tasks = Tasks.make(stop, grants);
            throw e;
        } catch (Broken e) {
            // What a compiler knows after it broke may be wrong: a new one reads all anew, and is
            // asked once more.
            tasks = Tasks.make(stop, grants);
            stop.heed();
            try {
                return with(new FreshTasks(), className, source, visible, work);
            } catch (Broken again) {
                throw new IllegalStateException("the compiler broke", again.getCause());
            }
        }
    }

    /**
     * Has a source parsed, and no more than that.
     *
     * @param name of its class
     */
    public <T> T parse(String name, String source, Function<Parsed, T> work) {
        var parsed = parsed(new SourceText(name, source));
        return parsed.isPresent()
                ? work.apply(parsed.get())
                : with(name, source, Map.of(), work::apply);
    }

    /** Nothing where a task has to do it: there is no idle compiler, or it is another one inside than those we know, or it broke. */
    private Optional<Parsed> parsed(SourceText source) {
        try {
            return (parsesIdly ? tasks.idleParser() : Optional.<IdleParser>empty())
                    .map(parser -> parser.parse(source, new Problems(memoryPackage)));
        } catch (LinkageError closed) {
            parsesIdly = false;
        } catch (RuntimeException | AssertionError broken) {
            tasks = Tasks.make(stop, grants);
        } catch (StackOverflowError e) {
            tasks = Tasks.make(stop, grants);
            throw e;
        }
        return Optional.empty();
    }

    /** Returns whether the next text is parsed without a task. */
    boolean idles() {
        return parsesIdly && tasks.idleParser().isPresent();
    }

    private <T> T with(
            Tasks how, String className, String source, Map<String, byte[]> visible, Work<T> work) {
        var manager = files();
        manager.begin(visible);
        var problems = new Problems(memoryPackage);
        var analyzed = new AtomicBoolean();
        try {
            return how.run(
                    manager,
                    problems,
                    options,
                    new SourceText(className, source),
                    memoryPackage,
                    task -> {
                        var taken = new Source(task, manager, problems, analyzed, how.areFresh());
                        try {
                            return work.with(taken);
                        } finally {
                            if (taken.isHalfWritten()) {
                                // The writer of class files keeps what did not fit, for the next
                                // class.
                                tasks = Tasks.make(stop, grants);
                            }
                        }
                    });
        } finally {
            if (analyzed.get()) {
                // Not where it was only parsed: that looks for no class.
                problems.errors()
                        .forEach(
                                each ->
                                        Problem.missingClass(each.message())
                                                .ifPresent(missing::add));
            }
        }
    }

    /** Returns whether local variables can be made fields: not where the JVM keeps its compiler to itself. */
    public boolean hoists() {
        return hoists;
    }

    /** Returns the classes that were looked for in vain since this was last asked. */
    public Set<String> missing() {
        var found = Set.copyOf(missing);
        missing.clear();
        return found;
    }

    private Files files() {
        if (files == null) {
            var disk =
                    ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null);
            try {
                disk.setLocation(StandardLocation.CLASS_PATH, classPath);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot set the compiler's class path", e);
            }
            files = new Files(disk, packages(), memoryPackage);
        }
        return files;
    }

    /** Another JDK's classes may be asked for, of which the list says nothing. */
    private JdkPackages packages() {
        return options.stream().anyMatch(option -> option.startsWith("--system"))
                ? JdkPackages.unknown()
                : JdkPackages.ofThisProcess();
    }
}
