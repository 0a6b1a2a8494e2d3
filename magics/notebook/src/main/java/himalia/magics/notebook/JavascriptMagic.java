package himalia.magics.notebook;

import himalia.display.bundle.MimeBundle;
import himalia.magics.spi.CellMagic;
import himalia.magics.spi.Notebook;
import picocli.CommandLine.Command;

/** Runs the cell in the browser. */
@Command(
        name = "javascript",
        description = "Runs the cell in the browser, where the notebook is trusted.")
public final class JavascriptMagic implements CellMagic<String, MimeBundle> {
    @Override
    public MimeBundle run(Notebook notebook, String body) {
        return MimeBundle.plain("(JavaScript)").with("application/javascript", body);
    }
}
