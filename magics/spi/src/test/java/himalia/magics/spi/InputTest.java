package himalia.magics.spi;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway") // what a cell may write all the same
class InputTest {
    @Test
    void whoAsksWithoutAPromptIsToldHow() {
        assertThatThrownBy(() -> Input.read(null))
                .hasMessage("the prompt is null; \"\" asks without one, as in Input.read(\"\")");
        assertThatThrownBy(() -> Input.password(null)).hasMessageStartingWith("the prompt is null");
    }
}
