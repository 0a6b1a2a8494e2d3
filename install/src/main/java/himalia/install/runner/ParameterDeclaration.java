package himalia.install.runner;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import himalia.javac.SourceText;
import himalia.kernel.cells.Cutter;
import himalia.kernel.cells.NoJava;
import himalia.kernel.cells.Piece;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;

/**
 * One parameter, as the notebook's cell declares it.
 *
 * @param type as it is written, {@code var} too
 * @param name its name
 * @param initial the value that tells what {@code var} is, as it is written; empty where the type is written
 * @param fixed whether it is {@code final}
 */
record ParameterDeclaration(String type, String name, String initial, boolean fixed) {
    private static final String NULL = "null";
    private static final String VAR = "var";

    private static final String WORD_OF_CLASSES =
            "\\b(?:public|protected|private|static|volatile|transient)\\s+";

    /** Modifiers, at least one of which only a member of a class has. */
    private static final Pattern OF_CLASSES =
            Pattern.compile("(?:(?:final\\s+)*" + WORD_OF_CLASSES + ")+");

    /** Returns the variables that a cell declares, by name; what is local to a block or a method of it is none. */
    static Map<String, ParameterDeclaration> all(String cell) {
        var all = new LinkedHashMap<String, ParameterDeclaration>();
        for (var piece : Cutter.cut(NoJava.blanked(cell + "\n"))) {
            // As a statement, a method would be taken for a variable and what follows it.
            if (piece.shape() == Piece.Shape.CODE) {
                in(local(piece.source())).forEach(found -> all.put(found.name(), found));
            }
        }
        return all;
    }

    /** Returns a declaration as one of a method, which knows no {@code static}. */
    private static String local(String piece) {
        var found = OF_CLASSES.matcher(piece);
        return found.lookingAt()
                ? found.group().replaceAll(WORD_OF_CLASSES, "") + piece.substring(found.end())
                : piece;
    }

    private static List<ParameterDeclaration> in(String piece) {
        var source = "class P { void p() { " + piece + "\n; } }";
        var task =
                (JavacTask)
                        ToolProvider.getSystemJavaCompiler()
                                .getTask(
                                        null,
                                        null,
                                        said -> {},
                                        null,
                                        null,
                                        List.of(new SourceText(source)));
        try {
            var unit = task.parse().iterator().next();
            var places = Trees.instance(task).getSourcePositions();
            return statements(unit).stream()
                    .filter(VariableTree.class::isInstance)
                    .map(VariableTree.class::cast)
                    .map(each -> of(each, source, unit, places))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory could not be read", e);
        }
    }

    /** The statements of the method that was written around a piece, where that left a method. */
    private static List<? extends Tree> statements(CompilationUnitTree unit) {
        return unit.getTypeDecls().stream()
                .filter(ClassTree.class::isInstance)
                .flatMap(type -> ((ClassTree) type).getMembers().stream())
                .filter(MethodTree.class::isInstance)
                .map(method -> ((MethodTree) method).getBody())
                .filter(Objects::nonNull)
                .limit(1)
                .flatMap(body -> body.getStatements().stream())
                .toList();
    }

    private static ParameterDeclaration of(
            VariableTree variable,
            String source,
            CompilationUnitTree unit,
            SourcePositions places) {
        boolean inferred = variable.getType() == null;
        // Asked of the variable: to find where a long sum begins, the compiler recurses once a
        // summand.
        int from = inferred ? (int) places.getStartPosition(unit, variable) : 0;
        int to = inferred ? (int) places.getEndPosition(unit, variable) : 0;
        var written = source.substring(from, Math.max(from, to));
        return new ParameterDeclaration(
                inferred ? VAR : variable.getType().toString(),
                variable.getName().toString(),
                written.substring(written.indexOf('=') + 1).replaceFirst(";\\z", "").strip(),
                variable.getModifiers().getFlags().contains(Modifier.FINAL));
    }

    /** Returns a value as Java. */
    String java(String value) {
        if (fixed) {
            throw new IllegalArgumentException(
                    "-p: the parameter '%s' is declared as 'final %s', which -p cannot set; take the 'final' away"
                            .formatted(name, words()));
        }
        var kind = ParameterType.of(type, initial);
        if (kind.isEmpty() && isInferred()) {
            throw new IllegalArgumentException(
                    "-p: the parameter '%s' is declared as '%s', which does not show its type; write the type, as in 'int %s = …'"
                            .formatted(name, words(), name));
        }
        if (kind.isEmpty()) {
            throw new IllegalArgumentException(
                    "-p: the parameter '%s' is declared as '%s', which -p cannot set; it sets texts, numbers, true or false, and paths: declare a String, and make of it what is needed in the next cell"
                            .formatted(name, words()));
        }
        if (value.equals(NULL) && mayBeNull(kind.get())) {
            return NULL;
        }
        return kind.get()
                .java(value)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "-p: the parameter '%s' is declared as '%s' and takes %s; got '%s'"
                                                .formatted(
                                                        name, words(), kind.get().words(), value)));
    }

    /** A text, a path, and what is written with a capital letter, such as Integer. */
    private boolean mayBeNull(ParameterType kind) {
        return kind == ParameterType.TEXT
                || kind == ParameterType.PATH
                || !isInferred() && Character.isUpperCase(type.charAt(type.lastIndexOf('.') + 1));
    }

    private boolean isInferred() {
        return type.equals(VAR);
    }

    private String words() {
        return isInferred() ? VAR + " " + name + " = " + initial : type + " " + name;
    }
}
