package himalia.display.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    @Test
    void nothingIsNearToNothing() {
        assertThat(Nearest.to("", List.of("a", "b"))).isEmpty();
        assertThat(Nearest.to(" ", List.of("a", "b"), 1)).isEmpty();
        assertThat(Nearest.to("b", List.of("a", "b"))).contains("b");
    }
}
