package himalia.install.page;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.install.notebook.NotebookFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {
    @Test
    void aLongTextHasItsColour() {
        var text = "a\\n".repeat(50_000);

        for (var quote : new String[] {"\"", "'"}) {
            assertThat(JavaColours.html(quote + text + quote + ";"))
                    .startsWith("<span class=\"s\">")
                    .endsWith("</span>;");
        }
    }

    @Test
    void javaIsHighlightedAndEscaped() {
        assertThat(JavaColours.html("var s = \"<b>\"; // a & b"))
                .isEqualTo(
                        "<span class=\"k\">var</span> s = <span class=\"s\">&quot;&lt;b&gt;&quot;</span>;"
                                + " <span class=\"c\">// a &amp; b</span>");
    }

    @Test
    void magicsAreTheirOwnColourAndModuloIsNone() {
        assertThat(JavaColours.html("%time x\nvar a = %train b\nint k = 5 %m;"))
                .isEqualTo(
                        "<span class=\"m\">%time</span> x\n<span class=\"k\">var</span> a = <span"
                                + " class=\"m\">%train</span> b\n<span class=\"k\">int</span> k = <span"
                                + " class=\"n\">5</span> %m;");
    }

    @Test
    void terminalColoursBecomeSpansAndCarriageReturnsOverwrite() {
        assertThat(AnsiHtml.html("\u001B[1;31mError\u001B[0m: <x>\n10%\r50%\r"))
                .isEqualTo("<span class=\"b ink1\">Error</span>: &lt;x&gt;\n50%");
        assertThat(AnsiHtml.html("\u001B[38;5;208mo\u001B[38;2;1;2;3mt"))
                .isEqualTo(
                        "<span style=\"color:#ff8700;\">o</span><span style=\"color:#010203;\">t</span>");
    }

    @Test
    void carriageReturnsCountLettersAndNoColours() {
        assertThat(AnsiHtml.html("\u001B[32m##\u001B[0m 20 %\r\u001B[32m###\u001B[0m"))
                .isEqualTo("<span class=\"ink2\">###</span>20 %");
        assertThat(AnsiHtml.html("a long line\rshort\u001B[K\nnext")).isEqualTo("short\nnext");
        assertThat(AnsiHtml.html("\u001B[7mon\u001B[27m \u001B[2mfaint\u001B[22m"))
                .isEqualTo("<span class=\"reversed\">on</span> <span class=\"faint\">faint</span>");
    }

    @Test
    void aPictureSpeaksByItsText() {
        var html =
                page(
                        """
                        {"output_type": "display_data", "data": {"text/plain": "a \\"bar\\" chart",
                         "image/png": "QUJD"},
                         "metadata": {"image/png": {"width": 320, "height": 200}}}""");

        assertThat(html)
                .contains(
                        "<img src=\"data:image/png;base64,QUJD\" width=\"320\" height=\"200\""
                                + " alt=\"a &quot;bar&quot; chart\">");
    }

    @Test
    void aChartIsLiveAsInJupyterLabWithItsPictureUnderneath() {
        var html =
                page(
                        """
                        {"output_type": "display_data", "data": {"text/plain": "a chart",
                         "application/vnd.vegalite.v5+json": {"mark": "bar"}, "image/png": "QUJD"},
                         "metadata": {}}""");

        assertThat(html)
                .contains(
                        "{\"mark\":\"bar\"}</script><div class=\"instead\"><img"
                                + " src=\"data:image/png;base64,QUJD\" alt=\"a chart\"></div>")
                .contains("vegaEmbed");
    }

    @Test
    void aChartWithoutAPictureShowsItsSourceUntilItIsDrawn() {
        var html =
                page(
                        """
                        {"output_type": "display_data", "data": {"text/plain": "[Vega-Lite chart]",
                         "application/vnd.vegalite.v5+json": {"mark": "<bar>"}}, "metadata": {}}""");

        assertThat(html)
                .contains(
                        "<div class=\"instead\"><pre class=\"stdout\">{\n  &quot;mark&quot;:"
                                + " &quot;&lt;bar&gt;&quot;\n}</pre></div>");
    }

    @Test
    void latexIsTextWithFormulas() {
        var html =
                page(
                        """
                        {"output_type": "display_data", "data": {"text/plain": "x",
                         "text/latex": "so < $\\\\frac12$"}, "metadata": {}}""");

        assertThat(html)
                .contains(
                        "<div class=\"latex\">so &lt; <span class=\"formula\">\\frac12</span></div>");
    }

    @Test
    void jsonIsWrittenOutWhereThereIsNoOtherForm() {
        var html =
                page(
                        """
                        {"output_type": "display_data", "data": {"text/plain": "{a=1}",
                         "application/json": {"a": [1, "<b>"]}}, "metadata": {}}""");

        assertThat(html)
                .contains(
                        "<pre class=\"stdout\">{\n  &quot;a&quot;: [\n    1,\n"
                                + "    &quot;&lt;b&gt;&quot;\n  ]\n}</pre>");
    }

    @Test
    void thePageStandsAlone() {
        var html = page("{\"output_type\": \"stream\", \"name\": \"stdout\", \"text\": \"hi\"}");

        assertThat(html)
                .contains("<title>First steps</title>")
                .contains("<pre class=\"stdout\">hi</pre>");
        assertThat(html)
                .doesNotContain("<script")
                .doesNotContain("http:")
                .doesNotContain("src=\"/");
        assertThat(html).contains("href=\"next.html#top\"").contains("<h1 id=\"First-steps\">");
    }

    @Test
    void anAttachedPictureMayBeAListOfLines() {
        var html =
                cells(
                        "{\"cell_type\": \"markdown\", \"source\": \"![p](attachment:p.png) ![q](attachment:q.png)\","
                                + " \"attachments\": {\"p.png\": {\"image/png\": [\"QUJD\\n\", \"REVG\"]}, \"q.png\": null}}");

        assertThat(html).contains("src=\"data:image/png;base64,QUJD\nREVG\"");
        assertThat(html).contains("src=\"attachment:q.png\"");
    }

    @Test
    void aCellThatIsToBeRemovedIsOfAnyKind() {
        var cell =
                "{\"cell_type\": \"%s\", \"source\": \"# secret\", \"metadata\": {\"tags\": [\"remove-cell\"]}}";
        for (var type : List.of("code", "markdown", "raw")) {
            assertThat(cells(cell.formatted(type))).doesNotContain("secret");
        }
    }

    private static String cells(String cells) {
        var text = "{\"nbformat\": 4, \"nbformat_minor\": 5, \"cells\": [" + cells + "]}";
        return new Page(Path.of("first.ipynb")).html(NotebookFile.parse(text, "first.ipynb"));
    }

    private static String page(String output) {
        var text =
                "{\"nbformat\": 4, \"nbformat_minor\": 5, \"metadata\": {}, \"cells\": ["
                        + "{\"cell_type\": \"markdown\", \"id\": \"a\", \"metadata\": {}, \"source\": \"# First steps\\n[on](next.ipynb#top)\"},"
                        + "{\"cell_type\": \"code\", \"id\": \"b\", \"metadata\": {}, \"source\": \"1\", \"execution_count\": 1, \"outputs\": ["
                        + output
                        + "]}]}";
        return new Page(Path.of("first.ipynb")).html(NotebookFile.parse(text, "first.ipynb"));
    }
}
