package himalia.install.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.install.notebook.NotebookFile;
import himalia.install.page.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages as a person meets them: in a browser, from a file. */
class DrawnPageTest {
    @TempDir private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Browser browser;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        browser = Browser.orSkip(folder);
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void formulasDiagramsAndChartsAreDrawn() throws IOException, InterruptedException {
        show(
                "Let $x_1$ be\\n\\n```mermaid\\ngraph LR; train --> serve\\n```\\n",
                "{\"mark\": \"bar\", \"data\": {\"values\": [{\"a\": \"</script>\", \"b\": 1}]},"
                        + " \"encoding\": {\"x\": {\"field\": \"a\", \"type\": \"nominal\"}}}");

        browser.await("document.querySelector('.formula.drawn .katex-html')");
        browser.await(
                "document.querySelector('.diagram .drawn svg')?.textContent.includes('serve')");
        browser.await(
                "document.querySelector('.chart .drawn svg')?.textContent.includes('</script>')");
        browser.await(
                "document.querySelector('.diagram svg[role=img]')?.ariaLabel === 'graph LR; train --> serve'");
        assertThat(browser.text()).doesNotContain("graph LR", "x_1", "\\\"mark\\\"");
    }

    @Test
    void whatCannotBeDrawnStaysWithTheReason() throws IOException, InterruptedException {
        show(
                "Let $\\\\frac{1$ be\\n\\n```mermaid\\ngraph LR; a --> --> b\\n```\\n",
                "{\"mark\": \"bar\", \"data\": {\"url\": \"https://himalia.invalid/a.json\"}}");

        browser.await("document.querySelectorAll('.reason').length === 3");
        assertThat(browser.text())
                .contains(
                        "\\\\frac{1\\nThe formula cannot be drawn: Unexpected end of input in a macro argument, expected '}'")
                .contains("graph LR; a --> --> b")
                .contains("The diagram cannot be drawn: Parse error on line 1")
                .contains("\\\"url\\\": \\\"https://himalia.invalid/a.json\\\"")
                .contains(
                        "The chart cannot be drawn: its data are elsewhere, at"
                                + " https://himalia.invalid/a.json, and this page loads nothing");
    }

    private void show(String markdown, String chart) throws IOException, InterruptedException {
        var text =
                "{\"nbformat\": 4, \"nbformat_minor\": 5, \"metadata\": {}, \"cells\": ["
                        + "{\"cell_type\": \"markdown\", \"id\": \"a\", \"metadata\": {}, \"source\": \""
                        + markdown
                        + "\"}, {\"cell_type\": \"code\", \"id\": \"b\", \"metadata\": {}, \"source\": \"1\","
                        + " \"execution_count\": 1, \"outputs\": [{\"output_type\": \"display_data\","
                        + " \"metadata\": {}, \"data\": {\"application/vnd.vegalite.v5+json\": "
                        + chart
                        + "}}]}]}";
        var file = folder.resolve("page.html");
        Files.writeString(
                file,
                new Page(folder.resolve("page.ipynb"))
                        .html(NotebookFile.parse(text, "page.ipynb")));
        browser.go(file.toUri().toString());
    }
}
