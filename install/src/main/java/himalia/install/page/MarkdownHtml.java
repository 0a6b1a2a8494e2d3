package himalia.install.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * Markdown cells as HTML; pictures come into the page, links to notebooks lead to their pages, formulas and Mermaid's
 * diagrams are drawn.
 */
final class MarkdownHtml {
    private static final List<TablesExtension> EXTENSIONS =
            List.of((TablesExtension) TablesExtension.create());
    private static final Map<String, String> PICTURES =
            Map.of(
                    "png", "image/png",
                    "jpg", "image/jpeg",
                    "jpeg", "image/jpeg",
                    "gif", "image/gif",
                    "svg", "image/svg+xml",
                    "webp", "image/webp");

    private final Parser parser = Parser.builder().extensions(EXTENSIONS).build();
    private final HtmlRenderer renderer =
            HtmlRenderer.builder()
                    .extensions(EXTENSIONS)
                    .nodeRendererFactory(this::codeBlocks)
                    .attributeProviderFactory(
                            context ->
                                    (node, tag, attributes) -> {
                                        if (node instanceof Heading heading) {
                                            attributes.put("id", anchor(text(heading)));
                                        }
                                    })
                    .build();
    private final Path folder;
    private final Drawings drawings;

    /**
     * Reads pictures relative to a folder.
     *
     * @param folder where the notebook lies
     */
    MarkdownHtml(Path folder, Drawings drawings) {
        this.folder = folder;
        this.drawings = drawings;
    }

    private CodeBlocks codeBlocks(HtmlNodeRendererContext context) {
        return new CodeBlocks(context, drawings);
    }

    String html(String markdown, JsonObject attachments) {
        var formulas = SetAside.from(markdown, drawings);
        var document = parser.parse(formulas.text());
        document.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(Image image) {
                        image.setDestination(picture(image.getDestination(), attachments));
                        visitChildren(image);
                    }

                    @Override
                    public void visit(Link link) {
                        link.setDestination(page(link.getDestination()));
                        visitChildren(link);
                    }

                    @Override
                    public void visit(Code code) {
                        code.setLiteral(formulas.source(code.getLiteral()));
                    }

                    @Override
                    public void visit(IndentedCodeBlock code) {
                        code.setLiteral(formulas.source(code.getLiteral()));
                    }

                    @Override
                    public void visit(FencedCodeBlock code) {
                        code.setLiteral(formulas.source(code.getLiteral()));
                    }
                });
        return formulas.html(renderer.render(document));
    }

    /** Returns the first heading of a text, or nothing. */
    String title(String markdown) {
        for (var node = parser.parse(markdown).getFirstChild();
                node != null;
                node = node.getNext()) {
            if (node instanceof Heading heading && heading.getLevel() == 1) {
                return text(heading);
            }
        }
        return "";
    }

    private static String text(Node node) {
        return TextContentRenderer.builder().build().render(node).strip();
    }

    /** The anchors that Jupyter gives: the heading with dashes for spaces. */
    private static String anchor(String heading) {
        return heading.replaceAll("\\s+", "-");
    }

    private static String page(String destination) {
        var outside = destination.contains(":") || destination.startsWith("/");
        return outside ? destination : destination.replaceFirst("\\.ipynb(?=$|#)", ".html");
    }

    /** A text, or its lines. */
    private static String joined(JsonElement text) {
        if (text instanceof JsonArray lines) {
            var whole = new StringBuilder();
            lines.forEach(line -> whole.append(joined(line)));
            return whole.toString();
        }
        return text.isJsonPrimitive() ? text.getAsString() : "";
    }

    private String picture(String destination, JsonObject attachments) {
        if (destination.startsWith("attachment:")) {
            var name = destination.substring("attachment:".length());
            if (attachments.get(name) instanceof JsonObject forms) {
                for (var entry : forms.entrySet()) {
                    return "data:" + entry.getKey() + ";base64," + joined(entry.getValue());
                }
            }
            return destination;
        }
        var dot = destination.lastIndexOf('.') + 1;
        var mime = PICTURES.get(destination.substring(dot).toLowerCase(Locale.ROOT));
        if (mime == null || destination.contains(":")) {
            return destination;
        }
        try {
            var bytes = Files.readAllBytes(folder.resolve(destination));
            return "data:" + mime + ";base64," + Base64.getEncoder().encodeToString(bytes);
        } catch (IOException notThere) {
            return destination;
        }
    }

    /** Fenced code in Java is highlighted as in code cells, in Mermaid's language it is a diagram. */
    private static final class CodeBlocks implements NodeRenderer {
        private final HtmlNodeRendererContext context;
        private final Drawings drawings;

        CodeBlocks(HtmlNodeRendererContext context, Drawings drawings) {
            this.context = context;
            this.drawings = drawings;
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(FencedCodeBlock.class);
        }

        @Override
        public void render(Node node) {
            var block = (FencedCodeBlock) node;
            var html = context.getWriter();
            var code = block.getLiteral();
            var language = block.getInfo().strip().toLowerCase(Locale.ROOT);
            html.line();
            if (language.equals("mermaid")) {
                html.raw(drawings.diagram(code.strip()));
                html.line();
                return;
            }
            html.tag("pre");
            html.tag("code");
            if (language.startsWith("java")) {
                html.raw(JavaColours.html(code));
            } else {
                html.text(code);
            }
            html.tag("/code");
            html.tag("/pre");
            html.line();
        }
    }
}
