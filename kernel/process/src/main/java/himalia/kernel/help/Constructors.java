package himalia.kernel.help;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** How objects of a class or record are made that a cell declares. */
final class Constructors {
    private final String source;
    private final CompilationUnitTree unit;
    private final SourcePositions places;

    private Constructors(String source, CompilationUnitTree unit, SourcePositions places) {
        this.source = source;
        this.unit = unit;
        this.places = places;
    }

    /** Returns the heads of its constructors, each on a line of its own; none where it declares none, or only the one that a record's head says. */
    static List<String> of(String source) {
        var task = ParsedOnly.of(source);
        try {
            var unit = task.parse().iterator().next();
            var places = Trees.instance(task).getSourcePositions();
            return new Constructors(source, unit, places)
                    .heads()
                    .map(each -> "\n    " + each)
                    .toList();
        } catch (IOException e) {
            // It is in memory.
            throw new UncheckedIOException(e);
        }
    }

    private Stream<String> heads() {
        return unit.getTypeDecls().stream()
                .limit(1)
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .flatMap(this::heads);
    }

    private Stream<String> heads(ClassTree type) {
        boolean isRecord = type.getKind() == Tree.Kind.RECORD;
        if (!isRecord && type.getKind() != Tree.Kind.CLASS) {
            return Stream.empty();
        }
        var components = isRecord ? types(components(type)) : List.of();
        return type.getMembers().stream()
                .filter(MethodTree.class::isInstance)
                .map(MethodTree.class::cast)
                .filter(each -> each.getName().contentEquals("<init>"))
                .filter(each -> !isRecord || !isCanonical(each, components))
                .map(each -> head(type, each));
    }

    /** A record's components are the fields that are not static. */
    private static List<? extends VariableTree> components(ClassTree type) {
        return type.getMembers().stream()
                .filter(VariableTree.class::isInstance)
                .map(VariableTree.class::cast)
                .filter(each -> !each.getModifiers().getFlags().contains(Modifier.STATIC))
                .toList();
    }

    /** Whether it is the one that the head of a record says, with parameters or without. */
    private boolean isCanonical(MethodTree constructor, List<?> components) {
        int from = (int) places.getStartPosition(unit, constructor);
        int body = (int) places.getStartPosition(unit, constructor.getBody());
        boolean compact = from >= 0 && from < body && source.indexOf('(', from) > body;
        return compact || types(constructor.getParameters()).equals(components);
    }

    private static List<String> types(List<? extends VariableTree> variables) {
        return variables.stream().map(each -> String.valueOf(each.getType())).toList();
    }

    private String head(ClassTree type, MethodTree constructor) {
        return constructor.getParameters().stream()
                .map(this::parameter)
                .collect(Collectors.joining(", ", type.getSimpleName() + "(", ")"));
    }

    /** What stands before its type, annotations and {@code final}, says nothing to who gives a value. */
    private String parameter(VariableTree parameter) {
        int from = (int) places.getStartPosition(unit, parameter.getType());
        int to = (int) places.getEndPosition(unit, parameter);
        return from < 0 || to < from
                ? String.valueOf(parameter)
                : source.substring(from, to).replaceAll("\\s+", " ");
    }
}
