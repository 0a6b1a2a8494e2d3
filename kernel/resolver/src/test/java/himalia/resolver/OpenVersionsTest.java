package himalia.resolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Coordinates without a version, or with many; what is not added, and what is told of it. */
@Timeout(60)
class OpenVersionsTest {
    @TempDir private Path folder;
    private final TestRepository repository = new TestRepository();

    @BeforeEach
    void offer() {
        for (var version : List.of("1.0", "1.5", "2.0-beta1", "2.0", "3.0-rc1")) {
            repository.needing("org.example", "a", version, "org.example:of-a:1.2");
        }
        repository.with("org.example", "of-a", "1.2");
        repository.with("org.example", "early", "0.1-alpha");
        for (var version : List.of("1.4", "3.13", "20030805.205232")) {
            repository.with("org.example", "old", version);
        }
        for (var version : List.of("1.1", "20150501.1", "20240325.1")) {
            repository.with("org.example", "days", version);
        }
    }

    @AfterEach
    void close() {
        repository.close();
    }

    @Test
    void withoutAVersionTheNewestReleaseIsTakenAndTold() throws IOException {
        for (var version : List.of("", ":RELEASE", ":[0,)")) {
            var answer = ask("org.example:a" + version, Map.of());
            assertThat(answer.get("added")).contains("org.example:a:2.0");
            assertThat(answer.get("notes"))
                    .singleElement()
                    .asString()
                    .startsWith("org.example:a: version 2.0, the newest ");
        }
        assertThat(ask("org.example:a:LATEST", Map.of()).get("added"))
                .contains("org.example:a:3.0-rc1");
        for (var version : List.of("", ":RELEASE", ":LATEST", ":[1,)")) {
            assertThat(ask("org.example:old" + version, Map.of()).get("added"))
                    .containsExactly("org.example:old:3.13");
            assertThat(ask("org.example:days" + version, Map.of()).get("added"))
                    .containsExactly("org.example:days:20240325.1");
        }
        assertThat(ask("org.example:early", Map.of()).get("added"))
                .containsExactly("org.example:early:0.1-alpha");
    }

    @Test
    void aRangeTakesTheNewestReleaseInItAndWhatIsLoadedWhereThatFits() throws IOException {
        var answer = ask("org.example:a:[1.0,2.0)", Map.of());
        assertThat(answer.get("added")).contains("org.example:a:1.5");
        assertThat(answer.get("notes"))
                .containsExactly("org.example:a: version 1.5, the newest in [1.0,2.0)");

        var loaded = Map.of("present", List.of("org.example:a:1.0"));
        assertThat(ask("org.example:a:[1.0,2.0)", loaded).get("notes")).isEmpty();
        assertThat(ask("org.example:a", loaded).get("notes"))
                .containsExactly("org.example:a is loaded already, in version 1.0");
    }

    @Test
    void whatNobodyHasIsRefused() {
        assertThatThrownBy(() -> ask("org.example:a:[7,8]", Map.of()))
                .hasMessage(
                        "no repository has a version of org.example:a in [7,8]. There are versions 3.0-rc1, 2.0,"
                                + " 2.0-beta1, 1.5, 1.0");
        assertThatThrownBy(() -> ask("org.example:none", Map.of()))
                .hasMessage(
                        "no repository has a version of org.example:none. They know no version of it at all: check"
                                + " group and artifact");
    }

    @Test
    void aVersionOfWhatIsLoadedThatDoesNotExistIsRefused() throws IOException {
        var loaded = Map.of("present", List.of("org.example:a:1.0"));
        assertThatThrownBy(() -> ask("org.example:a:9.9", loaded))
                .hasMessage(
                        "no repository has version 9.9 of org.example:a; version 1.0 is loaded already, and stays."
                                + " There are versions 3.0-rc1, 2.0, 2.0-beta1, 1.5, 1.0");
        var offline = new HashMap<>(loaded);
        offline.put("offline", List.of("true"));
        assertThat(ask("org.example:a:9.9", offline).get("notes")).hasSize(1);
        assertThat(ask("org.example:a:2.0", loaded).get("notes")).hasSize(1);
        // Known to no list of versions, and there.
        repository.put(
                "/org/example/a/9.8/a-9.8.pom", TestRepository.pom("org.example", "a", "9.8"));
        assertThat(ask("org.example:a:9.8", loaded).get("notes")).hasSize(1);
    }

    @Test
    void whatIsNotAddedLeavesNothingOfWhatItNeeds() throws IOException {
        var answer = ask("org.example:a:2.0", Map.of("present", List.of("org.example:a:1.0")));
        assertThat(answer.get("added")).isEmpty();
        assertThat(answer.get("notes")).singleElement().asString().contains("was not added");
    }

    @Test
    void aNewerVersionOfTheSameFirstNumberIsToldOnlyWhereAllIsWanted() throws IOException {
        var newer = Map.of("present", List.of("org.example:of-a:1.9"));
        assertThat(ask("org.example:a:2.0", newer).get("notes")).isEmpty();
        var all = new HashMap<>(newer);
        all.put("verbose", List.of("true"));
        assertThat(ask("org.example:a:2.0", all).get("notes"))
                .singleElement()
                .asString()
                .startsWith("org.example:a is made for org.example:of-a 1.2; version 1.9");
        repository.needing("org.example", "b", "1", "org.example:early:0.1");
        var zero = Map.of("present", List.of("org.example:early:0.2"));
        assertThat(ask("org.example:b:1", zero).get("notes")).hasSize(1);
        for (var other : List.of("1.1", "2.0")) {
            var present = Map.of("present", List.of("org.example:of-a:" + other));
            assertThat(ask("org.example:a:2.0", present).get("notes")).hasSize(1);
        }
    }

    @Test
    void aPomWithoutWhatIsAskedForSaysWhatItHas() throws IOException {
        var pom =
                "<dependency><groupId>org.example</groupId><artifactId>a</artifactId><version>2.0</version>"
                        + "<scope>provided</scope></dependency>";
        assertThat(pom(pom).get("notes"))
                .containsExactly(
                        "the pom names no dependencies of the scopes compile and runtime, but of provided: write"
                                + " provided behind the magic to take them");
        assertThat(pom("<project></project>").get("notes"))
                .containsExactly("the pom names no dependencies");
    }

    private Map<String, List<String>> pom(String text) throws IOException {
        var request = new HashMap<String, List<String>>();
        request.put("pom", List.of(text));
        request.put("scopes", List.of("compile", "runtime"));
        return ask(request);
    }

    private Map<String, List<String>> ask(String coordinate, Map<String, List<String>> more)
            throws IOException {
        var request = new HashMap<>(more);
        request.put("coordinates", List.of(coordinate));
        return ask(request);
    }

    private Map<String, List<String>> ask(Map<String, List<String>> request) throws IOException {
        var file = folder.resolve("settings.xml");
        Files.writeString(
                file,
                "<settings><localRepository>"
                        + folder.resolve("repo")
                        + "</localRepository><mirrors><mirror><id>near</id><mirrorOf>*</mirrorOf><url>"
                        + repository.url()
                        + "/</url></mirror></mirrors></settings>");
        var whole = new HashMap<>(request);
        whole.put("settings", List.of(file.toString()));
        return Resolved.of(whole);
    }
}
