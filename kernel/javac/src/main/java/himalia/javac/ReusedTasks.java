package himalia.javac;

import com.sun.source.util.JavacTask;
import com.sun.tools.javac.api.BasicJavacTask;
import com.sun.tools.javac.api.JavacTaskPool;
import com.sun.tools.javac.util.Context;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tasks from the JDK's own pool, the one JShell uses: a task starts with all that earlier ones read of the class path.
 *
 * <p>Packages once listed are not listed again, so the package in memory, which grows with every cell, is forgotten after
 * each task.
 */
final class ReusedTasks implements Tasks {
    private static final int KEPT = 3;

    private final StopCheck check;
    private final Grants grants;
    private final JavacTaskPool pool = new JavacTaskPool(KEPT);

    /** What the compiler of the last task knows; null before the first, while one runs, and behind one that broke off. */
    private @Nullable Context idle;

    private boolean keepsModules = true;

    ReusedTasks(StopCheck check, Grants grants) {
        this.check = check;
        this.grants = grants;
    }

    @Override
    public boolean areFresh() {
        return false;
    }

    @Override
    public Optional<IdleParser> idleParser() {
        return Optional.ofNullable(idle).map(IdleParser::new);
    }

    @Override
    public <T> T run(
            Files files,
            Problems problems,
            List<String> options,
            SourceText source,
            String memoryPackage,
            Function<JavacTask, T> work) {
        idle = null;
        var used = new AtomicReference<Context>();
        var result =
                pool.getTask(
                        Writer.nullWriter(),
                        files,
                        problems,
                        options,
                        null,
                        List.of(source),
                        task -> {
                            var context = ((BasicJavacTask) task).getContext();
                            used.set(context);
                            CellSymbols.prepare(context, memoryPackage);
                            StoppableTypes.prepare(context, check);
                            GrantingResolve.prepare(context, grants);
                            keepModules(context);
                            try {
                                return work.apply(task);
                            } finally {
                                CellSymbols.forget(context);
                            }
                        });
        idle = used.get();
        return result;
    }

    private void keepModules(Context context) {
        try {
            if (keepsModules) {
                KeptModules.prepare(context);
            }
        } catch (IllegalAccessError closed) {
            // A kernel that was installed before we asked for that package: set up for each task.
            keepsModules = false;
        }
    }
}
