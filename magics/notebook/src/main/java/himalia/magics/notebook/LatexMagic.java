package himalia.magics.notebook;

import himalia.display.bundle.Latex;
import himalia.magics.spi.CellMagic;
import himalia.magics.spi.Notebook;
import picocli.CommandLine.Command;

/** Shows the cell as LaTeX. */
@Command(name = "latex", description = "Shows the cell as LaTeX.")
public final class LatexMagic implements CellMagic<String, Latex> {
    @Override
    public Latex run(Notebook notebook, String body) {
        return new Latex(body);
    }
}
