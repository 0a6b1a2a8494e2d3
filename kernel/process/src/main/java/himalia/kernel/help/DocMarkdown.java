package himalia.kernel.help;

import com.sun.source.doctree.DeprecatedTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.ThrowsTree;
import com.sun.source.util.SimpleDocTreeVisitor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a documentation comment as Markdown; javac's own parser has read it. */
final class DocMarkdown extends SimpleDocTreeVisitor<@Nullable Void, @Nullable Void> {
    private static final Map<String, String> ENTITIES =
            Map.ofEntries(
                    Map.entry("lt", "<"),
                    Map.entry("gt", ">"),
                    Map.entry("amp", "&"),
                    Map.entry("quot", "\""),
                    Map.entry("nbsp", " "),
                    Map.entry("le", "≤"),
                    Map.entry("ge", "≥"),
                    Map.entry("ne", "≠"),
                    Map.entry("times", "×"),
                    Map.entry("mdash", "—"),
                    Map.entry("ndash", "–"),
                    Map.entry("hellip", "…"),
                    Map.entry("rarr", "→"),
                    Map.entry("copy", "©"));

    private final StringBuilder out = new StringBuilder();
    private boolean pre;
    private int preStart;
    private String link = "";
    private final Deque<Integer> raised = new ArrayDeque<>();

    private DocMarkdown() {}

    /** Returns a comment, without its stars, as Markdown. */
    static String of(String comment) {
        if (comment.isBlank()) {
            return "";
        }
        var tree = SourceComments.parsed(comment);
        var writer = new DocMarkdown();
        writer.all(tree.getFullBody());
        writer.out.append("\n\n");
        tree.getBlockTags().forEach(each -> each.accept(writer, null));
        return writer.out
                .toString()
                .replaceAll("[ \\t]+\n", "\n")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }

    private void all(List<? extends DocTree> trees) {
        trees.forEach(each -> each.accept(this, null));
    }

    @Override
    public @Nullable Void visitText(TextTree text, @Nullable Void nothing) {
        // The parser leaves the indentation of the comment in the text.
        out.append(pre ? text.getBody() : text.getBody().replaceAll("\\n[ \\t]+", "\n"));
        return null;
    }

    @Override
    public @Nullable Void visitEntity(EntityTree entity, @Nullable Void nothing) {
        var name = entity.getName().toString();
        out.append(ENTITIES.getOrDefault(name, number(name)));
        return null;
    }

    private static String number(String name) {
        try {
            boolean hex = name.startsWith("#x") || name.startsWith("#X");
            int code =
                    hex
                            ? Integer.parseInt(name.substring(2), 16)
                            : Integer.parseInt(name.replace("#", ""));
            return Character.toString(code);
        } catch (IllegalArgumentException e) {
            return "&" + name + ";";
        }
    }

    @Override
    public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void nothing) {
        boolean code = literal.getKind() == DocTree.Kind.CODE && !pre;
        var text = literal.getBody().getBody();
        out.append(code ? "`" + text + "`" : text);
        return null;
    }

    @Override
    public @Nullable Void visitLink(LinkTree tree, @Nullable Void nothing) {
        if (tree.getLabel().isEmpty()) {
            var name = tree.getReference().getSignature();
            out.append("`").append(name.startsWith("#") ? name.substring(1) : name).append("`");
        } else {
            all(tree.getLabel());
        }
        return null;
    }

    @Override
    public @Nullable Void visitStartElement(StartElementTree element, @Nullable Void nothing) {
        switch (element.getName().toString().toLowerCase(Locale.ROOT)) {
            case "p", "br", "ul", "ol", "dl", "table", "blockquote" -> out.append("\n\n");
            case "pre" -> {
                pre = true;
                out.append("\n\n```\n");
                preStart = out.length();
            }
            case "code", "tt" -> out.append(pre ? "" : "`");
            case "li", "dt", "tr" -> item();
            case "dd" -> out.append(": ");
            case "td", "th" -> out.append(" ");
            case "b", "strong" -> out.append("**");
            case "i", "em" -> out.append("*");
            case "h1", "h2", "h3", "h4", "h5", "h6" -> out.append("\n\n**");
            case "sup", "sub" -> raised.push(out.length());
            case "a" -> {
                link = target(element);
                out.append(link.isEmpty() ? "" : "[");
            }
            default -> {
                // Its text is all that counts.
            }
        }
        return null;
    }

    private void item() {
        var text = out.toString();
        boolean first = text.endsWith("\n\n") || text.isBlank();
        out.setLength(text.stripTrailing().length());
        out.append(first ? "\n\n- " : "\n- ");
    }

    /** Where a link leads, where it leads out of the documentation. */
    private static String target(StartElementTree element) {
        return element.getAttributes().stream()
                .map(String::valueOf)
                .filter(each -> each.toLowerCase(Locale.ROOT).startsWith("href"))
                .map(each -> each.replaceFirst("^[^=]*=", "").replaceAll("^[\"']|[\"']$", ""))
                .filter(each -> each.startsWith("http"))
                .findFirst()
                .orElse("");
    }

    @Override
    public @Nullable Void visitEndElement(EndElementTree element, @Nullable Void nothing) {
        switch (element.getName().toString().toLowerCase(Locale.ROOT)) {
            case "pre" -> {
                pre = false;
                var code = out.substring(preStart).stripTrailing();
                out.setLength(preStart);
                out.append(code.replaceFirst("^\\s*\n", "").stripIndent()).append("\n```\n\n");
            }
            case "code", "tt" -> out.append(pre ? "" : "`");
            case "b", "strong" -> out.append("**");
            case "i", "em" -> out.append("*");
            case "h1", "h2", "h3", "h4", "h5", "h6" -> out.append("**\n\n");
            case "ul", "ol", "dl", "table", "p", "blockquote" -> out.append("\n\n");
            case "sup" -> raised('^');
            case "sub" -> raised('_');
            case "a" -> {
                out.append(link.isEmpty() ? "" : "](" + link + ")");
                link = "";
            }
            default -> {
                // Nothing was opened.
            }
        }
        return null;
    }

    /** {@code 2^48}, {@code x_i}; of several words it is told where they end. */
    private void raised(char mark) {
        if (!raised.isEmpty()) {
            var text = out.substring(raised.peek()).strip();
            out.setLength(raised.pop());
            boolean word = text.matches("[\\p{L}\\d]*");
            out.append(text.isEmpty() ? "" : mark + (word ? text : "(" + text + ")"));
        }
    }

    @Override
    public @Nullable Void visitParam(ParamTree param, @Nullable Void nothing) {
        var name = param.getName().toString();
        tag(
                "\n- **" + (param.isTypeParameter() ? "<" + name + ">" : name) + "**: ",
                param.getDescription());
        return null;
    }

    @Override
    public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void nothing) {
        if (tree.toString().startsWith("{")) {
            out.append("Returns ");
            all(tree.getDescription());
            out.append(".");
        } else {
            tag("\n\n**Returns** ", tree.getDescription());
        }
        return null;
    }

    @Override
    public @Nullable Void visitThrows(ThrowsTree tree, @Nullable Void nothing) {
        tag("\n- **throws " + tree.getExceptionName() + "**: ", tree.getDescription());
        return null;
    }

    @Override
    public @Nullable Void visitDeprecated(DeprecatedTree tree, @Nullable Void nothing) {
        tag("\n\n**Deprecated** ", tree.getBody());
        return null;
    }

    private void tag(String head, List<? extends DocTree> description) {
        out.append(head);
        int start = out.length();
        all(description);
        // One line, so that a list stays a list.
        var text = out.substring(start).strip().replaceAll("\\s*\n\\s*", " ");
        out.setLength(start);
        out.append(text);
    }

    /** What this visitor does not know: newer tags are shown as they are written, tags about the text not at all. */
    @Override
    protected @Nullable Void defaultAction(DocTree tree, @Nullable Void nothing) {
        switch (tree.getKind().name()) {
            case "SNIPPET" -> {
                var text = tree.toString();
                int colon = text.indexOf(':');
                var body = colon < 0 ? "" : text.substring(colon + 1, text.length() - 1).strip();
                out.append("\n\n```java\n").append(body).append("\n```\n\n");
            }
            case "ERRONEOUS" -> out.append(tree);
            case "UNKNOWN_INLINE_TAG" -> out.append(tree);
            case "VALUE", "SYSTEM_PROPERTY", "INDEX", "SUMMARY" ->
                    out.append(tree.toString().replaceAll("^\\{@\\w+\\s*#?|}$", ""));
            default -> {
                // @since, @see, @author: about the text.
            }
        }
        return null;
    }
}
