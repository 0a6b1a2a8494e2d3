package himalia.install.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SignaturesTest {
    @Test
    void groupsComeThroughOurOwnClassesAndNotFromPrivateMembers() throws IOException {
        assertThat(groups())
                .containsEntry("himalia.install.assembly.SignedThings.Outer", Set.of("net"))
                .containsEntry("himalia.install.assembly.SignedThings.Outer.Inner", Set.of("net"));
    }

    @Test
    void classesThatAreNotPublicAreLeftOut() throws IOException {
        assertThat(groups().keySet())
                .doesNotContain("himalia.install.assembly.SignedThings.Outer.Secret");
    }

    private static Map<String, Set<String>> groups() throws IOException {
        var signatures = new Signatures();
        for (var type :
                List.of(
                        SignedThings.class,
                        SignedThings.Outer.class,
                        SignedThings.Outer.Inner.class,
                        SignedThings.Outer.Secret.class)) {
            try (var file =
                    type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
                signatures.read(file);
            }
        }
        var owners = Map.of("java.net", Set.of("net"), "java.util.zip", Set.of("zip"));
        return signatures.groups(name -> owners.getOrDefault(name, Set.of()));
    }
}
