package himalia.install.page;

import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A library that draws in the page, with our few lines that call it. Only pages that need it carry it. */
enum DrawingLibrary {
    KATEX("katex.txt", List.of("katex.min.js"), "formulas.js"),
    MERMAID("mermaid.txt", List.of("mermaid.min.js"), "diagrams.js"),
    VEGA("vega.txt", List.of("vega.min.js", "vega-lite.min.js", "vega-embed.min.js"), "charts.js");

    /** Each font is there in three formats, of which every browser of today takes the first. */
    private static final Pattern FONT =
            Pattern.compile("src:url\\(fonts/([\\w-]+\\.woff2)\\) format\\(\"woff2\"\\)[^;}]*");

    private final String licence;
    private final List<String> files;
    private final String caller;

    DrawingLibrary(String licence, List<String> files, String caller) {
        this.licence = licence;
        this.files = files;
        this.caller = caller;
    }

    String styles() {
        if (this != KATEX) {
            return "";
        }
        var sheet =
                FONT.matcher(Resources.text("webjars/katex.min.css"))
                        .replaceAll(
                                font ->
                                        Matcher.quoteReplacement(
                                                embedded("webjars/" + font.group(1))));
        return "<style>\n" + sheet + "\n</style>\n";
    }

    String scripts() {
        var html = new StringBuilder("<!--\n" + Resources.text("licences/" + licence) + "-->\n");
        files.forEach(file -> html.append(script(Resources.text("webjars/" + file))));
        return html.append(script(Resources.text(caller))).toString();
    }

    /** In a page, a script ends where the letters {@code </script} stand, also within a text of its own. */
    static String script(String source) {
        return "<script>\n"
                + source.replaceAll("(?i)</(?=script)", "<\\\\/").replace("<!--", "\\x3c!--")
                + "\n</script>\n";
    }

    private static String embedded(String font) {
        return "src:url(data:font/woff2;base64,"
                + Base64.getEncoder().encodeToString(Resources.bytes(font))
                + ") format(\"woff2\")";
    }
}
