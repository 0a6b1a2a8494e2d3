package himalia.kernel.workers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of conditions, types and variables behind case, from JDK 21 on and before. */
@Timeout(60)
class SlipsInSwitchesTest {
    private static final boolean TYPES = Runtime.version().feature() > 20;

    private static TestWorker cells;

    @BeforeAll
    static void start() {
        cells = new TestWorker();
        cells.value("record P(int x, int y) { }\nObject op = new P(1, 2);");
    }

    @AfterAll
    static void stop() {
        cells.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    switch (op) { case Integer i && i > 2 -> "big"; default -> "x"; }     | &&
                    switch (op) { case Integer i if i > 2 -> "big"; default -> "x"; }     | if
                    switch (op) { case P(int x, int y) && x > 2 -> "p"; default -> "x"; } | &&
                    switch (op) { case Integer i & i > 2 -> "big"; default -> "x"; }      | &
                    switch (op) { case Integer i where i > 2 -> "big"; default -> "x"; }  | where
                    """)
    void aConditionBehindATypeBeginsWithWhen(String code, String word) {
        assertThat(cells.failure(code))
                .contains(
                        TYPES
                                ? "Hint: Write when in place of " + word + ":"
                                : "are of JDK 21 and later")
                .doesNotContain("write ; here", "stands an arrow");
    }

    @Test
    void otherFormsOfConditionsAreTold() {
        var comma = cells.failure("switch (op) { case Integer i, i > 2 -> 1; default -> 0; }");
        var either = cells.failure("switch (op) { case Integer i || i > 2 -> 1; default -> 0; }");
        if (TYPES) {
            assertThat(comma).contains("begins with when").doesNotContain("use it inside");
            assertThat(either).contains("Write a case for each").doesNotContain("write ; here");
        } else {
            assertThat(comma).contains("are of JDK 21 and later");
            assertThat(either).contains("are of JDK 21 and later");
        }
    }

    @Test
    void aTypeBehindCaseHasAName() {
        assertThat(cells.failure("switch (op) { case P -> \"p\"; default -> \"x\"; }"))
                .contains(
                        TYPES
                                ? "Hint: Behind case stands a type with a name: case P p -> …"
                                : "all else is asked by if")
                .doesNotContain("a double or a boolean");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    final String FAST = "fast"; switch ("a") { case FAST -> 1; default -> 0; } | String FAST
                    final int FEW = 3; switch (5) { case FEW -> 1; default -> 0; }             | int FEW
                    final var SOME = 'a'; switch ('b') { case SOME -> 1; default -> 0; }       | char SOME
                    """)
    void aConstantIsOfTheTypeThatTheVariableHas(String code, String declared) {
        assertThat(cells.failure(code))
                .contains("class Kinds { static final " + declared + " = …; }, case Kinds.");
    }
}
