package himalia.kernel.workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A cell of thousands of statements takes as many times longer as it has more of them: by the square it was a minute. */
@Timeout(30)
class ManyStatementsTest {
    private static final String SUM = "long sum = 0;\nint one = 1;\n";
    private static final String STATEMENT = "sum += one;\n";

    @Test
    void thousandsOfStatementsAreCompiledInSeconds() {
        try (var cells = new TestWorker()) {
            assertThat(cells.value(SUM + STATEMENT.repeat(8_000) + "sum")).isEqualTo("8000");
        }
    }

    @Test
    void thousandsOfVariablesAreCompiledInSeconds() {
        try (var cells = new TestWorker()) {
            var source =
                    IntStream.range(0, 4_000)
                            .mapToObj(i -> "int v%d = %d;\n".formatted(i, i))
                            .collect(Collectors.joining());
            assertThat(cells.value(source + "v3999 - v1")).isEqualTo("3998");
        }
    }

    @Test
    void whatIsWrongInTheMidstOfThemIsToldAtItsLine() {
        try (var cells = new TestWorker()) {
            var half = STATEMENT.repeat(500);
            assertThat(cells.failure(SUM + half + "sum += two;\n" + half))
                    .contains("line 503")
                    .contains("two");
            assertThat(cells.failure(SUM + half + "sum += late;\n" + half + "int late = 3;"))
                    .contains("line 503")
                    .contains("late is used before it is declared");
            assertThat(cells.failure(SUM + half + "final int fix = 2;\n" + half + "fix = 4;"))
                    .contains("line 1004")
                    .contains("cannot assign a value to final variable fix");
            assertThat(cells.failure(SUM + half + "sum += one / 0;\n" + half)).contains("line 503");
        }
    }
}
