package himalia.magics.notebook;

import himalia.magics.spi.LineMagic;
import himalia.magics.spi.MagicException;
import himalia.magics.spi.Notebook;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds libraries; the kernel process resolves them. */
@Command(
        name = "maven",
        description = "Adds libraries from a Maven repository to this notebook.",
        footer = "Example: %%maven org.apache.commons:commons-math3:3.6.1")
public final class MavenMagic implements LineMagic<MavenReport> {
    @Option(
            names = "--repository",
            paramLabel = "URL",
            description = "A repository to ask besides those of Maven's settings.")
    private List<String> repositories = List.of();

    @Parameters(
            arity = "1..*",
            paramLabel = "group:artifact:version",
            description = "What to add, with what it needs.")
    private List<String> coordinates = List.of();

    @Override
    public MavenReport run(Notebook notebook) {
        for (var one : coordinates) {
            if (!one.matches("[^:\\s]+(:[^:\\s]+){2,4}")) {
                throw new MagicException(
                        "'"
                                + one
                                + "' is no coordinate; write group:artifact:version, such as"
                                + " org.apache.commons:commons-math3:3.6.1");
            }
        }
        var answer =
                notebook.ask(
                        "maven", Map.of("coordinates", coordinates, "repositories", repositories));
        return new MavenReport(coordinates, texts(answer, "added"), texts(answer, "notes"));
    }

    private static List<String> texts(@Nullable Object answer, String name) {
        return answer instanceof Map<?, ?> map && map.get(name) instanceof Collection<?> all
                ? all.stream().map(String::valueOf).toList()
                : List.of();
    }
}
