package himalia.install.page;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Outputs of a cell as HTML; of a bundle, the first form that a page without scripts can show. */
final class OutputHtml {
    private static final List<String> PICTURES =
            List.of("image/png", "image/jpeg", "image/gif", "image/webp");

    private final MarkdownHtml markdown;

    OutputHtml(MarkdownHtml markdown) {
        this.markdown = markdown;
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

    private String bundle(JsonObject data, JsonObject metadata) {
        if (data.has("text/html")) {
            return "<div class=\"html\">" + data.get("text/html").getAsString() + "</div>";
        }
        if (data.has("image/svg+xml")) {
            var svg = data.get("image/svg+xml").getAsString().getBytes(StandardCharsets.UTF_8);
            return picture(
                    "image/svg+xml", Base64.getEncoder().encodeToString(svg), data, metadata);
        }
        for (var mime : PICTURES) {
            if (data.has(mime)) {
                var bytes = data.get(mime).getAsString().replaceAll("\\s", "");
                return picture(mime, bytes, data, metadata);
            }
        }
        if (data.has("text/markdown")) {
            return "<div class=\"html\">"
                    + markdown.html(data.get("text/markdown").getAsString(), new JsonObject())
                    + "</div>";
        }
        for (var mime : List.of("text/latex", "text/plain")) {
            if (data.has(mime)) {
                return "<pre class=\"stdout\">"
                        + AnsiHtml.html(data.get(mime).getAsString())
                        + "</pre>";
            }
        }
        return "";
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
        var words = data.has("text/plain") ? data.get("text/plain").getAsString() : "";
        return tag.append(" alt=\"").append(Html.escape(words)).append("\">").toString();
    }
}
