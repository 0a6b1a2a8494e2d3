package himalia.kernel.java;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.kernel.cells.LocalNames;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which cell is named that set a variable, and what becomes of that as cells end. */
class SessionTest {
    private final Session session = new Session();

    private String by(String name) {
        return session.setInVain(name).map(cell -> "by " + cell).orElse("by replay");
    }

    @Test
    void aVariableThatIsLostWithinACellThatEndsWellComesBackByReplay() {
        session.set(2, List.of("a"));
        session.lost(List.of("a"), this::by);
        assertThat(session.gone("a")).contains("by 2");
        session.endedWell(2, Set.of("a"));
        assertThat(session.gone("a")).contains("by replay");
        session.set(3, List.of("a"));
        assertThat(session.setInVain("a")).isEmpty();
    }

    @Test
    void whatACellThatEndedWellDeclaresFailedNoMore() {
        session.failed(1, LocalNames.declaredBy("int a; int b;"), false);
        session.endedWell(2, Set.of("a"));
        assertThat(session.failed("a")).isEmpty();
        assertThat(session.failed("b")).isPresent();
    }

    @Test
    void theValuesOfCellsBeforeAResetWereForgotten() {
        session.typeOfValue(3, "int");
        session.valuesGone(session, "was lost");
        assertThat(session.goneValue(3)).contains("was lost");
        var next = new Session();
        next.valuesGone(session, "was forgotten");
        assertThat(next.goneValue(3)).contains("was forgotten");
        assertThat(next.goneValue(4)).isEmpty();
    }
}
