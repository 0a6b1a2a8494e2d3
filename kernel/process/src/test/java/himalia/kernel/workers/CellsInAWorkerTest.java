package himalia.kernel.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.kernel.java.Completeness;
import himalia.kernel.java.Outcome;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(180)
class CellsInAWorkerTest {
    /** Presses within a second are one. */
    private static final long CLICKS = 1_100;

    /** Prints when what stands behind it has been running for a while, and may be compiled. */
    private static final String WARM =
            "new Thread(() -> { java.util.concurrent.locks.LockSupport.parkNanos(300_000_000); System.out.println(1); }).start();\n";

    private static TestWorker cells;

    @BeforeAll
    static void start() {
        cells = new TestWorker();
    }

    @AfterAll
    static void stop() {
        cells.close();
    }

    @Test
    void anExpressionShowsItsValueAndASemicolonHidesIt() {
        assertThat(cells.value("1 + 1")).isEqualTo("2");
        assertThat(cells.value("int shown = 5;\nshown")).isEqualTo("5");
        assertThat(cells.value("shown;")).isEmpty();
        assertThat(cells.value("shown = 6")).isEmpty();
        assertThat(cells.value("(Object) null")).isEqualTo("null");
        assertThat(cells.value("System.out.println()")).isEmpty();
    }

    @Test
    void dollarIsTheLastValueWithItsType() {
        cells.value("\"text\"");
        assertThat(cells.value("$.length()")).isEqualTo("4");
    }

    @Test
    void namesOfTheJdkNeedNoImport() {
        assertThat(
                        cells.value(
                                "new ArrayList<>(List.of(1, 2)).stream().map(x -> x * 2).collect(Collectors.toList())"))
                .isEqualTo("[2, 4]");
    }

    @Test
    void declarationsOfOneCellMayReferToEachOther() {
        assertThat(
                        cells.value(
                                "int even(int n) { return n == 0 ? 1 : odd(n - 1); }\n"
                                        + "int odd(int n) { return n == 0 ? 0 : even(n - 1); }\n"
                                        + "class Left { Right right; }\nclass Right { Left left; }\n"
                                        + "even(10) + (new Left().right == null ? 1 : 0)"))
                .isEqualTo("2");
    }

    @Test
    void aMethodCalledBeforeItCanRunSaysWhatItWaitsFor() {
        assertThat(cells.failure("int early() {\n    return Later.VALUE;\n}\nearly()"))
                .startsWith("Error: early cannot be used until this is declared: variable Later")
                .contains("line 4\n→ early()");
        cells.printed();
        cells.value("int early() {\n    return Later.VALUE;\n}");
        assertThat(cells.printed())
                .isEqualTo(
                        "[notice] early cannot be used until this is declared: variable Later\n");
        assertThat(cells.failure("early()"))
                .contains("early cannot be used until this is declared: variable Later");
        cells.value("class Later { static final int VALUE = 3; }");
        assertThat(cells.value("early()")).isEqualTo("3");
    }

    @Test
    void whatIsPrintedArrives() {
        cells.printed();
        cells.value("System.out.print(\"out\"); System.err.print(\"err\");");
        assertThat(cells.printed()).isEqualTo("outerr");
    }

    @Test
    void whatIsTypedIsRead() {
        assertThat(cells.value("new java.util.Scanner(System.in).nextLine()")).isEqualTo("typed");
    }

    @Test
    void anErrorPointsToTheLineOfTheCell() {
        var text = cells.failure("int inner(int x) {\n    return 1 / x;\n}\ninner(0)");
        assertThat(text).startsWith("ArithmeticException: / by zero");
        assertThat(text).contains("line 2 in inner\n→ return 1 / x;").contains("line 4");
        assertThat(text).doesNotContain("himalia").doesNotContain("reflect");
    }

    @Test
    void causesAreTold() {
        var text =
                cells.failure(
                        "throw new IllegalStateException(\"outer\", new RuntimeException(\"inner\"));");
        assertThat(text)
                .contains("IllegalStateException: outer")
                .contains("Caused by RuntimeException: inner");
    }

    /** Java's own trace begins with it. */
    @Test
    void whatAnExceptionSaysOfItselfIsTold() {
        cells.value(
                "class Coded extends RuntimeException { Coded(String text) { super(text); }"
                        + " public String toString() { return \"Coded[7, \" + getMessage() + \"]\"; } }");
        assertThat(cells.failure("throw new Coded(\"no\");")).startsWith("Coded[7, no]\n");
        assertThat(
                        cells.failure(
                                "throw new IllegalStateException(\"outer\", new Coded(\"inner\"));"))
                .contains("IllegalStateException: outer", "Caused by Coded[7, inner]");
        assertThat(
                        cells.failure(
                                "class Bare extends Exception { public String toString() { return \"code 3\"; } }"
                                        + " throw new Bare();"))
                .startsWith("Bare: code 3\n");
    }

    @Test
    void aCellThatDoesNotParseRunsNothing() {
        cells.printed();
        assertThat(cells.failure("System.out.println(\"no\");\nint x = = 5;")).contains("line 2");
        assertThat(cells.printed()).isEmpty();
    }

    @Test
    void aCompileErrorMarksThePlace() {
        assertThat(cells.failure("int y = \"text\";"))
                .contains("incompatible types")
                .contains("    int y = \"text\";\n            ^^^^^^");
    }

    @Test
    void anExitEndsTheCellAndKeepsTheState() {
        cells.value("int kept = 7;");
        assertThat(cells.failure("System.exit(3);"))
                .startsWith("Exit: System.exit(3) ended this cell.");
        assertThat(cells.failure("Runtime.getRuntime().halt(1);"))
                .startsWith("Exit: Runtime.halt(1)");
        assertThat(cells.value("kept")).isEqualTo("7");
    }

    @Test
    void memoryThatRanOutEndsTheCellAndKeepsTheState() {
        cells.value("int afterwards = 8;");
        assertThat(
                        cells.failure(
                                "{ var hog = new java.util.ArrayList<long[]>(); while (true) hog.add(new long[1_000_000]); }"))
                .contains("The heap of the worker is full");
        assertThat(cells.value("afterwards")).isEqualTo("8");
    }

    @Test
    void anArrayThatNoHeapCanHoldIsNoFullHeap() {
        assertThat(cells.failure("new int[Integer.MAX_VALUE]"))
                .contains("No array has so many elements")
                .doesNotContain("full");
        assertThat(cells.failure("\"some text\".repeat(300_000_000)"))
                .contains("whatever the heap")
                .doesNotContain("full");
        assertThat(cells.failure("throw new OutOfMemoryError(\"mine\");"))
                .contains("or the program throws this itself")
                .doesNotContain("full");
    }

    @Test
    void whatAnExceptionSuppressedIsToldWithIt() {
        assertThat(
                        cells.failure(
                                """
                                class Door implements AutoCloseable {
                                    public void close() { throw new IllegalStateException("stuck"); }
                                }
                                try (var door = new Door()) {
                                    throw new RuntimeException("fire", new java.io.IOException("spark"));
                                }"""))
                .containsSubsequence(
                        "RuntimeException: fire",
                        ", line 5",
                        "Suppressed IllegalStateException: stuck",
                        ", line 2 in close",
                        "Caused by IOException: spark");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true);",
                "Thread.sleep(60_000);",
                "while (true) { try { Thread.sleep(20); } catch (Throwable t) { } }",
                "new java.io.PipedInputStream(new java.io.PipedOutputStream()).read();",
                "new java.net.ServerSocket(0).accept();",
                "synchronized (Object.class) { Object.class.wait(); }",
                "java.util.stream.IntStream.range(0, 8).parallel().forEach(i -> { while (true); });",
                "while (true) System.out.println(\"again\");",
                "long spins = 0; while (true) { try { spins++; if (spins < 0) throw new Error(); } catch (Throwable t) { } }",
                "java.math.BigInteger.valueOf(3).pow(200_000_000);",
                "java.util.stream.LongStream.range(0, Long.MAX_VALUE).sum();"
            })
    void anInterruptEndsTheCellAndKeepsTheState(String endless) throws Exception {
        cells.value("int before = 9;");
        var ended = cells.interrupted(WARM + endless);
        assertThat(((Outcome.Failed) ended).interrupted()).as("%s", ended).isTrue();
        assertThat(cells.value("before")).isEqualTo("9");
    }

    /** From JDK 20 up nothing but the agent ends such a loop: the cell ends, its thread is left behind and named. */
    @Test
    void withoutTheDebuggerALoopInALibraryIsEndedWhereTheJvmCanAndLeftBehindWhereNot()
            throws Exception {
        try (var alone = new TestWorker("-Dhimalia.debugger=off")) {
            alone.value("int before = 9;");
            var failed =
                    (Outcome.Failed)
                            alone.interrupted(
                                    WARM + "java.math.BigInteger.valueOf(3).pow(200_000_000);");
            assertThat(failed.interrupted()).isTrue();
            assertThat(failed.traceback().toString().contains("it was given up"))
                    .isEqualTo(Runtime.version().feature() >= 20);
            assertThat(alone.value("before")).isEqualTo("9");
        }
    }

    @Test
    void withoutTheDebuggerItSaysHowToGetIt() {
        try (var alone = new TestWorker("-Dhimalia.debugger=on", "-Dhimalia.debugger=off")) {
            assertThatThrownBy(() -> alone.workers().debugPort().machine())
                    .hasMessage(
                            "this JVM was started without the debugger; '%jvm --debugger on' starts one with it");
        }
    }

    @Test
    void aLostWorkerIsReplacedAndTheLostVariablesAreNamed() {
        try (var mortal = new TestWorker()) {
            mortal.value(
                    "int doomed = 1;\nint twice(int x) { return 2 * x; }\nrecord Point(int x) {}");
            var text =
                    mortal.failure(
                            "ProcessHandle.current().destroyForcibly();"
                                    .replace(
                                            "ProcessHandle.current().destroyForcibly()",
                                            "new ProcessBuilder(\"kill\", \"-9\", \"\" + ProcessHandle.current().pid()).start().waitFor(); Thread.sleep(5000)"));
            assertThat(text)
                    .startsWith("WorkerLost: ")
                    .contains("SIGKILL")
                    .contains("Lost variables: doomed");
            assertThat(mortal.value("twice(new Point(4).x())")).isEqualTo("8");
            assertThat(mortal.failure("doomed")).contains("doomed");
        }
    }

    @Test
    void aThirdPressReplacesAWorkerThatAnswersNothing() throws Exception {
        try (var frozen = new TestWorker()) {
            frozen.value("int gone = 1;");
            var worker = frozen.value("ProcessHandle.current().pid()");
            var outcome =
                    CompletableFuture.supplyAsync(
                            () -> frozen.run("System.out.println(1);\nThread.sleep(60_000);"));
            frozen.awaitPrinted();
            assertThat(new ProcessBuilder("kill", "-STOP", worker).start().waitFor()).isZero();
            for (int press = 0; press < 3; press++) {
                frozen.interpreter().interrupt();
                Thread.sleep(CLICKS);
            }
            var failed = (Outcome.Failed) outcome.get(TestWorker.PATIENCE, TimeUnit.SECONDS);
            assertThat(failed.message())
                    .contains("the interrupts before had not ended the cell")
                    .contains("Lost variables: gone");
            assertThat(frozen.value("1 + 1")).isEqualTo("2");
        }
    }

    @Test
    void completionKnowsTheStatementsBefore() {
        var code = "int a1 = 1;\nString b1 = \"x\";\nb1.toUpp";
        var completion = cells.help().complete(code, code.length());
        assertThat(completion.candidates()).extracting("text").contains("toUpperCase");
        assertThat(code.substring(completion.start(), completion.end())).isEqualTo("toUpp");
    }

    @Test
    void inspectionFindsOwnMethodsAndThoseOfTheJdk() {
        cells.value(
                "/** Doubles its argument. */\nint doubled(int x) { return 2 * x; }\nint number = 41;");
        assertThat(cells.help().inspect("doubled(", 8, false).orElseThrow().text())
                .isEqualTo("int doubled(int x)\n\nDoubles its argument.");
        assertThat(cells.help().inspect("number", 6, false).orElseThrow().text())
                .isEqualTo("int number = 41");
        assertThat(cells.help().inspect("Math.abs(", 9, false).orElseThrow().text())
                .contains("abs(int a)");
        assertThat(cells.help().inspect("Math.max", 8, false).orElseThrow().text())
                .contains("max(int a");
    }

    @Test
    void membersOfOwnTypesAreNamedAsTheyWereWrittenAndTellTheirComments() {
        cells.value("record Pair(int x, String name) {}\nvar pair = new Pair(1, \"q\");");
        assertThat(about("pair.name()", 9)).isEqualTo("String Pair.name()");
        cells.value(
                """
                class Account {
                    /** Puts money in. */
                    public void deposit(double amount) { }
                }
                class Savings extends Account { public void deposit(double amount) { } }
                var account = new Account();
                var savings = new Savings();""");
        assertThat(about("account.deposit(3)", 12))
                .isEqualTo("void Account.deposit(double amount)\n\nPuts money in.");
        assertThat(about("savings.deposit(3)", 12)).endsWith("\n\nPuts money in.");
        assertThat(about("account", 7)).startsWith("Account account = Account@");
        cells.value("class Alone { /** Is one. */ int one() { return 1; } }");
        assertThat(about("new Alone().one(", 16)).isEqualTo("int Alone.one()\n\nIs one.");
    }

    private static String about(String code, int cursor) {
        return cells.help().inspect(code, cursor, false).orElseThrow().text();
    }

    @Test
    void completenessHasItsFourAnswers() {
        assertThat(cells.interpreter().isComplete("1+1").status()).isEqualTo("complete");
        assertThat(cells.interpreter().isComplete("for (int i = 0; i < 3; i++) {").status())
                .isEqualTo("incomplete");
        assertThat(cells.interpreter().isComplete("for (int i = 0; i < 3; i++) {").indent())
                .isEqualTo("    ");
        assertThat(cells.interpreter().isComplete("int x = = 5;").status()).isEqualTo("invalid");
        assertThat(cells.interpreter().isComplete("int a =").status()).isEqualTo("incomplete");
        assertThat(cells.interpreter().isComplete("int f( {{ ;;").status()).isEqualTo("invalid");
        assertThat(cells.interpreter().isComplete(")").status()).isEqualTo("invalid");
        var texts = "if (true) { // {{\nvar s = \"((\";";
        assertThat(cells.interpreter().isComplete(texts).indent()).isEqualTo("    ");
    }

    @Test
    void whatMayGoOnIsNeitherCompleteNorInvalid() {
        for (var code :
                List.of(
                        "@FunctionalInterface",
                        "@Deprecated",
                        "var x = a ? 1 :",
                        "a ? b",
                        "var x = (int)",
                        "try {}",
                        "try { f(); }",
                        "if (a)",
                        "for(int i=0;i<3;i++)",
                        "while(true)",
                        "if (a) b(); else",
                        "do")) {
            assertThat(cells.interpreter().isComplete(code).status()).isEqualTo("incomplete");
        }
        for (var code : List.of("try {} int x;", "class A { void f() { try { } } }", "else")) {
            assertThat(cells.interpreter().isComplete(code).status()).isEqualTo("invalid");
        }
        for (var code : List.of("if (a) b();", "while(true);", "@Deprecated\nint x;")) {
            assertThat(cells.interpreter().isComplete(code).status()).isEqualTo("complete");
        }
    }

    @Test
    void whileTheCompilerIsBusyTheBracketsAloneSayWhetherMoreIsToCome() {
        cells.lock().lock();
        try {
            assertThat(completeElsewhere("1 + 1").status()).isEqualTo("unknown");
            assertThat(completeElsewhere("f(")).isEqualTo(new Completeness("incomplete", "    "));
            assertThat(completeElsewhere("}").status()).isEqualTo("invalid");
        } finally {
            cells.lock().unlock();
        }
        assertThat(completeElsewhere("1 + 1").status()).isEqualTo("complete");
    }

    private static Completeness completeElsewhere(String code) {
        return CompletableFuture.supplyAsync(() -> cells.interpreter().isComplete(code)).join();
    }
}
