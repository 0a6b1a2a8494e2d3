package himalia.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameHelpTest {
    @Test
    void aNameWithAQuestionMarkBeforeOrAfterItAsks() {
        assertThat(NameHelp.asked("Math.abs?")).contains(new NameHelp.Asked("Math.abs", false));
        assertThat(NameHelp.asked("\n ?größe \n")).contains(new NameHelp.Asked("größe", false));
        assertThat(NameHelp.asked("twice??")).contains(new NameHelp.Asked("twice", true));
        assertThat(NameHelp.asked("%train linear-regression?"))
                .contains(new NameHelp.Asked("%train linear-regression", false));
        assertThat(NameHelp.asked("%who?")).contains(new NameHelp.Asked("%who", false));
        assertThat(NameHelp.asked("?%%bash")).contains(new NameHelp.Asked("%%bash", false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a ? b : c",
                "?",
                "a",
                "// why?",
                "f(x)?",
                "int x = 1;\nx?",
                "List<?> l;",
                "1?"
            })
    void whatIsMoreThanANameIsCode(String code) {
        assertThat(NameHelp.asked(code)).isEmpty();
    }
}
