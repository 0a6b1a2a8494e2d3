package himalia.magics.notebook;

import himalia.display.bundle.Svg;
import himalia.magics.spi.CellMagic;
import himalia.magics.spi.Notebook;
import picocli.CommandLine.Command;

/** Shows the cell as SVG. */
@Command(name = "svg", description = "Shows the cell as SVG.")
public final class SvgMagic implements CellMagic<String, Svg> {
    @Override
    public Svg run(Notebook notebook, String body) {
        return new Svg(body);
    }
}
