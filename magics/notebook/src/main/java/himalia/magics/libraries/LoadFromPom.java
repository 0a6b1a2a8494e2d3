package himalia.magics.libraries;

import himalia.magics.spi.Notebook;
import java.util.HashMap;
import java.util.List;

/** Adds the libraries that a project file names. */
final class LoadFromPom {
    private static final List<String> SCOPES = List.of("compile", "runtime");

    private LoadFromPom() {}

    static MavenReport run(Notebook notebook, String pom, List<String> scopes, boolean exact) {
        PomSyntax.check(pom);
        var asked = new HashMap<String, List<String>>();
        asked.put("pom", List.of(pom));
        asked.put("scopes", scopes.isEmpty() ? SCOPES : scopes);
        if (exact) {
            asked.put("exact", List.of("true"));
        }
        var answer = Fetching.ask(notebook, asked);
        return MavenReport.of(List.of("the pom"), answer);
    }
}
