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

    @Test
    void whatSharesNoLetterIsNoSlip() {
        assertThat(Nearest.to("y", List.of("a", "b"))).isEmpty();
        assertThat(Nearest.to("Y", List.of("x", "y"))).contains("y");
        assertThat(Nearest.to("ab", List.of("ac"))).contains("ac");
    }

    @Test
    void anotherNumberIsMeantAsItIsWritten() {
        assertThat(Nearest.to("L5", List.of("L15", "L4"))).isEmpty();
        assertThat(Nearest.to("column12", List.of("column1", "colum12"))).contains("colum12");
        assertThat(Nearest.to("column1", List.of("column"))).contains("column");
    }

    @Test
    void aLetterIsOftenTypedTwice() {
        assertThat(Nearest.to("smotee", List.of("smoten", "smote"))).contains("smote");
        assertThat(Nearest.to("adres", List.of("adrey", "adress"))).contains("adress");
    }
}
