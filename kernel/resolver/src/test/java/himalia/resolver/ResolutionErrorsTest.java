package himalia.resolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Repositories that are down, slow, wrong or lying: one clear line each, and a local repository that still serves. */
@Timeout(60)
class ResolutionErrorsTest {
    private static final String THING = "org.example:thing:1.0";
    private static final String FILE = "/org/example/thing/1.0/thing-1.0";

    @TempDir private Path folder;
    private Path local;
    private final TestRepository repository = new TestRepository();

    @BeforeEach
    void offer() {
        local = folder.resolve("repo");
        repository.with("org.example", "thing", "1.0");
    }

    @AfterEach
    void close() {
        repository.close();
    }

    @Test
    void aVersionThatIsNotThereIsAnsweredWithThoseThatAre() {
        for (int minor = 1; minor < 9; minor++) {
            repository.with("org.example", "thing", "2." + minor);
        }
        assertThatThrownBy(() -> ask("org.example:thing:1.1"))
                .hasMessage(
                        "org.example:thing:1.1 could not be had: "
                                + near(repository.url())
                                + " does not have it. There are versions 2.8, 2.7, 2.6, 2.5, 2.4, 1.0 and 3 more");
    }

    @Test
    void aNameThatNobodyKnowsIsSaidToBeSo() {
        assertThatThrownBy(() -> ask("org.example:thign:1.0"))
                .hasMessage(
                        "org.example:thign:1.0 could not be had: "
                                + near(repository.url())
                                + " does not have it. They know no version of it at all: check group and artifact");
    }

    @Test
    void aRepositoryThatIsDownIsNamed() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        var url = "http://127.0.0.1:" + free;
        assertThatThrownBy(() -> ask(THING, url, ""))
                .hasMessage(
                        THING
                                + " (its pom) could not be had: "
                                + near(url)
                                + " cannot be reached: no server there. What was fetched before can be had without it: %maven --offline");
    }

    @Test
    void aRepositoryThatIsSilentIsGivenUp() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var url = "http://127.0.0.1:" + silent.getLocalPort();
            var soon =
                    "<servers><server><id>near</id><configuration><requestTimeout>300</requestTimeout></configuration></server></servers>";
            assertThatThrownBy(() -> ask(THING, url, soon))
                    .hasMessage(
                            THING
                                    + " (its pom) could not be had: "
                                    + near(url)
                                    + " does not answer, or stopped to. What was fetched before can be had without it: %maven --offline");
        }
    }

    @Test
    void aJarThatItsChecksumContradictsIsNotKept() throws IOException {
        var right = TestRepository.jar();
        repository.put(FILE + ".jar", right);
        var wrong = right.clone();
        wrong[20]++;
        repository.put(FILE + ".jar.sha1", "0".repeat(40).getBytes());

        assertThatThrownBy(() -> ask(THING))
                .hasMessageStartingWith(
                        THING
                                + " could not be had: "
                                + near(repository.url())
                                + " sent something else than its own checksum says (expected "
                                + "0".repeat(40)
                                + ", got ");
        assertThat(local.resolve("org/example/thing/1.0/thing-1.0.jar")).doesNotExist();

        repository.put(FILE + ".jar", right);
        assertThat(ask(THING).get("added")).containsExactly(THING);
    }

    @Test
    void aJarWithoutAChecksumIsTaken() throws IOException {
        repository.putAlone(FILE + ".jar", TestRepository.jar());
        assertThat(ask(THING).get("added")).containsExactly(THING);
    }

    @Test
    void aPageInPlaceOfAJarIsNotKept() throws IOException {
        repository.putAlone(FILE + ".jar", TestRepository.text("<html>Please log in</html>"));

        assertThatThrownBy(() -> ask(THING))
                .hasMessage(
                        "thing-1.0.jar is no jar but '<html>Please log in</html>'; that is what repository"
                                + " 'near' sent. It was deleted again: try once more, or ask who runs the"
                                + " repository");

        repository.putAlone(FILE + ".jar", TestRepository.jar());
        assertThat(ask(THING).get("added")).containsExactly(THING);
    }

    @Test
    void aPartOfAJarIsNotKept() throws IOException {
        var whole = TestRepository.jar();
        repository.putAlone(FILE + ".jar", java.util.Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> ask(THING))
                .hasMessage(
                        "thing-1.0.jar is no jar but a part of one ("
                                + whole.length / 2
                                + " bytes); that is what repository 'near' sent. It was deleted again: try"
                                + " once more, or ask who runs the repository");

        repository.putAlone(FILE + ".jar", whole);
        assertThat(ask(THING).get("added")).containsExactly(THING);
    }

    @Test
    void aBrokenJarThatLayThereBeforeIsNamed() throws IOException {
        ask(THING);
        var jar = local.resolve("org/example/thing/1.0/thing-1.0.jar");
        Files.writeString(jar, "nothing");

        assertThatThrownBy(() -> ask(THING))
                .hasMessage(
                        "thing-1.0.jar is no jar but 'nothing'. Delete " + jar + " and try again");
    }

    @Test
    void aPageInPlaceOfAProjectFileIsNotKept() throws IOException {
        repository.putAlone(FILE + ".pom", TestRepository.text("<html>Please log in</html>"));

        assertThatThrownBy(() -> ask(THING))
                .hasMessageStartingWith(
                        "thing-1.0.pom is no project file but '<html>Please log in</html>'; that is");

        repository.putAlone(FILE + ".pom", TestRepository.pom("org.example", "thing", "1.0"));
        assertThat(ask(THING).get("added")).containsExactly(THING);
    }

    @Test
    void aListOfVersionsWithoutEndIsNotReadToIt() throws IOException {
        repository.putAlone("/org/example/thing/maven-metadata.xml", TestRepository.ENDLESS);

        assertThatThrownBy(() -> ask("org.example:thing:[1.0,)"))
                .hasMessage(
                        "org.example:thing:[1.0,) could not be had: "
                                + near(repository.url())
                                + " sent a maven-metadata.xml of more than 16 MB");
        assertThat(ask(THING).get("added")).containsExactly(THING);
    }

    @Test
    void whoWatchesHearsOfEveryByteAndMayEndIt() throws IOException {
        repository.putAlone(FILE + ".jar", TestRepository.ENDLESS);
        var heard = new CopyOnWriteArrayList<Map<String, Object>>();

        assertThatThrownBy(
                        () ->
                                new Resolver()
                                        .apply(
                                                request(THING, repository.url(), ""),
                                                progress -> {
                                                    heard.add(progress);
                                                    return !progress.get("name")
                                                            .equals("thing-1.0.jar");
                                                }))
                .hasMessageContaining("interrupted");

        assertThat(heard)
                .anySatisfy(each -> assertThat(each).containsEntry("name", "thing-1.0.jar"));
        try (var files = Files.walk(local)) {
            assertThat(files.map(each -> each.getFileName().toString()))
                    .noneMatch(
                            name ->
                                    name.contains("thing-1.0.jar")
                                            && !name.endsWith("lastUpdated"));
        }
    }

    @Test
    void sourcesAreFetchedAndElseThePagesMadeFromThem() throws IOException {
        repository.put(FILE + "-javadoc.jar", TestRepository.jar());
        var request = new java.util.HashMap<>(request(THING, repository.url(), ""));
        request.put("sources", List.of(THING));

        assertThat(Resolved.of(request).get("sources"))
                .containsExactly(
                        THING + " " + local.resolve("org/example/thing/1.0/thing-1.0-javadoc.jar"));

        repository.put(FILE + "-sources.jar", TestRepository.jar());
        assertThat(Resolved.of(request).get("sources"))
                .containsExactly(
                        THING + " " + local.resolve("org/example/thing/1.0/thing-1.0-sources.jar"));
    }

    private static String near(String url) {
        return "repository 'near' (" + url + "/)";
    }

    private Map<String, List<String>> ask(String coordinate) throws IOException {
        return ask(coordinate, repository.url(), "");
    }

    private Map<String, List<String>> ask(String coordinate, String url, String more)
            throws IOException {
        return Resolved.of(request(coordinate, url, more));
    }

    private Map<String, List<String>> request(String coordinate, String url, String more)
            throws IOException {
        var file = folder.resolve("settings.xml");
        Files.writeString(
                file,
                "<settings><localRepository>"
                        + local
                        + "</localRepository><mirrors><mirror><id>near</id><mirrorOf>*</mirrorOf><url>"
                        + url
                        + "/</url></mirror></mirrors>"
                        + more
                        + "</settings>");
        return Map.of("coordinates", List.of(coordinate), "settings", List.of(file.toString()));
    }
}
