package himalia.display.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class DraftWriterTest {
    @Test
    @EnabledOnOs(OS.LINUX)
    void whereProcessesAreHiddenNobodyKnowsWhoHasEnded() {
        long own = ProcessHandle.current().pid();

        assertThat(DraftWriter.machine(process -> true)).isNotZero();
        assertThat(DraftWriter.machine(process -> process == own)).isZero();
        assertThat(DraftWriter.machine(process -> process == 1)).isZero();
    }
}
