package himalia.kernel.expression;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import himalia.javac.Problem;
import himalia.javac.Source;
import himalia.kernel.cells.Cells;
import himalia.kernel.cells.Entry;
import himalia.kernel.cells.SourceNames;
import himalia.kernel.java.CompileErrors;
import himalia.kernel.java.Compiler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.objectweb.asm.ClassReader;

/** One expression on its way to a class: its names spelled out, then compiled as what it can be. */
final class ExpressionClass {
    private static final String PREFIX = "$Watch";

    /** What a method gives whose code has no value; nobody writes it so. */
    private static final String NOTHING = "(java.lang.Void) null";

    private static final String OBJECT = "java.lang.Object";
    private static final Pattern OWNER =
            Pattern.compile(Cells.PACKAGE + "[./](" + Cells.NAME + "|\\$JShell\\$[0-9A-Z_]+)");

    private final Compiler compiler;
    private final Function<String, List<byte[]>> classFiles;
    private final String className;
    private List<Problem> errors = List.of();

    /**
     * @param classFiles gives the class files of a class and of those inside it, as the place may see them
     * @param serial makes the name of the class
     */
    ExpressionClass(Compiler compiler, Function<String, List<byte[]>> classFiles, int serial) {
        this.compiler = compiler;
        this.classFiles = classFiles;
        this.className = Cells.PACKAGE + "." + PREFIX + serial;
    }

    /** The code with every name spelled out. */
    private record Spelled(String code, Set<String> assigned, boolean statements, boolean call) {}

    /**
     * Compiles an expression.
     *
     * @throws IllegalArgumentException in words, if it is wrong
     */
    CompiledExpression compile(FrameExpression asked) {
        var spelled = spell(asked);
        if (spelled.statements()) {
            var body = spelled.code() + "\n" + ending(spelled, NOTHING);
            return attempt(asked, spelled, body).orElseThrow(() -> wrong(asked));
        }
        if (!asked.target().isEmpty()) {
            var body = asked.target() + " value$$ = " + spelled.code() + "\n;";
            return attempt(asked, spelled, body + ending(spelled, "value$$"))
                    .orElseThrow(() -> wrong(asked));
        }
        var value = attempt(asked, spelled, ending(spelled, spelled.code() + "\n"));
        if (value.isEmpty() && spelled.call()) {
            var body = spelled.code() + "\n;" + ending(spelled, NOTHING);
            value = attempt(asked, spelled, body);
        }
        return value.orElseThrow(() -> wrong(asked));
    }

    private static String ending(Spelled spelled, String value) {
        if (spelled.assigned().isEmpty()) {
            return "return result$ = " + value + ";";
        }
        return "return result$ = new java.lang.Object[] {"
                + value
                + ", "
                + String.join(", ", spelled.assigned())
                + "};";
    }

    private Spelled spell(FrameExpression asked) {
        var before = "class E { Object e = ";
        var found =
                parse(
                        before + asked.code() + "\n;}",
                        source -> {
                            var members = members(source);
                            if (!(members.size() == 1
                                    && members.get(0) instanceof VariableTree variable
                                    && variable.getInitializer() != null)) {
                                return Optional.empty();
                            }
                            var value = variable.getInitializer();
                            return spelled(asked, source, value, before.length(), false);
                        });
        if (found.isPresent()) {
            return found.get();
        }
        var asExpression = errors;
        var opened = "class E { void e() throws Throwable {";
        var statements =
                parse(
                        opened + asked.code() + "\n}}",
                        source ->
                                members(source).size() == 1
                                                && members(source).get(0) instanceof MethodTree e
                                        ? spelled(asked, source, e.getBody(), opened.length(), true)
                                        : Optional.empty());
        if (statements.isEmpty()) {
            errors = asExpression;
        }
        return statements.orElseThrow(() -> wrong(asked));
    }

    private static Optional<Spelled> spelled(
            FrameExpression asked, Source source, Tree tree, int begin, boolean statements) {
        var names = new ExpressionNames(asked, source, begin);
        names.read(tree);
        boolean call = tree.getKind() == Tree.Kind.METHOD_INVOCATION;
        return Optional.of(new Spelled(names.code(), names.assigned(), statements, call));
    }

    private Optional<Spelled> parse(String text, Function<Source, Optional<Spelled>> read) {
        return compiler.cells()
                .with(
                        "E",
                        text,
                        Map.of(),
                        source -> {
                            errors = source.errors();
                            return errors.isEmpty()
                                    ? read.apply(source)
                                    : Optional.<Spelled>empty();
                        });
    }

    private static List<? extends Tree> members(Source source) {
        var types = source.unit().getTypeDecls();
        return types.size() == 1 && types.get(0) instanceof ClassTree type
                ? type.getMembers()
                : List.of();
    }

    private Optional<CompiledExpression> attempt(
            FrameExpression asked, Spelled spelled, String body) {
        var text = new StringBuilder("package " + Cells.PACKAGE + ";\n");
        importLines(asked, spelled).forEach(line -> text.append("import " + line + ";\n"));
        text.append("public class ").append(className.substring(Cells.PACKAGE.length() + 1));
        text.append(" {\npublic static java.lang.Object result$;\npublic static ");
        if (!asked.typeParameters().isEmpty()) {
            text.append('<').append(String.join(", ", asked.typeParameters())).append("> ");
        }
        text.append("java.lang.Object ").append(CompiledExpression.METHOD).append('(');
        var parameters = new ArrayList<String>();
        asked.variables().forEach((name, type) -> parameters.add(type + " " + name));
        text.append(String.join(", ", parameters)).append(") throws java.lang.Throwable {\n");
        text.append(body).append("\n}}");
        var source = text.toString();
        return compiler.cells()
                .with(className, source, visible(source), made -> compiled(made, spelled));
    }

    private Optional<CompiledExpression> compiled(Source source, Spelled spelled) {
        if (!source.analyze()) {
            errors = source.errors();
            return Optional.empty();
        }
        // Before the class is made: that changes the tree.
        var type = type(source, spelled);
        var assigned = List.copyOf(spelled.assigned());
        return Optional.of(new CompiledExpression(className, source.generate(), type, assigned));
    }

    /** The type of what stands at the end of the last line. */
    private static String type(Source source, Spelled spelled) {
        for (var member : members(source)) {
            if (member instanceof MethodTree method
                    && method.getName().contentEquals(CompiledExpression.METHOD)) {
                var statements = method.getBody().getStatements();
                var last = (ReturnTree) statements.get(statements.size() - 1);
                var value = ((AssignmentTree) last.getExpression()).getExpression();
                if (spelled.assigned().isEmpty()) {
                    return type(source, value);
                }
                return type(source, ((NewArrayTree) value).getInitializers().get(0));
            }
        }
        return OBJECT;
    }

    private static String type(Source source, Tree value) {
        boolean nothing =
                value instanceof TypeCastTree cast
                        && cast.getType().toString().equals("java.lang.Void");
        return nothing ? "void" : source.typeOf(value).orElse(OBJECT);
    }

    private Set<String> importLines(FrameExpression asked, Spelled spelled) {
        var text = new StringBuilder(spelled.code()).append('\n').append(asked.target());
        asked.variables().values().forEach(type -> text.append('\n').append(type));
        asked.typeParameters().forEach(type -> text.append('\n').append(type));
        var code = text.toString();
        var lines = new LinkedHashSet<String>();
        var known = new TreeSet<>(asked.variables().keySet());
        for (var word : Entry.wordsOf(code)) {
            for (var owner : ownersOf(word)) {
                known.add(word);
                lines.add("static " + owner + "." + word);
            }
        }
        lines.addAll(compiler.cells().importsFor(SourceNames.of(code), known, compiler));
        return lines;
    }

    private List<String> ownersOf(String name) {
        var owners = new ArrayList<String>();
        for (var entry : compiler.cells().names().named(name)) {
            owners.add(entry.owner());
        }
        for (var snippet : compiler.session().named(name)) {
            owners.add(compiler.analysis().wrapper(snippet).fullClassName());
        }
        return owners;
    }

    /** The classes of cells that a source names, those that they name, and so on. */
    private Map<String, byte[]> visible(String source) {
        var files = new LinkedHashMap<String, byte[]>();
        var seen = new LinkedHashSet<String>();
        var waiting = new ArrayList<>(owners(source));
        while (!waiting.isEmpty()) {
            var owner = waiting.remove(waiting.size() - 1);
            if (seen.add(owner)) {
                for (var file : classFiles.apply(owner)) {
                    files.put(new ClassReader(file).getClassName().replace('/', '.'), file);
                    var latin = new String(file, java.nio.charset.StandardCharsets.ISO_8859_1);
                    waiting.addAll(owners(latin));
                }
            }
        }
        return files;
    }

    private static Set<String> owners(String text) {
        var found = new LinkedHashSet<String>();
        var matcher = OWNER.matcher(text);
        while (matcher.find()) {
            found.add(Cells.PACKAGE + "." + matcher.group(1));
        }
        return found;
    }

    private IllegalArgumentException wrong(FrameExpression asked) {
        if (errors.isEmpty()) {
            return new IllegalArgumentException("'" + asked.code() + "' is no Java expression");
        }
        var message =
                CompileErrors.message(errors.get(0))
                        .replaceAll(";? *location: (class|interface)$", "");
        for (var self : asked.selves().values()) {
            message = message.replace(self + ".", "");
        }
        return new IllegalArgumentException(message);
    }
}
