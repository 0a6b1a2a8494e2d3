package himalia.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CoresTest {
    @Test
    void littleIsDoneByOneCoreAndMuchByAll() {
        assertThat(Cores.range(10, 1_000).isParallel()).isFalse();
        assertThat(Cores.range(10, 100_000_000L).isParallel()).isTrue();
        assertThat(Cores.range(10, 100_000_000L).sum()).isEqualTo(45);
        assertThat(Cores.count(1_000)).isEqualTo(1);
    }
}
