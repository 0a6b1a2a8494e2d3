package himalia.kernel.java;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RehearsalTest {
    @Test
    void itsCellCompiles() {
        assertThat(Rehearsal.play()).isTrue();
    }
}
