package himalia.install.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DrawingsTest {
    private final Drawings drawings = new Drawings();

    @Test
    void whatIsDrawnByNothingNeedsNoScript() {
        assertThat(drawings.scripts() + drawings.styles()).isEmpty();
    }

    @Test
    void aPageCarriesWhatItsOwnDrawingsNeedWithTheLicence() {
        drawings.diagram("graph LR");

        assertThat(drawings.scripts())
                .contains("Knut Sveidqvist", "mermaid.render")
                .doesNotContain("vegaEmbed", "katex.renderToString");
        assertThat(drawings.styles()).isEmpty();
    }

    @Test
    void fontsOfFormulasComeIntoThePage() {
        drawings.formula("x", false);

        assertThat(drawings.styles())
                .contains("src:url(data:font/woff2;base64,")
                .doesNotContain("url(fonts/");
    }

    @Test
    void noLibraryEndsItsOwnScriptEarly() {
        drawings.formula("x", true);
        drawings.diagram("graph LR");
        drawings.chart(new JsonObject(), true, "");
        var scripts = drawings.scripts();

        var inside = scripts.replaceAll("(?s)<!--.*?-->\n", "");
        assertThat(inside.split("<script>\n", -1)).hasSize(1 + 1 + 2 + 2 + 4);
        assertThat(inside.split("\n</script>\n", -1)).hasSize(1 + 1 + 2 + 2 + 4);
        assertThat(inside.replace("\n</script>\n", "").replace("<script>\n", ""))
                .doesNotContainIgnoringCase("</script")
                .doesNotContain("<!--");
    }

    @Test
    void dataOfAChartCannotLeaveIt() {
        var data = JsonParser.parseString("{\"a\": \"</script><!-- <script>\"}");

        assertThat(drawings.chart(data, true, "words"))
                .isEqualTo(
                        "<div class=\"chart\" data-mode=\"vega-lite\"><script"
                                + " type=\"application/json\">{\"a\":\"\\u003c/script>\\u003c!--"
                                + " \\u003cscript>\"}</script><div class=\"instead\">words</div></div>");
    }

    @Test
    void formulasPassThroughMarkdownUntouched() {
        var markdown = new MarkdownHtml(Path.of("."), drawings);

        assertThat(markdown.html("*a_1* and $a_1*b*<c$, `$d$`", new JsonObject()))
                .isEqualTo(
                        "<p><em>a_1</em> and <span class=\"formula\">a_1*b*&lt;c</span>,"
                                + " <code>$d$</code></p>\n");
        assertThat(markdown.html("[$x$](a.html \"t $y$\")", new JsonObject()))
                .isEqualTo(
                        "<p><a href=\"a.html\" title=\"t $y$\"><span class=\"formula\">x</span></a></p>\n");
    }

    @Test
    void aMermaidFenceIsADiagram() {
        var markdown = new MarkdownHtml(Path.of("."), drawings);

        assertThat(markdown.html("```mermaid\ngraph LR; a --> b\n```", new JsonObject()))
                .isEqualTo(
                        "<div class=\"diagram\"><pre class=\"instead\">graph LR; a --&gt; b</pre></div>\n");
    }
}
