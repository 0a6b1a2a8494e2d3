package himalia.kernel.workers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** That a value is of the type which its expression has is asked only where a class may ask it. */
@Timeout(60)
class CheckedValuesTest {
    @Test
    void aValueOfATypeThatItsCellMayNotNameIsShown() {
        try (var cells = new TestWorker()) {
            cells.run(
                    "class Outer { private record Hidden(int x) { } static java.util.List<Hidden> all() { return java.util.List.of(new Hidden(1)); }"
                            + " static java.util.List<Hidden[]> arrays() { return java.util.List.of(new Hidden[0], new Hidden[1]); } }");
            assertThat(cells.value("Outer.all().get(0)")).isEqualTo("Hidden[x=1]");
            assertThat(cells.value("Outer.arrays().get(0)")).isEqualTo("[]");
        }
    }

    @Test
    void aVariableOfTheTypeTakesIt() {
        try (var cells = new TestWorker()) {
            cells.run("java.util.List<Integer> numbers = java.util.List.of(5);");
            cells.run("numbers.get(0)");
            assertThat(cells.value("int next = $2 + 1; next")).isEqualTo("6");
        }
    }
}
