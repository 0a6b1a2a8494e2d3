package himalia.magics.libraries;

import himalia.magics.spi.Notebook;
import java.util.List;
import java.util.Map;

/** Adds the libraries that a project file names. */
final class LoadFromPom {
    private static final List<String> SCOPES = List.of("compile", "runtime");

    private LoadFromPom() {}

    static MavenReport run(Notebook notebook, String pom, List<String> scopes) {
        var answer =
                Fetching.ask(
                        notebook,
                        Map.of("pom", List.of(pom), "scopes", scopes.isEmpty() ? SCOPES : scopes));
        return MavenReport.of(List.of("the pom"), answer);
    }
}
