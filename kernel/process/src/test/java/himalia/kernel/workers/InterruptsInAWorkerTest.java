package himalia.kernel.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.kernel.java.Outcome;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An interrupt ends the cell that runs, and nothing else. */
@Timeout(180)
class InterruptsInAWorkerTest {
    private static TestWorker cells;

    @BeforeAll
    static void start() {
        cells = new TestWorker();
        cells.value(
                """
                var shared = new Object();
                var busy = new java.util.concurrent.locks.ReentrantLock();
                var held = new CountDownLatch(1);
                var release = new CountDownLatch(1);
                var holder = new Thread(() -> {
                    busy.lock();
                    synchronized (shared) {
                        held.countDown();
                        try { release.await(); } catch (InterruptedException e) { System.out.println("hit"); }
                    }
                    busy.unlock();
                });
                holder.start();
                held.await();
                """);
    }

    @AfterAll
    static void stop() {
        cells.close();
    }

    private static String pid() {
        return cells.value("ProcessHandle.current().pid()");
    }

    private static void interrupted(String source) throws Exception {
        var ended = cells.interrupted(source);
        assertThat(((Outcome.Failed) ended).interrupted()).as("%s: %s", source, ended).isTrue();
    }

    @Test
    void whoWaitsForALockIsEndedAndTheHolderGoesOn() throws Exception {
        var before = pid();
        interrupted("System.out.println(1);\nsynchronized (shared) { }");
        interrupted("System.out.println(1);\nbusy.lock();");
        interrupted("System.out.println(1);\nbusy.lockInterruptibly();");
        assertThat(cells.value("holder.isAlive() && release.getCount() == 1")).isEqualTo("true");
        cells.printed();
        cells.value("release.countDown();\nholder.join();");
        assertThat(cells.printed()).isEmpty();
        assertThat(cells.value("synchronized (shared) { }\nbusy.lock();\nbusy.unlock();\n\"free\""))
                .isEqualTo("free");
        assertThat(pid()).isEqualTo(before);
    }

    /** A busy machine may take longer than there is time, once. */
    private static void tidiesUp(String source, String expected) throws Exception {
        var said = "";
        for (int tries = 0; tries < 5 && !said.equals(expected); tries++) {
            cells.value("said.clear();");
            interrupted("System.out.println(1);\n" + source);
            said = cells.value("String.join(\" \", said)");
        }
        assertThat(said).isEqualTo(expected);
    }

    /** As where anything else is thrown; what does not come to an end is ended all the same. */
    @Test
    void whatIsInterruptedTidiesUp() throws Exception {
        cells.value(
                """
                var said = new ArrayList<String>();
                void say(String what) { for (int i = 0; i < 3; i++) { said.add(what + i); } }
                class Held implements AutoCloseable { public void close() { say("c"); } }
                new Held().close();
                said.clear();
                """);
        for (var waits : List.of("Thread.sleep(30_000);", "while (true) { }")) {
            tidiesUp(
                    "try (var held = new Held()) { " + waits + " } finally { say(\"f\"); }",
                    "c0 c1 c2 f0 f1 f2");
        }
        tidiesUp(
                "try { Thread.sleep(30_000); } catch (InterruptedException e) { say(\"h\"); while (true) { } }",
                "h0 h1 h2");
        tidiesUp(
                "try { Thread.sleep(30_000); } finally { Thread.sleep(20); say(\"s\"); }",
                "s0 s1 s2");
        interrupted(
                "System.out.println(1);\nwhile (true) { try { Thread.sleep(10); } catch (Throwable t) { } }");
    }

    /** The static block itself is ended, and nothing that was thrown says where. */
    @Test
    void aClassWhoseInitialiserIsEndedIsMadeAnewWhenItsCellRunsAgain() throws Exception {
        var type = "class Lazy { static int v; static { while (!go) { } v = 8; } }";
        cells.value("boolean go = false;");
        cells.value(type);
        interrupted("System.out.println(1);\nLazy.v");
        cells.printed();
        cells.value("go = true;");
        cells.value(type);
        assertThat(cells.value("Lazy.v")).isEqualTo("8");
    }

    @Test
    void aCellThatTheCompilerTakesMinutesForIsGivenUp() throws Exception {
        var before = pid();
        cells.value("int kept = 3;");
        var entry = "Map.entry(\"k\", 0)";
        var many =
                "int kept = Map.ofEntries(%s).size();"
                        .formatted(entry + (", " + entry).repeat(700));
        var cell = CompletableFuture.supplyAsync(() -> cells.run(many));
        Thread.sleep(2_000);
        assertThat(cell).isNotDone();
        cells.interrupt();

        assertThat(((Outcome.Failed) cell.get(60, TimeUnit.SECONDS)).interrupted()).isTrue();
        assertThat(cells.value("kept + 1")).isEqualTo("4");
        assertThat(pid()).isEqualTo(before);
    }

    @Test
    void aCellThatPrintsInALoopIsInterruptedAThousandTimes() throws Exception {
        var before = pid();
        cells.value("int rounds = 0;");
        for (int i = 0; i < 1_000; i++) {
            interrupted("rounds++;\nwhile (true) System.out.println(rounds);");
        }
        assertThat(cells.value("rounds")).isEqualTo("1000");
        assertThat(pid()).isEqualTo(before);
    }

    @Test
    void theHardOnesEndToo() throws Exception {
        for (var hard :
                new String[] {
                    "java.math.BigInteger.valueOf(3).pow(200_000_000);",
                    "while (true) { try { Thread.sleep(20); } catch (Throwable t) { } }",
                    "java.util.stream.IntStream.range(0, 8).parallel().forEach(i -> { while (true); });",
                    "new java.net.ServerSocket(0).accept();"
                }) {
            interrupted("System.out.println(1);\n" + hard);
        }
    }

    private static final String WORK =
            """
            String best = "none";
            String worked(long milliseconds) {
                try (var work = himalia.display.bundle.KeptWork.begin("round")) {
                    System.out.println(1);
                    while (!Thread.currentThread().isInterrupted()) { }
                    long end = System.nanoTime() + milliseconds * 1_000_000;
                    while (System.nanoTime() < end) { Thread.onSpinWait(); }
                    return "kept";
                }
            }
            """;

    /** Longer than any step of an interrupt that ends a cell against its will. */
    @Test
    void workThatKeepsWhatItHasIsAwaitedAndNothingBehindItRuns() throws Exception {
        cells.value(WORK);
        cells.value("int behind = 0;");

        interrupted("best = worked(1_500); behind = 1;");

        assertThat(cells.value("best + behind")).isEqualTo("kept0");
    }

    /** A variable that is given a value ends a cell only where that is what was kept for it. */
    @Test
    void whatTidiesUpBehindAnInterruptComesToItsEnd() throws Exception {
        cells.value("String state = \"none\";\nString tidied = \"none\";");

        interrupted(
                "System.out.println(1);\ntry { Thread.sleep(60_000); } finally { state = \"stopped\"; tidied = \"yes\"; }");

        assertThat(cells.value("state + tidied")).isEqualTo("stoppedyes");
    }

    /** The second click of a double click, before anything is said of what a second press does. */
    @Test
    void twoClicksAreOnePress() throws Exception {
        cells.value(WORK);
        cells.printed();
        var ended = CompletableFuture.supplyAsync(() -> cells.run("best = worked(1_500);"));
        cells.awaitPrinted();

        cells.interpreter().interrupt();
        cells.interpreter().interrupt();
        cells.interpreter().interrupt();

        var outcome = ended.get(TestWorker.PATIENCE, TimeUnit.SECONDS);
        assertThat(((Outcome.Failed) outcome).interrupted()).isTrue();
        assertThat(cells.value("best")).isEqualTo("kept");
    }

    /** The outer work goes on by itself for a while after the inner one is over. */
    @Test
    void workWithinWorkIsAwaitedToo() throws Exception {
        cells.value(WORK);
        cells.value(
                """
                String twice() {
                    try (var work = himalia.display.bundle.KeptWork.begin("model")) {
                        var first = worked(10);
                        var second = worked(3_500);
                        return first + second;
                    }
                }
                """);

        interrupted("best = twice();");

        assertThat(cells.value("best")).isEqualTo("keptkept");
    }

    /** As what shows what was found so far; longer than any step of an interrupt. */
    @Test
    void workThatTheInterruptBeginsIsAwaitedToo() throws Exception {
        cells.value("String shown = \"nothing\";");

        interrupted(
                """
                System.out.println(1);
                try {
                    Thread.sleep(60_000);
                } finally {
                    try (var work = himalia.display.bundle.KeptWork.begin("picture")) {
                        long end = System.nanoTime() + 1_500_000_000L;
                        while (System.nanoTime() < end) { Thread.onSpinWait(); }
                        shown = "all";
                    }
                }
                """);

        assertThat(cells.value("shown")).isEqualTo("all");
    }

    @Test
    void whoBeginsWorkWheneverHeIsInterruptedEndsAllTheSame() throws Exception {
        interrupted(
                """
                System.out.println(1);
                while (true) {
                    try (var work = himalia.display.bundle.KeptWork.begin("picture")) {
                        Thread.sleep(20);
                    } catch (Throwable t) {
                    }
                }
                """);
    }

    /** Work that nobody closed is no business of the next cell's. */
    @Test
    void workThatWasLeftOpenIsOverWithItsCell() throws Exception {
        cells.value("himalia.display.bundle.KeptWork.begin(\"round\");");

        interrupted("System.out.println(1);\nwhile (true);");
    }

    @Test
    void aSecondInterruptEndsItAtOnce() throws Exception {
        var before = pid();
        cells.value(WORK);
        cells.printed();
        var ended = CompletableFuture.supplyAsync(() -> cells.run("best = worked(60_000);"));
        cells.awaitPrinted();

        cells.interpreter().interrupt();
        assertThatThrownBy(() -> ended.get(1_500, TimeUnit.MILLISECONDS))
                .isInstanceOf(TimeoutException.class);
        cells.interpreter().interrupt();

        var outcome = ended.get(20, TimeUnit.SECONDS);
        assertThat(((Outcome.Failed) outcome).interrupted()).isTrue();
        assertThat(cells.value("best")).isEqualTo("none");
        assertThat(pid()).isEqualTo(before);
    }

    @Test
    void threadsOfEarlierCellsGoOn() throws Exception {
        cells.value(
                "var beats = new java.util.concurrent.atomic.AtomicLong();\n"
                        + "var beating = new Thread(() -> { while (beats.get() >= 0) beats.incrementAndGet(); });\n"
                        + "beating.start();");
        interrupted("System.out.println(1);\nwhile (true);");
        assertThat(
                        cells.value(
                                "long seen = beats.get();\nwhile (beats.get() == seen);\nbeating.isAlive()"))
                .isEqualTo("true");
        cells.value("beats.set(Long.MIN_VALUE);\nbeating.join();");
    }

    @Test
    void aCellThatInterruptsItselfPrintsOnAndTheNextIsSpared() {
        cells.printed();
        cells.value("Thread.currentThread().interrupt();\nSystem.out.println(\"still here\");");
        assertThat(cells.printed()).isEqualTo("still here\n");
        assertThat(cells.value("Thread.sleep(1);\nThread.interrupted()")).isEqualTo("false");
    }

    @Test
    void anInterruptWhileNothingRunsIsForNobody() {
        var before = pid();
        for (int i = 0; i < 5; i++) {
            cells.interpreter().interrupt();
        }
        assertThat(cells.value("Thread.sleep(1);\n\"spared\"")).isEqualTo("spared");
        assertThat(pid()).isEqualTo(before);
    }
}
