package himalia.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of what cells declare are those that stand in the cell. */
class CellNamesTest {
    @ParameterizedTest
    @CsvSource({
        "REPL.$Cell7$Pair@1f, Pair@1f",
        "REPL.$Cell12$Outer$Inner, Outer.Inner",
        "REPL.$JShell$11B$Größe, Größe",
        "REPL.$JShell$11.Point, Point",
        "REPL.$Watch3$Seen, Seen",
        "REPL.$Cell7$1Local, Local",
        "REPL.$Cell7$1, anonymous class",
        "REPL.$Cell7$Outer$2, anonymous class",
        "REPL.$Cell7$$Lambda$14/0x0000000800c03000, lambda",
        "java.lang.Object@1f, java.lang.Object@1f",
        "REPL is a word, REPL is a word"
    })
    void theyAreAsTheirUserWroteThem(String name, String written) {
        assertThat(CellNames.shown(name)).isEqualTo(written);
    }

    @Test
    void allOfATextAreReplaced() {
        assertThat(
                        CellNames.shown(
                                "class REPL.$Cell1$A cannot be cast to class REPL.$Cell2$B (REPL.$Cell1$A and"
                                        + " REPL.$Cell2$B are in unnamed module of loader 'app')"))
                .isEqualTo(
                        "class A cannot be cast to class B (A and B are in unnamed module of loader 'app')");
    }
}
