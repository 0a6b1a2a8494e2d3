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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Of a family that is loaded in version 2, here {@code plots:core}, old notebooks ask for version 1. */
@Tag("once")
@Timeout(60)
class FamiliesTest {
    private static final List<String> LOADED = List.of("plots:core:2");
    private static final String EXCHANGED =
            "plots:charts 1 → 2, the version of plots:core that is loaded here (--exact takes 1)";

    @TempDir private Path folder;
    private final TestRepository repository = new TestRepository();

    @BeforeEach
    void offer() {
        for (var version : List.of("1", "2", "3")) {
            repository.with("plots", "core", version);
            repository.needing("plots", "charts", version, "plots:core:" + version);
            repository.needing("plots.more", "themes", version, "plots:charts:" + version);
        }
    }

    @AfterEach
    void close() {
        repository.close();
    }

    @Test
    void anArtifactOfALoadedFamilyIsTakenInTheLoadedVersion() throws IOException {
        var answer = ask("plots:charts:1", Map.of());
        assertThat(answer.get("added")).containsExactly("plots:charts:2");
        assertThat(answer.get("notes")).containsExactly(EXCHANGED);
        assertThat(repository.asked())
                .noneMatch(path -> path.endsWith("charts-1.jar"))
                .noneMatch(path -> path.endsWith("core-2.jar"));
    }

    @Test
    void theLoadedVersionFitsAlsoWhereItIsTheOlderOne() throws IOException {
        var answer = ask("plots:charts:3", Map.of());
        assertThat(answer.get("added")).containsExactly("plots:charts:2");
    }

    @Test
    void aFamilySpansTheGroupsThatItIsReleasedIn() throws IOException {
        var answer = ask("plots.more:themes:1", Map.of());
        assertThat(answer.get("added")).containsExactly("plots.more:themes:2", "plots:charts:2");
        assertThat(answer.get("notes"))
                .containsExactly(
                        "plots.more:themes 1 → 2, the version of plots:core that is loaded here (--exact takes 1)",
                        EXCHANGED);
    }

    @Test
    void whatAStrangerNeedsOfTheFamilyIsExchangedToo() throws IOException {
        repository.needing("else", "report", "1", "plots:charts:1", "plots:core:1");
        var answer = ask("else:report:1", Map.of());
        assertThat(answer.get("added")).containsExactly("else:report:1", "plots:charts:2");
        assertThat(answer.get("notes"))
                .containsExactly(
                        EXCHANGED,
                        "else:report is made for plots:core 1; version 2 is loaded already and stays."
                                + " For a new process in which yours comes first, without the variables:"
                                + " %maven --first plots:core:1");
    }

    @Test
    void aVersionThatDoesNotExistIsTakenInTheOneOfItsGroup() throws IOException {
        var answer = ask("plots:charts:1.0", Map.of());
        assertThat(answer.get("added")).containsExactly("plots:charts:2");
        assertThatThrownBy(() -> ask("plots:charts:1.0", Map.of("exact", List.of("true"))))
                .hasMessageContaining("There are versions 3, 2, 1");
    }

    @Test
    void exactlyWhatIsWrittenIsTakenWhereThatIsWanted() throws IOException {
        var answer = ask("plots:charts:1", Map.of("exact", List.of("true")));
        assertThat(answer.get("added")).containsExactly("plots:charts:1");
        assertThat(answer.get("notes"))
                .singleElement()
                .asString()
                .contains("is made for plots:core 1");
    }

    @Test
    void whatDoesNotExistInTheLoadedVersionStaysAndTheClashIsTold() throws IOException {
        repository.needing("plots", "globe", "1", "plots:core:1");
        var answer = ask("plots:globe:1", Map.of());
        assertThat(answer.get("added")).containsExactly("plots:globe:1");
        assertThat(answer.get("notes"))
                .singleElement()
                .asString()
                .contains("is made for plots:core 1");
    }

    @Test
    void whatMerelyNeedsALoadedOneOrSharesItsGroupKeepsItsVersion() throws IOException {
        repository.needing("else", "report", "1", "plots:core:3");
        repository.needing("else", "report", "2", "plots:core:3");
        repository.needing("else", "chance", "1", "plots:core:1").with("else", "chance", "2");
        repository.with("plots", "colours", "1").with("plots", "colours", "2");
        assertThat(ask("else:report:1", Map.of()).get("added")).containsExactly("else:report:1");
        assertThat(ask("else:chance:1", Map.of()).get("added")).containsExactly("else:chance:1");
        var answer = ask("plots:colours:1", Map.of());
        assertThat(answer.get("added")).containsExactly("plots:colours:1");
        assertThat(answer.get("notes")).isEmpty();
    }

    @Test
    void theDependenciesOfAPomAreExchangedAndTheSourcesAreThoseOfWhatIsTaken() throws IOException {
        var pom =
                "<dependency><groupId>plots</groupId><artifactId>charts</artifactId><version>1</version></dependency>";
        var answer = ask("", Map.of("pom", List.of(pom), "scopes", List.of("compile")));
        assertThat(answer.get("added")).containsExactly("plots:charts:2");
        assertThat(answer.get("notes")).containsExactly(EXCHANGED);

        repository.put("/plots/charts/2/charts-2-sources.jar", TestRepository.jar());
        assertThat(
                        ask("plots:charts:1", Map.of("sources", List.of("plots:charts:1")))
                                .get("sources"))
                .singleElement()
                .asString()
                .startsWith("plots:charts:2 ")
                .endsWith("charts-2-sources.jar");
    }

    @Test
    void aLockFileOfEitherVersionIsKept() throws IOException {
        var taken = ask("plots:charts:1", Map.of()).get("lock");
        assertThat(ask("plots:charts:1", Map.of("locked", taken)).get("added"))
                .containsExactly("plots:charts:2");
        var exact = ask("plots:charts:1", Map.of("exact", List.of("true"))).get("lock");
        assertThat(ask("plots:charts:1", Map.of("locked", exact)).get("added"))
                .containsExactly("plots:charts:1");
    }

    private Map<String, List<String>> ask(String coordinate, Map<String, List<String>> more)
            throws IOException {
        var file = folder.resolve("settings.xml");
        Files.writeString(
                file,
                "<settings><localRepository>"
                        + folder.resolve("repo")
                        + "</localRepository><mirrors><mirror><id>near</id><mirrorOf>*</mirrorOf><url>"
                        + repository.url()
                        + "/</url></mirror></mirrors></settings>");
        var request = new HashMap<>(more);
        request.put("settings", List.of(file.toString()));
        request.put("present", LOADED);
        if (!coordinate.isEmpty()) {
            request.put("coordinates", List.of(coordinate));
        }
        return Resolved.of(request);
    }
}
