package himalia.kernel.debug;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Parses one Java expression, by the compiler's own parser. */
final class ExpressionParser {
    private static final String BEFORE = "class E { Object e = ";

    private ExpressionParser() {}

    /**
     * Returns the tree of an expression.
     *
     * @throws DebugException if it is none
     */
    static ExpressionTree parse(String expression) {
        var errors = new DiagnosticCollector<JavaFileObject>();
        var task =
                (JavacTask)
                        ToolProvider.getSystemJavaCompiler()
                                .getTask(
                                        Writer.nullWriter(),
                                        null,
                                        errors,
                                        List.of("-proc:none"),
                                        null,
                                        List.of(new Text(BEFORE + expression + "\n;}")));
        try {
            for (var unit : task.parse()) {
                for (var type : unit.getTypeDecls()) {
                    if (type instanceof ClassTree found
                            && found.getMembers().size() == 1
                            && found.getMembers().get(0) instanceof VariableTree variable
                            && variable.getInitializer() != null
                            && isWhole(errors)) {
                        return variable.getInitializer();
                    }
                }
            }
        } catch (IOException e) {
            throw new DebugException("the expression cannot be read: " + e.getMessage());
        }
        var why =
                errors.getDiagnostics().isEmpty()
                        ? ""
                        : ": " + errors.getDiagnostics().get(0).getMessage(Locale.ENGLISH);
        throw new DebugException("'" + expression + "' is no Java expression" + why);
    }

    private static boolean isWhole(DiagnosticCollector<JavaFileObject> errors) {
        return errors.getDiagnostics().stream()
                .noneMatch(each -> each.getKind() == Diagnostic.Kind.ERROR);
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String source;

        Text(String source) {
            super(URI.create("string:///E.java"), Kind.SOURCE);
            this.source = source;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
        }
    }
}
