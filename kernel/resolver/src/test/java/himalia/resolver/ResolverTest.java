package himalia.resolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResolverTest {
    /** Both are on the class path of this build, so the local repository has them. */
    private static final String JSPECIFY = "org.jspecify:jspecify:1.0.1";

    @Test
    void anArtifactOfTheLocalRepositoryIsFoundWithItsJar() {
        var answer = Resolved.of(Map.of("coordinates", List.of(JSPECIFY)));
        assertThat(answer.get("added")).containsExactly(JSPECIFY);
        assertThat(answer.get("jars")).singleElement().asString().endsWith("jspecify-1.0.1.jar");
    }

    @Test
    void whatIsPresentIsNotAddedAndAnotherVersionIsTold() {
        var answer =
                Resolved.of(
                        Map.of(
                                "coordinates", List.of(JSPECIFY),
                                "present", List.of("org.jspecify:jspecify:1.0.0")));
        assertThat(answer.get("jars")).isEmpty();
        assertThat(answer.get("notes"))
                .containsExactly(
                        "org.jspecify:jspecify is loaded already, in version 1.0.0; version 1.0.1 was not"
                                + " added beside it. For a new process in which yours comes first, without the"
                                + " variables: %maven --first org.jspecify:jspecify:1.0.1");
    }

    @Test
    void whatIsNoCoordinateIsRefusedInWords() {
        assertThatThrownBy(() -> Resolved.of(Map.of("coordinates", List.of("guava"))))
                .hasMessage("'guava' is no coordinate; write group:artifact:version");
    }
}
