package himalia.magics.libraries;

import himalia.magics.spi.Apart;
import himalia.magics.spi.LineMagic;
import himalia.magics.spi.MagicException;
import himalia.magics.spi.Notebook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds what a pom.xml needs. */
@Apart
@Command(
        name = "loadFromPOM",
        description = "Adds the libraries that a pom.xml needs; %%%%loadFromPOM takes its text.",
        footer = "Example: %%loadFromPOM pom.xml")
public final class LoadFromPomMagic implements LineMagic<MavenReport> {
    @Parameters(index = "0", paramLabel = "FILE", description = "The project file.")
    private Path file = Path.of("pom.xml");

    @Parameters(
            index = "1..*",
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
    public MavenReport run(Notebook notebook) throws Exception {
        var pom = notebook.directory().resolve(file);
        if (!Files.isRegularFile(pom)) {
            throw new MagicException("%loadFromPOM: there is no file " + pom);
        }
        return LoadFromPom.run(notebook, Files.readString(pom), scopes, exact);
    }
}
