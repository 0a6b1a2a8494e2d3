package himalia.javac;

import com.sun.source.util.JavacTask;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.tools.ToolProvider;

/** A new compiler for each source: slower by some milliseconds, and part of the JDK's public interface. */
final class FreshTasks implements Tasks {
    @Override
    public boolean areFresh() {
        return true;
    }

    @Override
    public Optional<IdleParser> idleParser() {
        return Optional.empty();
    }

    @Override
    public <T> T run(
            Files files,
            Problems problems,
            List<String> options,
            SourceText source,
            String memoryPackage,
            Function<JavacTask, T> work) {
        var task =
                (JavacTask)
                        ToolProvider.getSystemJavaCompiler()
                                .getTask(
                                        Writer.nullWriter(),
                                        files,
                                        problems,
                                        options,
                                        null,
                                        List.of(source));
        return work.apply(task);
    }
}
