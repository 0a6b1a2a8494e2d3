package himalia.magics.libraries;

import himalia.magics.spi.Apart;
import himalia.magics.spi.LineMagic;
import himalia.magics.spi.Notebook;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Adds a repository for the rest of the session. */
@Apart
@Command(
        name = "mavenRepo",
        aliases = "addMavenRepo",
        description =
                "Adds a Maven repository for every later %%maven. Its id, where one is given, finds its"
                        + " credentials in Maven's settings.",
        footer = "Example: %%mavenRepo snapshots https://repo.example.org/snapshots")
public final class MavenRepoMagic implements LineMagic<Void> {
    @Parameters(
            arity = "1..2",
            paramLabel = "[ID] URL",
            description = "Where it is, after its id if it has one.")
    private List<String> words = List.of();

    @Override
    public @Nullable Void run(Notebook notebook) {
        var url = words.get(words.size() - 1);
        RepositoryUrl.check("%mavenRepo", url);
        notebook.ask("maven", Map.of("remember", List.of(String.join(" ", words))));
        return null;
    }
}
