package himalia.kernel.workers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is said of variables and values that went with their process: %replay runs the cells that ended well. */
@Timeout(120)
class LostVariablesTest {
    private static final String END =
            "new ProcessBuilder(\"kill\", \"-9\", \"\" + ProcessHandle.current().pid()).start().waitFor();\nThread.sleep(9_000);";
    private static final String BY_REPLAY = "or all with %replay.";
    private static final String BY_CELL =
            "run cell %d again, which sets it; %%replay leaves that out, because it did not end well.";

    private final TestWorker cells = new TestWorker();

    @AfterEach
    void close() {
        cells.close();
    }

    private String said(String name) {
        cells.failure(END);
        return cells.failure(name);
    }

    @Test
    void aCellThatWasNotCompiledHasSetNothing() {
        cells.run("int a = 3;");
        cells.failure("int a = \"x\";");
        assertThat(said("a")).contains(BY_REPLAY);
    }

    @Test
    void neitherHasOneThatNeverCameToIt() {
        cells.run("int a = 3;\nint b = 4;");
        cells.failure("int b = Integer.parseInt(\"x\");\nint a = 5;");
        assertThat(said("a")).contains(BY_REPLAY);
        assertThat(cells.failure("b")).contains(BY_REPLAY);
    }

    @Test
    void oneThatSetItAndFailedFurtherDownHas() {
        cells.failure("int a = 5;\nInteger.parseInt(\"x\");");
        assertThat(said("a")).contains(BY_CELL.formatted(1));
    }

    @Test
    void aVariableThatACellSetThatEndedWellComesBackByReplay() {
        cells.run("int a = 3;");
        cells.failure("int a = 5;\nInteger.parseInt(\"x\");");
        assertThat(said("a")).contains(BY_REPLAY);
    }

    @Test
    void soItDoesWhereTheCellEndedWellLater() {
        cells.failure("int a = 5;\nInteger.parseInt(\"x\");");
        cells.run("int a = 5;");
        assertThat(said("a")).contains(BY_REPLAY);
    }

    @Test
    void aCellWhoseCodeEndedWellAndWhoseMagicFailedIsLeftOut() {
        cells.run("int a = 3;", "%jvm --bogus", "throw new IllegalArgumentException(\"bogus\");");
        assertThat(said("a")).contains(BY_CELL.formatted(1));
    }

    @Test
    void piecesOfACellAreToldAlike() {
        cells.failure("var o = new Object() { int k = 1; };\nint a = 5;\nInteger.parseInt(\"x\");");
        cells.failure("class Never { }\nint b = Integer.parseInt(\"x\");");
        assertThat(said("a")).contains(BY_CELL.formatted(1));
        cells.run("var o = new Object() { int k = 1; };\nint a = 5;");
        assertThat(said("a")).contains(BY_REPLAY);
    }

    @Test
    void aValueThatIsLostIsNotSaidToHaveBeenNone() {
        assertThat(cells.value("42")).isEqualTo("42");
        assertThat(said("$1"))
                .contains(
                        "Hint: The value of cell 1 was lost with the process that ran the cells: run that cell again, and take its value by its new number.");
        assertThat(cells.failure("$2"))
                .contains("$2 is the value of cell 2, which gave none, or has not run.");
    }
}
