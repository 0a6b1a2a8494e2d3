package himalia.install;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** One example of a type's Javadoc as a file of Java: what a cell would hold, with the names that examples share. */
final class ExampleSource extends SimpleJavaFileObject {
    private static final String SHARED =
            """
            import static himalia.datatests.Check.check;
            import static himalia.display.bundle.Display.display;
            import static himalia.install.ExampleNotebook.*;
            """;

    private final String type;
    private final String source;

    ExampleSource(Examples examples, int number, List<String> packages) {
        super(
                URI.create("string:///" + name(examples, number) + ".java"),
                SimpleJavaFileObject.Kind.SOURCE);
        this.type = examples.fullName();
        this.source = source(examples, number, packages);
    }

    /** Compiles them all, and returns what is wrong with which. */
    static List<String> errors(List<ExampleSource> sources, Path folder) {
        var found = new DiagnosticCollector<JavaFileObject>();
        var options =
                List.of(
                        "-proc:none",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        "-d",
                        folder.toString());
        ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, found, options, null, sources)
                .call();
        return found.getDiagnostics().stream()
                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                .map(ExampleSource::told)
                .toList();
    }

    private static String told(Diagnostic<? extends JavaFileObject> error) {
        var type = error.getSource() instanceof ExampleSource example ? example.type : "";
        return type + ": " + error.getMessage(Locale.ROOT);
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
    }

    private static String name(Examples examples, int number) {
        return "Example_" + examples.fullName().replace('.', '_') + "_" + number;
    }

    private static String source(Examples examples, int number, List<String> packages) {
        var code = examples.code().get(number);
        var imports = new StringBuilder(SHARED + "import " + examples.fullName() + ";\n");
        packages.forEach(each -> imports.append("import " + each + ".*;\n"));
        var lines = new ArrayList<String>();
        for (var line : code.lines().toList()) {
            if (line.startsWith("import ")) {
                imports.append(line).append('\n');
            } else {
                lines.add(line);
            }
        }
        var declares =
                lines.stream()
                        .anyMatch(
                                line ->
                                        line.matches(
                                                "(public )?(final )?(class|record|interface|enum) .*"));
        return "%s\nclass %s {\n%s\n}\n"
                .formatted(
                        imports,
                        name(examples, number),
                        declares
                                ? String.join("\n", lines)
                                : "void cell() throws Exception {\n" + statements(lines) + "}");
    }

    /** A cell needs no semicolons after its expressions; Java does. */
    private static String statements(List<String> lines) {
        var statements = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            var code = lines.get(i).replaceFirst("\\s+// .*$|^// .*$", "");
            var next = i + 1 < lines.size() ? lines.get(i + 1) : "";
            boolean goesOn = depth(next) > depth(code) || next.strip().startsWith(".");
            boolean ends = code.isBlank() || code.matches(".*[;{},(]\\s*$") || goesOn;
            statements.append(code).append(ends ? "\n" : ";\n");
        }
        return statements.toString();
    }

    private static int depth(String line) {
        return line.length() - line.stripLeading().length();
    }
}
