package himalia.magics.libraries;

import himalia.magics.spi.Apart;
import himalia.magics.spi.CellMagic;
import himalia.magics.spi.Notebook;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds what the text of a pom.xml needs. */
@Apart
@Command(
        name = "loadFromPOM",
        description =
                "Adds the libraries that the cell names: a pom.xml, or only its <dependencies> and"
                        + " <repositories>.",
        footer = "Example: %%%%loadFromPOM")
public final class LoadFromPomCellMagic implements CellMagic<String, MavenReport> {
    @Parameters(
            arity = "0..*",
            paramLabel = "SCOPE",
            description = "Scopes to take, such as test. Default: compile and runtime.")
    private List<String> scopes = List.of();

    @Option(
            names = "--exact",
            description =
                    "Takes the versions as they are written, also where another one fits what is loaded here.")
    private boolean exact;

    @Override
    public MavenReport run(Notebook notebook, String body) {
        return LoadFromPom.run(notebook, body, scopes, exact);
    }
}
