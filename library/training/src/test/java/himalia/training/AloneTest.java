package himalia.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AloneTest {
    /** A class that was renamed would make every training behind it a part, without a word. */
    @Test
    void whoHandsTrainingsOnIsThere() throws Exception {
        for (var name : Alone.WHOLE) {
            // The magics are behind this module.
            if (!name.startsWith("himalia.magics.")) {
                assertThat(Class.forName(name).getName()).isEqualTo(name);
            }
        }
    }

    @Test
    void ensemblesAreThere() throws Exception {
        for (var name : Alone.ENSEMBLES) {
            assertThat(Class.forName(name).getName()).isEqualTo(name);
        }
    }
}
