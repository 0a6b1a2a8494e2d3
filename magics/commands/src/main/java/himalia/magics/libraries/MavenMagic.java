package himalia.magics.libraries;

import himalia.magics.spi.LineMagic;
import himalia.magics.spi.MagicException;
import himalia.magics.spi.Notebook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds libraries; the kernel process resolves them. */
@Command(
        name = "maven",
        aliases = {"addMavenDependencies", "addMavenDependency"},
        description = "Adds libraries from a Maven repository to this notebook.",
        footer = "Example: %%maven org.apache.commons:commons-math3:3.6.1")
public final class MavenMagic implements LineMagic<MavenReport> {
    @Option(
            names = "--repository",
            paramLabel = "URL",
            description = "A repository to ask besides those of Maven's settings.")
    private List<String> repositories = List.of();

    @Option(
            names = "--lock",
            paramLabel = "FILE",
            description =
                    "Writes versions and checksums of all that is added into a file; where it exists, takes exactly"
                            + " these or nothing.")
    private @Nullable Path lock;

    @Parameters(
            arity = "1..*",
            paramLabel = "group:artifact:version",
            description = "What to add, with what it needs.")
    private List<String> coordinates = List.of();

    @Override
    public MavenReport run(Notebook notebook) throws IOException {
        for (var one : coordinates) {
            if (!one.matches("[^:\\s]+(:[^:\\s]+){2,4}")) {
                throw new MagicException(
                        "'"
                                + one
                                + "' is no coordinate; write group:artifact:version, such as"
                                + " org.apache.commons:commons-math3:3.6.1");
            }
        }
        var asked = new LinkedHashMap<String, List<String>>();
        asked.put("coordinates", coordinates);
        asked.put("repositories", repositories);
        var file = lock == null ? null : notebook.directory().resolve(lock);
        boolean locked = file != null && Files.exists(file);
        if (locked) {
            asked.put("locked", Files.readAllLines(file));
        }
        var answer = notebook.ask("maven", asked);
        if (file != null && !locked && answer instanceof Map<?, ?> map) {
            Files.write(file, MavenReport.texts(map.get("lock")));
        }
        return MavenReport.of(coordinates, answer);
    }
}
