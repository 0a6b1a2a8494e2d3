package himalia.install.page;

import himalia.install.notebook.NotebookCell;
import himalia.install.notebook.NotebookFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;

/**
 * A notebook as one HTML page; a page object makes one page.
 *
 * <pre>{@code
 * Files.writeString(target, new Page(Path.of("notebooks", "00-first-look.ipynb")).html(notebook));
 * }</pre>
 */
public final class Page {
    private static final String LOGO = "/himalia/install/kernelspec/logo-svg.svg";

    private final String name;
    private final Drawings drawings = new Drawings();
    private final MarkdownHtml markdown;
    private final OutputHtml outputs;

    /**
     * Prepares the page of a notebook.
     *
     * @param file where the notebook lies: pictures that it names are read beside it
     */
    public Page(Path file) {
        this.name = file.getFileName().toString().replaceFirst("\\.ipynb$", "");
        var folder = file.toAbsolutePath().getParent();
        this.markdown = new MarkdownHtml(folder == null ? file.toAbsolutePath() : folder, drawings);
        this.outputs = new OutputHtml(markdown, drawings);
    }

    /** Returns the whole page. */
    public String html(NotebookFile notebook) {
        var title = EscapedHtml.escape(title(notebook));
        var icon =
                Base64.getEncoder()
                        .encodeToString(Resources.text(LOGO).getBytes(StandardCharsets.UTF_8));
        var body = new StringBuilder();
        notebook.cells().forEach(cell -> body.append(cell(cell)));
        var html = new StringBuilder();
        html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.append("<meta name=\"color-scheme\" content=\"light dark\">\n");
        html.append("<title>").append(title).append("</title>\n");
        html.append("<link rel=\"icon\" href=\"data:image/svg+xml;base64,").append(icon);
        html.append("\">\n<style>\n").append(Resources.text("page.css")).append("</style>\n");
        html.append(drawings.styles()).append("</head>\n<body>\n<main>\n");
        html.append(body);
        html.append("</main>\n<footer>").append(foot(notebook)).append("</footer>\n");
        html.append(drawings.scripts());
        return html.append("</body>\n</html>\n").toString();
    }

    private String title(NotebookFile notebook) {
        return notebook.cells().stream()
                .filter(cell -> cell.isMarkdown() && !isRemoved(cell))
                .map(cell -> markdown.title(cell.source()))
                .filter(heading -> !heading.isEmpty())
                .findFirst()
                .orElse(name);
    }

    private static boolean isRemoved(NotebookCell cell) {
        return cell.tags().contains("remove-cell");
    }

    private String cell(NotebookCell cell) {
        if (isRemoved(cell)) {
            return "";
        }
        if (cell.isMarkdown()) {
            return "<section class=\"text\">\n"
                    + markdown.html(cell.source(), cell.attachments())
                    + "</section>\n";
        }
        if (!cell.isCode()) {
            return "<section class=\"text\"><pre>"
                    + EscapedHtml.escape(cell.source())
                    + "</pre></section>\n";
        }
        var count = cell.count().isPresent() ? String.valueOf(cell.count().getAsInt()) : " ";
        var html = new StringBuilder("<section class=\"code\">\n");
        if (!cell.tags().contains("remove-input") && !cell.source().isBlank()) {
            html.append("<div class=\"count\" aria-hidden=\"true\">").append(count);
            html.append("</div><pre class=\"source\"><code>");
            html.append(JavaColours.html(cell.source())).append("</code></pre>\n");
        }
        if (!cell.outputs().isEmpty()) {
            html.append("<div class=\"outputs\">\n");
            for (var output : cell.outputs()) {
                html.append(outputs.html(output.getAsJsonObject())).append('\n');
            }
            html.append("</div>\n");
        }
        return html.append("</section>\n").toString();
    }

    private static String foot(NotebookFile notebook) {
        var language = notebook.metadata().getAsJsonObject("language_info");
        var version =
                language != null && language.has("version")
                        ? " on Java " + language.get("version").getAsString()
                        : "";
        return EscapedHtml.escape("Run by Himalia" + version);
    }
}
