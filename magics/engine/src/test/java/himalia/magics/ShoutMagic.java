package himalia.magics;

import himalia.magics.spi.CellMagic;
import himalia.magics.spi.Notebook;
import java.util.Locale;
import picocli.CommandLine.Command;

/** A cell magic over text. */
@Command(name = "shout", description = "Says the body louder.")
public final class ShoutMagic implements CellMagic<String, String> {
    @Override
    public String run(Notebook notebook, String body) {
        return body.toUpperCase(Locale.ROOT);
    }
}
