package himalia.display.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ListedTest {
    @Test
    void manyNamesAreCountedAfterTheFirst() {
        assertThat(Listed.of(List.of("a", "b"), 2)).isEqualTo("a, b");
        assertThat(Listed.of(List.of("a", "b", "c", "d"), 2)).isEqualTo("a, b and 2 more");
        assertThat(Listed.of(List.of(), 2)).isEmpty();
    }
}
