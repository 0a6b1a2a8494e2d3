package himalia.kernel.help;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The documentation comments in one source file, by what they stand before. */
final class SourceComments implements LibraryDocs.Comments {
    private final Map<String, String> types = new HashMap<>();
    private final Map<String, List<Member>> members = new HashMap<>();
    private final Map<String, List<String>> above = new HashMap<>();
    private final Map<String, String> imports = new HashMap<>();
    private final DocTrees trees;
    private String packageName = "";

    private SourceComments(DocTrees trees) {
        this.trees = trees;
    }

    private record Member(String name, Optional<List<String>> parameters, String comment) {}

    /** Reads a source; it is parsed only, so what it names need not be there. */
    static SourceComments read(String source) {
        var task = ParsedOnly.of(source);
        var comments = new SourceComments(DocTrees.instance(task));
        try {
            for (var unit : task.parse()) {
                comments.add(unit);
            }
        } catch (IOException e) {
            // It is in memory.
        }
        return comments;
    }

    /** Returns one comment, which stands there without its stars, as javac's parser reads it. */
    static DocCommentTree parsed(String comment) {
        // A line that begins with a star keeps it.
        var source =
                "/**\n * "
                        + comment.replace("*/", "*&#47;").replace("\n", "\n * ")
                        + "\n */\nclass C {}";
        var task = ParsedOnly.of(source);
        try {
            var unit = task.parse().iterator().next();
            var path = new TreePath(new TreePath(unit), unit.getTypeDecls().get(0));
            return DocTrees.instance(task).getDocCommentTree(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(CompilationUnitTree unit) {
        packageName = unit.getPackageName() == null ? "" : unit.getPackageName() + ".";
        for (ImportTree each : unit.getImports()) {
            var name = each.getQualifiedIdentifier().toString();
            imports.put(name.substring(name.lastIndexOf('.') + 1), name);
        }
        for (var each : unit.getTypeDecls()) {
            if (each instanceof ClassTree type) {
                add(new TreePath(new TreePath(unit), type), type, "");
            }
        }
    }

    private void add(TreePath path, ClassTree type, String outer) {
        var name = outer + type.getSimpleName();
        types.put(name, comment(path));
        var parents = new ArrayList<String>();
        if (type.getExtendsClause() != null) {
            parents.add(MemberSignature.withoutTypeArguments(type.getExtendsClause().toString()));
        }
        type.getImplementsClause()
                .forEach(
                        each -> parents.add(MemberSignature.withoutTypeArguments(each.toString())));
        above.put(name, parents);
        var inside = members.computeIfAbsent(name, key -> new ArrayList<>());
        for (Tree each : type.getMembers()) {
            var place = new TreePath(path, each);
            if (each instanceof ClassTree nested) {
                add(place, nested, name + ".");
            } else if (each instanceof MethodTree method) {
                var parameters =
                        method.getParameters().stream()
                                .map(one -> MemberSignature.simple(one.getType().toString()))
                                .toList();
                var called =
                        method.getName().contentEquals("<init>")
                                ? type.getSimpleName().toString()
                                : method.getName().toString();
                inside.add(new Member(called, Optional.of(parameters), comment(place)));
            } else if (each instanceof VariableTree field) {
                inside.add(
                        new Member(field.getName().toString(), Optional.empty(), comment(place)));
            }
        }
    }

    private String comment(TreePath path) {
        var comment = trees.getDocComment(path);
        return comment == null ? "" : comment;
    }

    /** Returns whether the file declares a type, nested ones named with a dot. */
    boolean declares(String type) {
        return types.containsKey(type);
    }

    /** Returns the comment of a type or one of its members, empty where it has none. */
    @Override
    public String comment(String type, MemberSignature of) {
        if (of.member().isEmpty()) {
            return types.getOrDefault(type, "");
        }
        var found =
                members.getOrDefault(type, List.of()).stream()
                        .filter(each -> each.name().equals(of.member()))
                        .filter(each -> each.parameters().equals(of.parameters()))
                        .map(Member::comment)
                        .filter(comment -> !comment.isBlank())
                        .findFirst();
        var ofType = types.getOrDefault(type, "");
        // A constructor that nobody wrote, as a record's, is told of by its type.
        boolean constructor = ("." + type).endsWith("." + of.member());
        return found.orElseGet(() -> constructor ? ofType : component(ofType, of.member()));
    }

    /** What the comment of a record says of the component that an accessor returns. */
    private static String component(String ofType, String name) {
        var start = ofType.indexOf("@param " + name + " ");
        if (start < 0) {
            return "";
        }
        var text = ofType.substring(start + ("@param " + name + " ").length());
        return text.split("\\n\\s*@", 2)[0];
    }

    /** Returns the full names of what a type extends and implements, as far as this file tells. */
    @Override
    public List<String> above(String type) {
        return above.getOrDefault(type, List.of()).stream()
                .map(
                        name ->
                                imports.getOrDefault(
                                        name, name.indexOf('.') >= 0 ? name : packageName + name))
                .toList();
    }
}
