package himalia.magics.notebook;

import himalia.display.bundle.Mermaid;
import himalia.magics.spi.CellMagic;
import himalia.magics.spi.Notebook;
import picocli.CommandLine.Command;

/** Shows the cell as Mermaid. */
@Command(name = "mermaid", description = "Shows the cell as Mermaid.")
public final class MermaidMagic implements CellMagic<String, Mermaid> {
    @Override
    public Mermaid run(Notebook notebook, String body) {
        return new Mermaid(body);
    }
}
