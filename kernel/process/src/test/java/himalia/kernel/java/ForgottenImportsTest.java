package himalia.kernel.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ForgottenImportsTest {
    @Test
    void theImportThatGaveANameIsKnownAfterAReset() {
        var forgotten = new ForgottenImports();
        forgotten.add(List.of("a.Thing", "static a.Sums.twice", "b.*", "static c.All.*"));
        assertThat(forgotten.of("Thing", List.of())).contains("a.Thing");
        assertThat(forgotten.of("twice", List.of())).contains("static a.Sums.twice");
        assertThat(forgotten.of("Box", List.of("d.Box", "b.Box"))).contains("b.*");
        assertThat(forgotten.of("Box", List.of("d.Box"))).isEmpty();
        assertThat(forgotten.of("hing", List.of())).isEmpty();
    }
}
