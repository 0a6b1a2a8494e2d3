package himalia.javac;

import com.sun.source.util.JavacTask;
import com.sun.tools.javac.api.BasicJavacTask;
import com.sun.tools.javac.api.JavacTaskPool;
import com.sun.tools.javac.code.ClassFinder;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symtab;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.Names;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Tasks from the JDK's own pool, the one JShell uses: a task starts with all that earlier ones read of the class path.
 *
 * <p>Packages once listed are not listed again, so the package in memory, which grows with every cell, is forgotten after
 * each task.
 */
final class ReusedTasks implements Tasks {
    private static final int KEPT = 3;

    private final JavacTaskPool pool = new JavacTaskPool(KEPT);

    @Override
    public <T> T run(
            Files files,
            Problems problems,
            List<String> options,
            SourceText source,
            String memoryPackage,
            Function<JavacTask, T> work) {
        return pool.getTask(
                Writer.nullWriter(),
                files,
                problems,
                options,
                null,
                List.of(source),
                task -> {
                    var context = ((BasicJavacTask) task).getContext();
                    try {
                        return work.apply(task);
                    } finally {
                        forget(context, memoryPackage);
                    }
                });
    }

    /**
     * Forgets the package and every class in it. Not by a walk from class to class: one that was only seen through the
     * attributes of another is in no scope, and would stay as an error.
     */
    private static void forget(Context context, String packageName) {
        var symbols = Symtab.instance(context);
        var module = symbols.unnamedModule;
        var listed = symbols.getPackage(module, Names.instance(context).fromString(packageName));
        if (listed == null || listed.members_field == null) {
            // None of its classes was looked for.
            return;
        }
        var gone = new ArrayList<ClassSymbol>();
        var within = Names.instance(context).fromString(packageName + ".");
        for (var symbol : symbols.getAllClasses()) {
            // There are hundreds of others: the name tells them faster than what they are in.
            if (symbol.flatName().startsWith(within) && symbol.packge() == listed) {
                gone.add(symbol);
            }
        }
        gone.forEach(symbol -> symbols.removeClass(module, symbol.flatName()));
        listed.members_field = null;
        listed.completer = ClassFinder.instance(context).getCompleter();
    }
}
