package himalia.magics.libraries;

import himalia.magics.spi.Apart;
import himalia.magics.spi.CurrentNotebook;
import himalia.magics.spi.LineMagic;
import himalia.magics.spi.Notebook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Adds to the class path, and lists what was added. */
@Apart
@Command(
        name = "classpath",
        description =
                "Adds folders of classes or jars to the class path; without a word, lists what was added.",
        footer = "Example: %%classpath target/classes")
public final class ClasspathMagic implements LineMagic<List<String>> {
    @Parameters(arity = "0..*", paramLabel = "PATHS", description = "Folders, jars, or patterns.")
    private List<String> patterns = List.of();

    @Override
    public List<String> run(Notebook notebook) throws Exception {
        if (patterns.isEmpty()) {
            return MavenReport.texts(notebook.ask("class path", Map.of()));
        }
        var files = new ArrayList<String>();
        for (var pattern : patterns) {
            files.addAll(Globs.files("%classpath", notebook.directory(), pattern));
        }
        notebook.ask("jars", Map.of("files", files));
        CurrentNotebook.classPathChanged();
        return files;
    }
}
