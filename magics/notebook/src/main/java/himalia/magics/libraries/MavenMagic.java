package himalia.magics.libraries;

import himalia.magics.spi.Apart;
import himalia.magics.spi.LineMagic;
import himalia.magics.spi.Notebook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds libraries; the kernel process resolves them. */
@Apart
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

    @Option(
            names = "--first",
            description =
                    "Starts a new process in which these libraries stand before those that are there from the start;"
                            + " variables are lost.")
    private boolean first;

    @Option(
            names = "--exact",
            description =
                    "Takes the versions as they are written. Without it an artifact that is released together with one"
                            + " that is loaded here is taken in the loaded version, and the report says so. --first"
                            + " needs no --exact: what stands first is taken as it is written.")
    private boolean exact;

    @Option(
            names = "--sources",
            description = "Fetches the sources too, so that Shift+Tab shows the documentation.")
    private boolean sources;

    @Option(
            names = "--verbose",
            description =
                    "Tells also where something is loaded in a newer version than it was made for.")
    private boolean verbose;

    @Option(names = "--offline", description = "Takes only what was fetched before.")
    private boolean offline;

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "Maven's settings, where they are not in ~/.m2/settings.xml.")
    private @Nullable Path settings;

    @Parameters(
            arity = "1..*",
            paramLabel = "group:artifact:version",
            description =
                    "What to add, with what it needs. Without a version the newest release is taken; a range, as"
                            + " [1.0,2.0), takes the newest in it.")
    private List<String> coordinates = List.of();

    @Override
    public MavenReport run(Notebook notebook) throws IOException {
        var request = new MavenRequest(notebook, coordinates, repositories);
        request.sources(sources);
        request.first(first);
        request.exact(exact);
        request.verbose(verbose);
        request.offline(offline);
        request.settings(settings);
        return request.send(lock);
    }
}
