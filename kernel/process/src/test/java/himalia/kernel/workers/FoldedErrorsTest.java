package himalia.kernel.workers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is told once instead of many times, where a cell fails. */
@Timeout(240)
class FoldedErrorsTest {
    private static TestWorker worker;

    @BeforeAll
    static void start() {
        worker = new TestWorker();
    }

    @AfterAll
    static void end() {
        worker.close();
    }

    @Test
    void aNameThatIsMissingInManyPlacesIsToldOnce() {
        assertThat(
                        worker.failure(
                                "int sum = missing + missing + missing + other;\nint twice = 2 * missing;"))
                .contains(
                        "line 1: cannot find symbol; symbol: variable missing\n"
                                + "    int sum = missing + missing + missing + other;\n"
                                + "              ^^^^^^^\n")
                .contains("    … the same in ")
                .contains("symbol: variable other")
                .containsOnlyOnce("symbol: variable missing");
    }

    @Test
    void mistakesOfOneKindInTwoPlacesAreTold() {
        assertThat(worker.failure("int a = \"x\";\nint b = \"y\";"))
                .contains("line 1: incompatible types")
                .contains("line 2: incompatible types");
    }

    @Test
    void ofManyFramesOfTheJdkTheEndsAreTold() {
        assertThat(
                        worker.failure(
                                "java.util.stream.IntStream.range(0, 1000).parallel().map(i -> 1 / (i - 500)).sum()"))
                .containsPattern(
                        """
                        →.*
                            at java.util.stream.IntPipeline\\S+
                            … \\d+ more inside the JDK
                            at java.util.stream.IntPipeline.sum\\S+
                          cell \\d+, line 1
                        """);
    }

    @Test
    void aFewFramesOfTheJdkAreAllTold() {
        assertThat(worker.failure("Integer.parseInt(\"seven\")"))
                .contains("NumberFormatException.forInputString", "java.lang.Integer.parseInt")
                .doesNotContain("inside the JDK");
    }
}
