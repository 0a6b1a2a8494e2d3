package himalia.magics.libraries;

import himalia.magics.spi.Apart;
import himalia.magics.spi.CurrentNotebook;
import himalia.magics.spi.LineMagic;
import himalia.magics.spi.MagicException;
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
                "Adds folders of classes or jars to the class path; without a word, lists what was added. BeakerX's"
                        + " words, 'add jar' and 'add mvn', may stand before.",
        footer = "Example: %%classpath target/classes")
public final class ClasspathMagic implements LineMagic<List<String>> {
    private static final String NAME = "%classpath";

    @Parameters(arity = "0..*", paramLabel = "PATHS", description = "Folders, jars, or patterns.")
    private List<String> patterns = List.of();

    @Override
    public List<String> run(Notebook notebook) throws Exception {
        if (patterns.isEmpty()) {
            return MavenReport.texts(notebook.ask("class path", Map.of()));
        }
        if (!patterns.get(0).equals("add")) {
            return add(notebook, patterns);
        }
        var words = patterns.subList(Math.min(2, patterns.size()), patterns.size());
        var kind = patterns.size() < 2 ? "" : patterns.get(1);
        if (words.isEmpty() || !kind.equals("jar") && !kind.equals("mvn")) {
            throw new MagicException(
                    "%classpath add: write add jar FILE or add mvn GROUP ARTIFACT VERSION; a folder needs no add: %classpath FOLDER, and one of that name is ./add");
        }
        return kind.equals("jar")
                ? add(notebook, words)
                : new MavenRequest(notebook, coordinates(words), List.of()).send(null).added();
    }

    /** BeakerX parts the words of a coordinate by blanks, too. */
    static List<String> coordinates(List<String> words) {
        return words.size() == 3 && words.stream().noneMatch(word -> word.contains(":"))
                ? List.of(String.join(":", words))
                : words;
    }

    private static List<String> add(Notebook notebook, List<String> patterns) throws Exception {
        var files = new ArrayList<String>();
        for (var pattern : patterns) {
            files.addAll(Globs.files(NAME, notebook.directory(), pattern));
        }
        notebook.ask("jars", Map.of("files", files));
        CurrentNotebook.classPathChanged();
        return files;
    }
}
