package himalia.client;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.kernel.protocol.json.Fields;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The debugger, as a front end sees it: real kernel, real worker, real wire. */
@Timeout(240)
class DebuggerTest {
    private static RealKernel kernel;
    private DebugTalk debug;

    @BeforeAll
    static void start() throws Exception {
        kernel = RealKernel.start();
    }

    @AfterAll
    static void stop() throws Exception {
        kernel.close();
    }

    @BeforeEach
    void attach() throws Exception {
        debug = new DebugTalk(kernel.client());
        debug.attach();
    }

    @AfterEach
    void detach() throws Exception {
        debug.body("disconnect");
        assertThat(kernel.run("1 + 1").value()).containsEntry("text/plain", "2");
    }

    private static CellResult ended(CompletableFuture<CellResult> cell) throws Exception {
        return cell.get(60, TimeUnit.SECONDS);
    }

    @Test
    void theKernelSaysThatItHasADebugger() throws Exception {
        assertThat(kernel.client().kernelInfo()).containsEntry("debugger", true);
        assertThat(new Fields(kernel.client().kernelInfo()).texts("supported_features"))
                .contains("debugger");
        var info = debug.body("debugInfo");
        assertThat(info.flag("isStarted", false)).isTrue();
        assertThat(info.text("hashMethod")).isEqualTo("Murmur2");
        assertThat(debug.body("dumpCell", Map.of("code", "int é = 1;")).text("sourcePath"))
                .startsWith(info.text("tmpFilePrefix"))
                .endsWith(info.text("tmpFileSuffix"));
    }

    @Test
    void aBreakpointInAMethodStopsTheFirstTimeTheCellRuns() throws Exception {
        var code =
                "int addOne(int value) {\n    int result = value + 1;\n    return result;\n}\naddOne(6)";
        assertThat(debug.breakpoints(code, 3)).containsExactly(3L);
        var cell = debug.run(code);

        assertThat(debug.stopped()).containsExactly("addOne:3", "cell:5");
        assertThat(debug.variables("Locals")).containsExactly("value=6", "result=7");
        assertThat(debug.body("debugInfo").list("stoppedThreads")).containsExactly(1L);
        debug.body("continue", Map.of("threadId", 1));
        assertThat(ended(cell).value()).containsEntry("text/plain", "7");
    }

    @Test
    void aLoopAtTopLevelStopsInEachRound() throws Exception {
        var code =
                "int total = 0;\n\nfor (int i = 0; i < 3; i++) {\n    total += i;\n}\nSystem.out.println(total);";
        debug.breakpoints(code, 4);
        var cell = debug.run(code);

        for (int round = 0; round < 3; round++) {
            assertThat(debug.stopped()).containsExactly("cell:4");
            assertThat(debug.variables("Locals")).containsExactly("i=" + round);
            debug.body("continue", Map.of("threadId", 1));
        }
        assertThat(ended(cell).stdout()).isEqualTo("3\n");
    }

    @Test
    void aBreakpointOnALineWithoutCodeMovesToTheNextThatHasSome() throws Exception {
        var code =
                "// a comment\n\nint moved(int x) {\n    // nothing\n\n    return x;\n}\nmoved(1);";
        kernel.run(code);

        assertThat(debug.breakpoints(code, 1, 4)).containsExactly(6L, 6L);
        var cell = debug.run(code);
        assertThat(debug.stopped()).containsExactly("moved:6", "cell:8");
        debug.body("continue", Map.of("threadId", 1));
        ended(cell);
    }

    @Test
    void aMethodThatWaitsForAnotherCellStopsToo() throws Exception {
        var code = "int early(int x) {\n    int y = x + 1;\n    return y + Later.more();\n}";
        debug.breakpoints(code, 2);
        ended(debug.run(code));
        kernel.run("class Later { static int more() { return 1; } }");

        var cell = debug.run("early(1)");
        assertThat(debug.stopped()).containsExactly("early:2", "cell:1");
        assertThat(debug.variables("Locals")).containsExactly("x=1");
        debug.body("continue", Map.of("threadId", 1));
        assertThat(ended(cell).value()).containsEntry("text/plain", "3");
    }

    @Test
    void aMethodCompiledAnewWithAnotherCellStopsAtItsOwnLines() throws Exception {
        kernel.run("int factor() {\n    return 2;\n}");
        var code =
                "int unused() {\n    return 0;\n}\nint scaled(int x) {\n    int y = x * factor();\n    return y;\n}";
        kernel.run(code);
        assertThat(debug.breakpoints(code, 6)).containsExactly(6L);

        var cell = debug.run("int factor() {\n    return 5;\n}\nscaled(3)");
        assertThat(debug.stopped()).containsExactly("scaled:6", "cell:4");
        assertThat(debug.variables("Locals")).containsExactly("x=3", "y=15");
        assertThat(debug.source(0)).isEqualTo(code);
        assertThat(debug.breakpoints(code, 2, 5)).containsExactly(2L, 5L);
        debug.body("continue", Map.of("threadId", 1));
        assertThat(ended(cell).value()).containsEntry("text/plain", "15");

        var again = debug.run("scaled(4)");
        assertThat(debug.stopped()).containsExactly("scaled:5", "cell:1");
        debug.body("continue", Map.of("threadId", 1));
        assertThat(ended(again).value()).containsEntry("text/plain", "20");
    }

    @Test
    void stepsGoOverIntoAndOutAndFromSnippetToSnippet() throws Exception {
        var code =
                "int inner(int x) {\n    int y = x * 2;\n    return y;\n}\nint a = inner(1);\nint b = inner(a);\nSystem.out.println(a + b);";
        debug.breakpoints(code, 5);
        var cell = debug.run(code);

        assertThat(debug.stopped()).containsExactly("cell:5");
        debug.body("stepIn", Map.of("threadId", 1));
        assertThat(debug.stopped()).containsExactly("inner:2", "cell:5");
        debug.body("next", Map.of("threadId", 1));
        assertThat(debug.stopped()).containsExactly("inner:3", "cell:5");
        debug.body("stepOut", Map.of("threadId", 1));
        assertThat(debug.stopped()).containsExactly("cell:5");
        debug.body("next", Map.of("threadId", 1));
        assertThat(debug.stopped()).containsExactly("cell:6");
        debug.body("next", Map.of("threadId", 1));
        assertThat(debug.stopped()).containsExactly("cell:7");
        debug.body("next", Map.of("threadId", 1));
        assertThat(ended(cell).stdout()).isEqualTo("6\n");
        assertThat(debug.heard("stopped", 300)).isEmpty();
    }

    @Test
    void aStepGoesIntoALambdaAndNotIntoTheLibrary() throws Exception {
        var code =
                "var names = List.of(\"a\", \"b\");\nnames.forEach(each -> {\n    System.out.print(each);\n});";
        debug.breakpoints(code, 2);
        var cell = debug.run(code);

        assertThat(debug.stopped()).containsExactly("cell:2");
        debug.body("stepIn", Map.of("threadId", 1));
        assertThat(debug.stopped()).containsExactly("lambda in cell:3", "cell:2");
        assertThat(debug.variables("Locals")).containsExactly("each=\"a\"");
        debug.body("continue", Map.of("threadId", 1));
        assertThat(ended(cell).stdout()).isEqualTo("ab");
    }

    @Test
    void aConditionDecidesWhetherToStop() throws Exception {
        var code = "int hits = 0;\nfor (int i = 0; i < 50; i++) {\n    hits += i;\n}\nhits";
        var path = debug.body("dumpCell", Map.of("code", code)).text("sourcePath");
        debug.body(
                "setBreakpoints",
                Map.of(
                        "source",
                        Map.of("path", path),
                        "breakpoints",
                        List.of(Map.of("line", 3, "condition", "i == 40 && hits > 700"))));
        var cell = debug.run(code);

        assertThat(debug.stopped()).containsExactly("cell:3");
        assertThat(debug.evaluate("i + 2")).isEqualTo("42");
        debug.body("continue", Map.of("threadId", 1));
        assertThat(ended(cell).value()).containsEntry("text/plain", "1225");
    }

    @Test
    void valuesHavePartsAndExpressionsAreEvaluated() throws Exception {
        kernel.run(
                "record Point(int x, String name) { int twice() { return 2 * x; } }\nint[] squares = {1, 4, 9};");
        var code =
                "void look(List<String> words, Map<String, Integer> ages, Point point) {\n    System.out.println(words);\n}\n"
                        + "look(List.of(\"x\", \"y\"), new TreeMap<>(Map.of(\"Ada\", 36)), new Point(3, \"p\"));";
        debug.breakpoints(code, 2);
        var cell = debug.run(code);
        debug.stopped();

        assertThat(debug.variables("Locals"))
                .containsExactly(
                        "words=List12 (2) [x, y]",
                        "ages=TreeMap (1) [Ada=36]",
                        "point=Point[x=3, name=p]");
        assertThat(debug.variables("Notebook variables")).contains("squares=int[3] {1, 4, 9}");
        assertThat(parts("words")).containsExactly("[0]=\"x\"", "[1]=\"y\"");
        assertThat(parts("ages")).containsExactly("\"Ada\"=36");
        assertThat(parts("point")).containsExactly("x=3", "name=\"p\"");
        assertThat(parts("squares")).containsExactly("[0]=1", "[1]=4", "[2]=9");
        assertThat(debug.evaluate("point.twice() + squares[2]")).isEqualTo("15");
        assertThat(debug.evaluate("ages.get(\"Ada\")")).isEqualTo("36");
        assertThat(debug.evaluate("words.size() > 1 ? point.name() : null")).isEqualTo("\"p\"");
        assertThat(debug.evaluate("Math.max(2, 3)")).isEqualTo("3");
        assertThat(debug.evaluate("nothing"))
                .isEqualTo("cannot find symbol; symbol: variable nothing");
        assertThat(debug.evaluate("words.get(9)"))
                .matches("words\\.get\\(9\\) threw \\w*IndexOutOfBoundsException: Index.*9.*2");
        var rich = debug.body("richInspectVariables", Map.of("variableName", "words"));
        assertThat(rich.object("data")).containsKey("text/plain");
        debug.body("continue", Map.of("threadId", 1));
        ended(cell);
    }

    private List<String> parts(String expression) throws Exception {
        var value = debug.body("evaluate", Map.of("expression", expression));
        return DebugTalk.texts(debug.parts(value.number("variablesReference", 0)));
    }

    @Test
    void variablesAreListedWithoutAStop() throws Exception {
        kernel.run("int shown = 41;\nvar words = new ArrayList<>(List.of(\"Ada\"));");

        var variables = debug.body("inspectVariables").objects("variables");
        assertThat(variables.stream().map(Fields::new).toList())
                .anySatisfy(
                        each -> {
                            assertThat(each.text("name")).isEqualTo("shown");
                            assertThat(each.text("value")).isEqualTo("41");
                            assertThat(each.text("type")).isEqualTo("int");
                        });
        var words =
                variables.stream()
                        .map(Fields::new)
                        .filter(each -> each.text("name").equals("words"))
                        .findFirst()
                        .orElseThrow();
        assertThat(DebugTalk.texts(debug.parts(words.number("variablesReference", 0))))
                .containsExactly("[0]=\"Ada\"");
        var rich = debug.body("richInspectVariables", Map.of("variableName", "words"));
        assertThat(rich.object("data").get("text/plain")).asString().contains("Ada");
    }

    @Test
    void jupyterLabGetsValuesWhereItWouldShowTypes() throws Exception {
        kernel.run("double half = 0.5;");
        debug.body("initialize", Map.of("clientID", "jupyterlab"));
        assertThat(debug.body("inspectVariables").objects("variables"))
                .anySatisfy(
                        each ->
                                assertThat(each)
                                        .containsEntry("name", "half")
                                        .containsEntry("value", "0.5")
                                        .doesNotContainKey("type"));
        // It would say "Evaluation resulted in an error", and nothing else.
        assertThat(debug.evaluate("half *"))
                .isEqualTo("Error: Java can be evaluated only while a cell is stopped");
    }

    @Test
    void anExceptionStopsWhereItIsThrown() throws Exception {
        debug.body("setExceptionBreakpoints", Map.of("filters", List.of("uncaught")));
        var caught =
                "try {\n    Integer.parseInt(\"x\");\n} catch (NumberFormatException e) {\n    System.out.print(\"caught\");\n}";
        assertThat(ended(debug.run(caught)).stdout()).isEqualTo("caught");

        var cell = debug.run("int divide(int by) {\n    return 1 / by;\n}\ndivide(0)");
        var stop = debug.await("stopped");
        assertThat(stop.text("reason")).isEqualTo("exception");
        assertThat(stop.text("text")).isEqualTo("java.lang.ArithmeticException");
        assertThat(debug.frames()).containsExactly("divide:2", "cell:4");
        debug.body("continue", Map.of("threadId", 1));
        assertThat(ended(cell).failure().orElseThrow().ename()).contains("ArithmeticException");

        debug.body("setExceptionBreakpoints", Map.of("filters", List.of("raised")));
        var again = debug.run(caught);
        assertThat(debug.stopped()).containsExactly("cell:2");
        debug.body("continue", Map.of("threadId", 1));
        ended(again);
    }

    @Test
    void disconnectingLeavesEverythingRunning() throws Exception {
        var code = "int count = 0;\nfor (int i = 0; i < 4; i++) {\n    count++;\n}\ncount";
        debug.breakpoints(code, 3);
        var cell = debug.run(code);
        debug.stopped();

        debug.body("disconnect", Map.of("restart", false, "terminateDebuggee", false));
        assertThat(ended(cell).value()).containsEntry("text/plain", "4");

        debug.attach();
        assertThat(debug.body("debugInfo").list("breakpoints")).isEmpty();
        debug.breakpoints(code, 3);
        var second = debug.run(code);
        assertThat(debug.stopped()).containsExactly("cell:3");
        debug.breakpoints(code);
        debug.body("continue", Map.of("threadId", 1));
        ended(second);
    }

    @Test
    void whileACellIsStoppedTheRestAnswersAndAnInterruptEndsIt() throws Exception {
        var code = "int going = 1;\ngoing++;\nThread.sleep(20_000);";
        debug.breakpoints(code, 2);
        var cell = debug.run(code);
        assertThat(debug.stopped()).containsExactly("cell:2");

        assertThat(kernel.client().beats(RealKernel.LIMIT)).isTrue();
        assertThat(kernel.client().complete("Math.ma", 7).texts("matches")).contains("max");
        assertThat(kernel.client().inspect("going", 5, 0).flag("found", false)).isTrue();
        kernel.client().interrupt();
        assertThat(ended(cell).failure().orElseThrow().ename()).isEqualTo("Interrupted");
        debug.await("continued");
        assertThat(kernel.run("going").value()).containsEntry("text/plain", "1");
    }

    @Test
    void aRunningCellIsPausedWhereverItIs(@TempDir Path folder) throws Exception {
        kernel.run(RealKernel.TELL_WHEN);
        var busy =
                debug.run(
                        "volatile long spins = 0; tellWhen(() -> spins > 1000, \""
                                + folder.resolve("busy")
                                + "\");\nwhile (true) {\n    spins++;\n}");
        RealKernel.awaitFile(folder.resolve("busy"));
        debug.body("pause", Map.of("threadId", 1));
        assertThat(debug.stopped().get(0)).matches("cell:[23]");
        kernel.client().interrupt();
        assertThat(ended(busy).ok()).isFalse();

        var asleep =
                debug.run(
                        "int before = 5; var me = Thread.currentThread(); tellWhen(() -> me.getState() == Thread.State.TIMED_WAITING, \""
                                + folder.resolve("asleep")
                                + "\");\nThread.sleep(60_000);");
        RealKernel.awaitFile(folder.resolve("asleep"));
        debug.body("pause", Map.of("threadId", 1));
        assertThat(debug.stopped()).containsExactly("cell:2");
        assertThat(debug.variables("Notebook variables")).contains("before=5");
        kernel.client().interrupt();
        assertThat(ended(asleep).ok()).isFalse();
    }

    @Test
    void aTextThatHangsCostsTheTextAndNotTheDebugger() throws Exception {
        kernel.run("class Stuck { public String toString() { while (true); } }");
        var code = "Stuck stuck = new Stuck();\nint fine = 3;\nfine++;";
        debug.breakpoints(code, 3);
        var cell = debug.run(code);
        debug.stopped();

        assertThat(debug.variables("Notebook variables"))
                .contains("stuck=Stuck (its toString gave no answer in time)", "fine=3");
        assertThat(debug.evaluate("stuck.toString()")).contains("did not return within 2 s");
        kernel.client().interrupt();
        assertThat(ended(cell).failure().orElseThrow().ename()).isEqualTo("Interrupted");
        kernel.run("stuck = null;");
    }

    @Test
    void aNewWorkerIsWatchedLikeTheOldOne() throws Exception {
        var code = "int twice(int x) {\n    return 2 * x;\n}\ntwice(4)";
        debug.breakpoints(code, 2);
        var lost =
                debug.run(
                        "new ProcessBuilder(\"kill\", \"-9\", \"\" + ProcessHandle.current().pid()).start().waitFor(); Thread.sleep(9_000);");
        assertThat(ended(lost).ok()).isFalse();

        var cell = debug.run(code);
        assertThat(debug.stopped()).containsExactly("twice:2", "cell:4");
        debug.body("continue", Map.of("threadId", 1));
        assertThat(ended(cell).value()).containsEntry("text/plain", "8");
    }
}
