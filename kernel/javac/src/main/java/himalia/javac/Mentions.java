package himalia.javac;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Reads what trees mention, by the symbols that the compiler gave to their names. */
final class Mentions extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final Trees trees;
    private final SourcePositions positions;
    private final CompilationUnitTree unit;
    private final String inPackage;
    private final Map<Tree, List<Mention>> found = new IdentityHashMap<>();
    private final Set<Tree> assigned = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Element, @Nullable Tree> declarations = new HashMap<>();
    private @Nullable List<Mention> current;

    Mentions(Trees trees, SourcePositions positions, CompilationUnitTree unit, String inPackage) {
        this.trees = trees;
        this.positions = positions;
        this.unit = unit;
        this.inPackage = inPackage;
    }

    Map<Tree, List<Mention>> of(Collection<? extends Tree> wanted) {
        wanted.forEach(tree -> found.put(tree, new ArrayList<>()));
        scan(unit, null);
        return found;
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void nothing) {
        var own = tree == null ? null : found.get(tree);
        if (own == null) {
            return super.scan(tree, nothing);
        }
        current = own;
        super.scan(tree, nothing);
        current = null;
        return null;
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void nothing) {
        note(tree);
        return super.visitIdentifier(tree, nothing);
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void nothing) {
        note(tree);
        return super.visitMemberSelect(tree, nothing);
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void nothing) {
        note(tree);
        return super.visitMemberReference(tree, nothing);
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void nothing) {
        assigns(tree.getVariable());
        return super.visitAssignment(tree, nothing);
    }

    @Override
    public @Nullable Void visitCompoundAssignment(
            CompoundAssignmentTree tree, @Nullable Void nothing) {
        assigns(tree.getVariable());
        return super.visitCompoundAssignment(tree, nothing);
    }

    @Override
    public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void nothing) {
        switch (tree.getKind()) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
                    assigns(tree.getExpression());
            default -> {}
        }
        return super.visitUnary(tree, nothing);
    }

    private void assigns(ExpressionTree target) {
        var variable = target;
        while (variable instanceof ParenthesizedTree inner) {
            variable = inner.getExpression();
        }
        assigned.add(variable);
    }

    private void note(Tree tree) {
        var into = current;
        if (into == null) {
            return;
        }
        var element = trees.getElement(getCurrentPath());
        var member = element == null ? null : memberOfTopLevel(element);
        if (member != null && member.getEnclosingElement() instanceof TypeElement owner) {
            into.add(
                    new Mention(
                            owner.getQualifiedName().toString(),
                            member.getSimpleName().toString(),
                            declaration(member),
                            (int) positions.getStartPosition(unit, tree),
                            member == element && assigned.contains(tree)));
        }
    }

    /** The compiler looks for it from the beginning of the class on, each time. */
    private @Nullable Tree declaration(Element member) {
        if (!declarations.containsKey(member)) {
            declarations.put(member, trees.getTree(member));
        }
        return declarations.get(member);
    }

    /** Returns what holds an element directly below a top-level class of the package; null where nothing does. */
    private @Nullable Element memberOfTopLevel(Element element) {
        Element member = element;
        while (true) {
            var outer = member.getEnclosingElement();
            if (outer == null || outer instanceof PackageElement) {
                return null;
            }
            if (outer instanceof TypeElement type
                    && type.getNestingKind() == NestingKind.TOP_LEVEL) {
                return type.getEnclosingElement() instanceof PackageElement where
                                && where.getQualifiedName().contentEquals(inPackage)
                        ? member
                        : null;
            }
            member = outer;
        }
    }
}
