package himalia.kernel.workers;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.kernel.java.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a cell ends that was interrupted, or that gives what no notebook can show. */
@Timeout(180)
class EndedCellsTest {
    private static TestWorker cells;

    @BeforeAll
    static void start() {
        cells = new TestWorker();
    }

    @AfterAll
    static void stop() {
        cells.close();
    }

    private static boolean wasInterrupted(Outcome outcome) {
        return outcome instanceof Outcome.Failed failed && failed.interrupted();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.util.concurrent.locks.LockSupport.park();",
                "java.util.concurrent.locks.LockSupport.park();\n1 + 1",
                "try { Thread.sleep(60_000); } catch (InterruptedException e) { }"
            })
    void whatComesBackFromItsWaitingQuietlyWasInterruptedAllTheSame(String source)
            throws Exception {
        assertThat(wasInterrupted(cells.interrupted("System.out.println(1);\n" + source))).isTrue();
        assertThat(cells.value("1 + 1")).isEqualTo("2");
    }

    @Test
    void aClassInitialiserThatEndsByItselfLeavesAClassThatCanBeUsed() throws Exception {
        var outcome =
                cells.interrupted(
                        """
                        class Slow {
                            static int steps;
                            static void step() { steps++; }
                            static { System.out.println(1); while (!Thread.currentThread().isInterrupted()) step(); step(); }
                        }
                        Slow.steps > 0""");
        assertThat(wasInterrupted(outcome)).isTrue();
        assertThat(cells.printed()).doesNotContain("initialised");
        assertThat(cells.value("Slow.steps > 0")).isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"while (more()) { }", "while (true) { if (steps < 0) break; }"})
    void aClassInitialiserThatNeverEndsIsEndedAndItsClassIsNamed(String loop) throws Exception {
        var name = "Endless" + Math.abs(loop.hashCode());
        var declared =
                "class "
                        + name
                        + " { static int steps; static boolean more() { steps++; return true; } static { System.out.println(1); "
                        + loop
                        + " } }\n";
        assertThat(wasInterrupted(cells.interrupted(declared + name + ".steps"))).isTrue();
        assertThat(cells.printed()).contains(name + " was being initialised");
        assertThat(cells.value("1 + 1")).isEqualTo("2");
        assertThat(cells.value("class " + name + " { static int steps = 4; }\n" + name + ".steps"))
                .isEqualTo("4");
    }

    @Test
    void arraysAndLargeNumbersMayStandInAChart() {
        assertThat(
                        cells.value(
                                "new himalia.display.bundle.VegaLite(Map.of(\"v\", new double[] {1}, \"n\","
                                        + " java.math.BigInteger.TEN.pow(30), \"d\", new int[][] {{1}, {2}}))"))
                .contains("Vega-Lite");
    }

    @Test
    void whatCannotBeShownEndsItsCellAtOnceAndSaysWhy() {
        var chart = "new himalia.display.bundle.VegaLite(Map.of(\"v\", ";
        assertThat(cells.failure(chart + "new Object()))"))
                .contains("a java.lang.Object cannot be sent to the notebook")
                .doesNotContain("himalia.link");
        assertThat(
                        cells.failure(
                                "var round = new ArrayList<Object>();\nround.add(round);\n"
                                        + chart
                                        + "round))"))
                .contains("contains itself");
        assertThat(
                        cells.failure(
                                "Object deep = 1;\nfor (int i = 0; i < 3000; i++) deep = List.of(deep);\n"
                                        + "himalia.display.bundle.Display.display("
                                        + chart
                                        + "deep)));"))
                .contains("nested deeper than 450", "line 3")
                .doesNotContain("himalia.link");
        assertThat(cells.value("1 + 1")).isEqualTo("2");
    }

    @Test
    void aMethodOfNearlyTheLargestSizeRuns() {
        var large = new StringBuilder("int large(int n) {\n    int sum = 0;\n");
        for (int i = 0; i < 3_600; i++) {
            large.append("    while (sum < ").append(i).append(") sum += n;\n");
        }
        large.append("    return sum;\n}\n");
        cells.value(large.toString());
        assertThat(cells.value("large(1)")).isEqualTo("3599");
    }

    @Test
    void whoInterruptsEveryThreadThatThereIsKeepsTheWorker() {
        cells.value("int kept = 5;");
        for (int i = 0; i < 3; i++) {
            cells.run(
                    "Thread.getAllStackTraces().keySet().forEach(Thread::interrupt);\n"
                            + "boolean was = Thread.interrupted();");
            assertThat(cells.value("System.out.println(kept); kept")).isEqualTo("5");
        }
        assertThat(cells.printed()).contains("5");
    }
}
