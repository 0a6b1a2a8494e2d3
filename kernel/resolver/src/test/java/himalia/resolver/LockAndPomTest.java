package himalia.resolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LockAndPomTest {
    private static final String JSPECIFY = "org.jspecify:jspecify:1.0.1";

    @Test
    void whatIsLockedIsTakenAndNothingElse() {
        var first = Resolved.of(Map.of("coordinates", List.of(JSPECIFY)));
        assertThat(first.get("lock"))
                .singleElement()
                .asString()
                .matches("org\\.jspecify:jspecify:jar:1\\.0\\.1 [0-9a-f]{64}");

        var again =
                Resolved.of(Map.of("coordinates", List.of(JSPECIFY), "locked", first.get("lock")));
        assertThat(again.get("added")).containsExactly(JSPECIFY);

        var other = "org.jspecify:jspecify:jar:1.0.1 " + "0".repeat(64);
        assertThatThrownBy(
                        () ->
                                Resolved.of(
                                        Map.of(
                                                "coordinates",
                                                List.of(JSPECIFY),
                                                "locked",
                                                List.of(other))))
                .hasMessageStartingWith(
                        "what was resolved is not what the lock file says, so nothing was added")
                .hasMessageEndingWith("Delete the lock file to lock these versions anew");
    }

    @Test
    void theDependenciesOfAPomAreAddedByScope() {
        var pom =
                """
                <project>
                  <properties><wanted>1.0.1</wanted></properties>
                  <dependencies>
                    <dependency>
                      <groupId>org.jspecify</groupId><artifactId>jspecify</artifactId>
                      <version>${wanted}</version>
                    </dependency>
                    <dependency>
                      <groupId>no.such</groupId><artifactId>thing</artifactId>
                      <version>1</version><scope>test</scope>
                    </dependency>
                  </dependencies>
                </project>
                """;
        assertThat(added(pom)).containsExactly(JSPECIFY);
        assertThat(
                        added(
                                "<dependency><groupId>org.jspecify</groupId>"
                                        + "<artifactId>jspecify</artifactId><version>1.0.1</version></dependency>"))
                .containsExactly(JSPECIFY);
    }

    @Test
    void looseRepositoriesAndDependenciesAreCollected() {
        assertThat(
                        added(
                                """
                                <repository><id>local</id><url>file:/no/such/folder</url></repository>

                                <dependencies>
                                  <dependency>
                                    <groupId>org.jspecify</groupId><artifactId>jspecify</artifactId>
                                    <version>1.0.1</version>
                                  </dependency>
                                </dependencies>
                                <!-- as pasted -->
                                """))
                .containsExactly(JSPECIFY);
    }

    @Test
    void aBrokenPomIsRefusedInWords() {
        assertThatThrownBy(() -> added("<dependency><groupId>a</dependency>"))
                .hasMessageContaining("pom");
    }

    private static List<String> added(String pom) {
        return Resolved.of(Map.of("pom", List.of(pom), "scopes", List.of("compile", "runtime")))
                .get("added");
    }
}
