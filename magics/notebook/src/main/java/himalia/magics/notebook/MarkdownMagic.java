package himalia.magics.notebook;

import himalia.display.bundle.Markdown;
import himalia.magics.spi.CellMagic;
import himalia.magics.spi.Notebook;
import picocli.CommandLine.Command;

/** Shows the cell as Markdown. */
@Command(name = "markdown", description = "Shows the cell as Markdown.")
public final class MarkdownMagic implements CellMagic<String, Markdown> {
    @Override
    public Markdown run(Notebook notebook, String body) {
        return new Markdown(body);
    }
}
