package himalia.install.page;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Outputs of a cell as HTML; of a bundle, the form that JupyterLab would show. */
final class OutputHtml {
    private static final List<String> PICTURES =
            List.of("image/png", "image/jpeg", "image/gif", "image/bmp", "image/webp");

    private static final Pattern VEGA =
            Pattern.compile("application/vnd\\.vega(lite)?\\.v\\d+\\+json");
    private static final String HTML = "text/html";
    private static final String MARKDOWN = "text/markdown";
    private static final String MERMAID = "text/vnd.mermaid";
    private static final String LATEX = "text/latex";
    private static final String SVG = "image/svg+xml";
    private static final String JSON = "application/json";
    private static final String PLAIN = "text/plain";
    private static final Gson PRETTY =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create();

    private final MarkdownHtml markdown;
    private final Drawings drawings;

    OutputHtml(MarkdownHtml markdown, Drawings drawings) {
        this.markdown = markdown;
        this.drawings = drawings;
    }

    String html(JsonObject output) {
        return switch (output.get("output_type").getAsString()) {
            case "stream" -> {
                var name = output.get("name").getAsString();
                yield "<pre class=\""
                        + (name.equals("stderr") ? "stderr" : "stdout")
                        + "\">"
                        + AnsiHtml.html(output.get("text").getAsString())
                        + "</pre>";
            }
            case "error" -> "<pre class=\"error\">" + AnsiHtml.html(trace(output)) + "</pre>";
            default -> bundle(output.getAsJsonObject("data"), output.getAsJsonObject("metadata"));
        };
    }

    private static String trace(JsonObject error) {
        return StreamSupport.stream(error.getAsJsonArray("traceback").spliterator(), false)
                .map(line -> line.getAsString())
                .collect(Collectors.joining("\n"));
    }

    /** The order is JupyterLab's, so that both show the same. */
    private String bundle(JsonObject data, JsonObject metadata) {
        if (data.has(HTML)) {
            return "<div class=\"html\">" + data.get(HTML).getAsString() + "</div>";
        }
        for (var mime : data.keySet()) {
            if (VEGA.matcher(mime).matches()) {
                return drawings.chart(
                        data.get(mime), mime.contains("vegalite"), instead(mime, data, metadata));
            }
        }
        if (data.has(MARKDOWN)) {
            return "<div class=\"html\">"
                    + markdown.html(data.get(MARKDOWN).getAsString(), new JsonObject())
                    + "</div>";
        }
        if (data.has(MERMAID)) {
            return drawings.diagram(data.get(MERMAID).getAsString());
        }
        if (data.has(LATEX)) {
            return latex(data.get(LATEX).getAsString());
        }
        return plain(data, metadata);
    }

    /** What needs no script. */
    private static String plain(JsonObject data, JsonObject metadata) {
        if (data.has(SVG)) {
            var svg = data.get(SVG).getAsString().getBytes(StandardCharsets.UTF_8);
            return picture(SVG, Base64.getEncoder().encodeToString(svg), data, metadata);
        }
        for (var mime : PICTURES) {
            if (data.has(mime)) {
                var bytes = data.get(mime).getAsString().replaceAll("\\s", "");
                return picture(mime, bytes, data, metadata);
            }
        }
        if (data.has(JSON)) {
            return "<pre class=\"stdout\">"
                    + EscapedHtml.escape(PRETTY.toJson(data.get(JSON)))
                    + "</pre>";
        }
        return data.has(PLAIN)
                ? "<pre class=\"stdout\">" + AnsiHtml.html(data.get(PLAIN).getAsString()) + "</pre>"
                : "";
    }

    /** A chart's picture where there is one, else its source, which says more than that it is a chart. */
    private static String instead(String mime, JsonObject data, JsonObject metadata) {
        var picture = data.has(SVG) || PICTURES.stream().anyMatch(data::has);
        return picture
                ? plain(data, metadata)
                : "<pre class=\"stdout\">"
                        + EscapedHtml.escape(PRETTY.toJson(data.get(mime)))
                        + "</pre>";
    }

    private String latex(String source) {
        var html = new StringBuilder("<div class=\"latex\">");
        for (var piece : Formulas.inLatex(source)) {
            if (piece instanceof Formulas.Formula formula) {
                html.append(drawings.formula(formula.tex(), formula.display()));
            } else if (piece instanceof Formulas.Prose prose) {
                html.append(EscapedHtml.escape(prose.text()));
            }
        }
        return html.append("</div>").toString();
    }

    /** A picture's plain text is what it says to those who do not see it. */
    private static String picture(
            String mime, String base64, JsonObject data, JsonObject metadata) {
        var tag = new StringBuilder("<img src=\"data:").append(mime).append(";base64,");
        tag.append(base64).append('"');
        if (metadata != null && metadata.has(mime) && metadata.get(mime).isJsonObject()) {
            var about = metadata.getAsJsonObject(mime);
            for (var side : List.of("width", "height")) {
                if (about.has(side)) {
                    tag.append(' ').append(side).append("=\"");
                    tag.append(Math.round(about.get(side).getAsDouble())).append('"');
                }
            }
        }
        var words = data.has(PLAIN) ? data.get(PLAIN).getAsString() : "";
        return tag.append(" alt=\"").append(EscapedHtml.escape(words)).append("\">").toString();
    }
}
