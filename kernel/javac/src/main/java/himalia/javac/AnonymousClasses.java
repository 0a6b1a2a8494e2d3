package himalia.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Finds anonymous classes, and what they say without words. */
final class AnonymousClasses extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private static final Set<ElementKind> LOCAL =
            Set.of(
                    ElementKind.LOCAL_VARIABLE,
                    ElementKind.PARAMETER,
                    ElementKind.EXCEPTION_PARAMETER,
                    ElementKind.RESOURCE_VARIABLE,
                    ElementKind.BINDING_VARIABLE);

    private final Trees trees;
    private final SourcePositions positions;
    private final CompilationUnitTree unit;
    private final List<AnonymousClass> found = new ArrayList<>();
    private final List<Long> bodies = new ArrayList<>();
    private final Map<String, String> captured = new LinkedHashMap<>();
    private boolean nameable = true;
    private long from;

    AnonymousClasses(Trees trees, SourcePositions positions, CompilationUnitTree unit) {
        this.trees = trees;
        this.positions = positions;
        this.unit = unit;
    }

    /** Returns them; none where one says what no class with a name can say. */
    List<AnonymousClass> in(Tree tree) {
        from = positions.getStartPosition(unit, tree);
        scan(TreePath.getPath(unit, tree), null);
        return nameable ? found : List.of();
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void nothing) {
        var body = tree.getClassBody();
        if (body == null || !bodies.isEmpty()) {
            return super.visitNewClass(tree, nothing);
        }
        captured.clear();
        bodies.add(positions.getStartPosition(unit, body));
        scan(body, nothing);
        bodies.remove(bodies.size() - 1);
        var read =
                trees.getElement(new TreePath(getCurrentPath(), body)) instanceof TypeElement type
                        ? read(tree, type)
                        : Optional.<AnonymousClass>empty();
        nameable &= read.isPresent();
        read.ifPresent(found::add);
        return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void nothing) {
        // Nobody writes a constructor of a class without a name; the compiler's own takes what it
        // takes.
        return tree.getName().contentEquals("<init>") ? null : super.visitMethod(tree, nothing);
    }

    /**
     * What a class takes from the lambda around it is handed to the class with a name; what stands before that is a variable of the
     * cell, which may change.
     */
    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void nothing) {
        var element = bodies.isEmpty() ? null : trees.getElement(getCurrentPath());
        if (element != null && LOCAL.contains(element.getKind())) {
            var declared = trees.getTree(element);
            long place = declared == null ? -1 : positions.getStartPosition(unit, declared);
            nameable &= place >= from;
            if (place < bodies.get(0)) {
                var type = TypeText.of(element.asType());
                nameable &= type.isPresent();
                captured.put(tree.getName().toString(), type.orElse(""));
            }
        }
        return super.visitIdentifier(tree, nothing);
    }

    private Optional<AnonymousClass> read(NewClassTree tree, TypeElement type) {
        boolean implemented = !type.getInterfaces().isEmpty();
        var supertype =
                TypeText.of(implemented ? type.getInterfaces().get(0) : type.getSuperclass());
        var constructor =
                type.getEnclosedElements().stream()
                        .filter(each -> each.getKind() == ElementKind.CONSTRUCTOR)
                        .map(ExecutableElement.class::cast)
                        .findFirst();
        if (supertype.isEmpty() || constructor.isEmpty()) {
            return Optional.empty();
        }
        var parameters = new ArrayList<String>();
        for (var parameter : constructor.get().getParameters()) {
            var text = TypeText.of(parameter.asType());
            if (text.isEmpty()) {
                return Optional.empty();
            }
            parameters.add(text.get());
        }
        if (constructor.get().isVarArgs()) {
            int last = parameters.size() - 1;
            parameters.set(last, parameters.get(last).replaceFirst("\\[\\]$", "..."));
        }
        int start = (int) positions.getStartPosition(unit, tree);
        int end = (int) positions.getEndPosition(unit, tree);
        int typeEnd = (int) positions.getEndPosition(unit, tree.getIdentifier());
        var source = text();
        int arguments = source.indexOf("(", typeEnd);
        var enclosing = tree.getEnclosingExpression();
        int outer = enclosing == null ? -1 : (int) positions.getEndPosition(unit, enclosing);
        int last =
                tree.getArguments().isEmpty()
                        ? arguments
                        : (int)
                                positions.getEndPosition(
                                        unit,
                                        tree.getArguments().get(tree.getArguments().size() - 1));
        int brace = source.indexOf("{", source.indexOf(")", last));
        return Optional.of(
                new AnonymousClass(
                        start,
                        arguments,
                        brace,
                        end,
                        supertype.get(),
                        implemented,
                        parameters,
                        thrown(constructor.get()),
                        captured.entrySet().stream()
                                .map(
                                        each ->
                                                new AnonymousClass.Captured(
                                                        each.getKey(), each.getValue()))
                                .toList(),
                        outer));
    }

    private String text() {
        try {
            return unit.getSourceFile().getCharContent(true).toString();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException("a text in memory could not be read", e);
        }
    }

    private static List<String> thrown(ExecutableElement constructor) {
        return constructor.getThrownTypes().stream()
                .filter(type -> type.getKind() == TypeKind.DECLARED)
                .map(TypeMirror::toString)
                .toList();
    }
}
