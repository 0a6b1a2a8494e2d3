package himalia.magics.notebook;

import himalia.display.bundle.Display;
import himalia.magics.spi.LineMagic;
import himalia.magics.spi.Notebook;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.Command;

/** Lists who draws what. */
@Command(
        name = "display",
        description = "Lists the types that are shown in their own way, and who shows them.",
        footer = "Example: %%display")
public final class DisplayMagic implements LineMagic<List<RegisteredRenderer>> {
    @Override
    public List<RegisteredRenderer> run(Notebook notebook) {
        return Display.renderers().all().stream()
                .map(one -> new RegisteredRenderer(shown(one.type().getTypeName()), one.name()))
                .sorted(Comparator.comparing(RegisteredRenderer::type))
                .toList();
    }

    /** Without the class that holds what a cell declares. */
    private static String shown(String typeName) {
        return typeName.replaceFirst("^REPL\\..*\\$", "");
    }
}
