package himalia.magics.notebook;

import himalia.display.bundle.Html;
import himalia.magics.spi.CellMagic;
import himalia.magics.spi.Notebook;
import picocli.CommandLine.Command;

/** Shows the cell as HTML. */
@Command(name = "html", description = "Shows the cell as HTML.")
public final class HtmlMagic implements CellMagic<String, Html> {
    @Override
    public Html run(Notebook notebook, String body) {
        return new Html(body);
    }
}
