package himalia.kernel.oracle;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** Declarations as members of one class, and expressions in that class or in one beside it: what plain javac makes of them. */
final class WholeClass {
    private WholeClass() {}

    /** Returns the values of expressions outside of the class, where {@code strangers} are declared, and of one inside, in their order. */
    static List<String> values(
            Path folder,
            List<String> declarations,
            List<String> strangers,
            List<String> outside,
            String inside)
            throws IOException, ReflectiveOperationException {
        var whole = new StringBuilder("public class Whole {\n");
        declarations.forEach(each -> whole.append(member(each)));
        whole.append("public static Object inside() { return ").append(inside).append("; }\n}\n");
        var out = new StringBuilder("import static ask.Whole.*;\npublic class Out {\n");
        strangers.forEach(each -> out.append(member(each)));
        for (int i = 0; i < outside.size(); i++) {
            out.append("public static Object e%d() { return %s; }\n".formatted(i, outside.get(i)));
        }
        out.append("}\n");
        Files.writeString(folder.resolve("Whole.java"), "package ask;\n" + whole);
        Files.writeString(folder.resolve("Out.java"), "package ask;\n" + out);
        var said = new StringWriter();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var sources =
                    files.getJavaFileObjects(
                            folder.resolve("Whole.java"), folder.resolve("Out.java"));
            var options = List.of("-d", folder.toString(), "-Xlint:none", "-proc:none");
            if (!compiler.getTask(said, files, null, options, null, sources).call()) {
                throw new IllegalStateException(said + "\n" + whole + out);
            }
        }
        var values = new ArrayList<String>();
        try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            for (int i = 0; i < outside.size(); i++) {
                values.add(called(loader, "ask.Out", "e" + i));
            }
            values.add(called(loader, "ask.Whole", "inside"));
        }
        return values;
    }

    private static String member(String declarations) {
        return "static " + declarations.replace("\n", "\nstatic ") + "\n";
    }

    private static String called(ClassLoader loader, String type, String method)
            throws ReflectiveOperationException {
        return String.valueOf(loader.loadClass(type).getMethod(method).invoke(null));
    }
}
