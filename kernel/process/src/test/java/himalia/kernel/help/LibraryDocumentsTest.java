package himalia.kernel.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where documentation is looked for, and what is said where it is not there. */
class LibraryDocumentsTest {
    @TempDir private Path folder;
    private LibraryDocuments documents;

    @BeforeEach
    void install() throws IOException {
        Files.writeString(folder.resolve("preloaded.artifacts"), "org.example:ready:1.0\n");
        documents = new LibraryDocuments(folder);
    }

    @Test
    void whatIsThereFromTheStartIsFetchedByItsCoordinate() {
        assertThat(documents.advice(folder.resolve("lib/ready-1.0.jar")))
                .isEqualTo(
                        "No documentation is here yet: `%maven --sources org.example:ready:1.0` fetches it.");
    }

    @Test
    void ourOwnIsInTheInstallation() throws IOException {
        var jar = folder.resolve("lib/himalia-core-0.1.0.jar");
        assertThat(documents.of(jar)).isEmpty();
        var sources = Files.writeString(folder.resolve("sources.zip"), "");
        assertThat(documents.of(jar)).contains(sources);
    }

    @Test
    void thatOfOthersMayComeWithTheInstallation() throws IOException {
        Files.createDirectories(folder.resolve("documents"));
        var sources = Files.writeString(folder.resolve("documents/ready-1.0-sources.jar"), "");
        assertThat(documents.of(folder.resolve("lib/ready-1.0.jar"))).contains(sources);
        assertThat(documents.of(folder.resolve("lib/ready-1.1.jar"))).isEmpty();
    }

    @Test
    void sourcesBesideAJarAreTakenBeforePages() throws IOException {
        var jar = folder.resolve("mine.jar");
        assertThat(documents.of(jar)).isEmpty();
        assertThat(documents.advice(jar))
                .isEqualTo(
                        "No documentation: put a jar of the sources beside "
                                + jar
                                + ", named mine-sources.jar");
        var pages = Files.writeString(folder.resolve("mine-javadoc.jar"), "");
        assertThat(documents.of(jar)).contains(pages);
        var sources = Files.writeString(folder.resolve("mine-sources.jar"), "");
        assertThat(documents.of(jar)).contains(sources);
    }

    @Test
    void whatWasFetchedIsFoundByTheCoordinate() {
        var jar = folder.resolve("repo/thing-2.jar");
        documents.added(List.of(jar.toString()), List.of("org.example:thing:2"));
        documents.fetched(List.of("org.example:thing:2 /elsewhere/thing-2-sources.jar"));
        assertThat(documents.of(jar)).contains(Path.of("/elsewhere/thing-2-sources.jar"));
    }
}
