package himalia.install;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;

/**
 * A public top-level type with its Javadoc, and the examples in it.
 *
 * @param packageName where it lives
 * @param name its simple name
 * @param javadoc its documentation, without the stars; empty where there is none
 */
record Examples(String packageName, String name, String javadoc) {
    private static final Pattern EXAMPLE =
            Pattern.compile("<pre>\\{@code\\n(.*?)\\n *\\}</pre>", Pattern.DOTALL);

    /** Returns what it is called everywhere. */
    String fullName() {
        return packageName + "." + name;
    }

    /** Returns the code of each example. */
    List<String> code() {
        return EXAMPLE.matcher(javadoc).results().map(found -> found.group(1)).toList();
    }

    /** Reads the public types of some files. */
    static List<Examples> of(List<Path> files) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var sources = manager.getJavaFileObjectsFromPaths(files);
            var task =
                    (JavacTask)
                            compiler.getTask(
                                    null, manager, null, List.of("-proc:none"), null, sources);
            var docs = DocTrees.instance(task);
            var found = new ArrayList<Examples>();
            for (var unit : task.parse()) {
                for (var tree : unit.getTypeDecls()) {
                    if (tree instanceof ClassTree type
                            && type.getModifiers().getFlags().contains(Modifier.PUBLIC)) {
                        found.add(of(docs, unit, type));
                    }
                }
            }
            return found;
        }
    }

    private static Examples of(DocTrees docs, CompilationUnitTree unit, ClassTree type) {
        var javadoc = docs.getDocComment(TreePath.getPath(unit, type));
        return new Examples(
                String.valueOf(unit.getPackageName()),
                type.getSimpleName().toString(),
                javadoc == null ? "" : javadoc.strip().replaceAll("(?m)^ ", ""));
    }
}
