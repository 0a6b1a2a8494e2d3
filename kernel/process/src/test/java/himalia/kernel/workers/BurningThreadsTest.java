package himalia.kernel.workers;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.kernel.java.Outcome;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An interrupt ends all that computes for the cell, and nothing that computes for another. */
@Timeout(180)
class BurningThreadsTest {
    /** The names of the threads that compute in the user's code. */
    private static final String BURNING =
            "Thread.getAllStackTraces().entrySet().stream()"
                    + ".filter(e -> e.getKey() != Thread.currentThread())"
                    + ".filter(e -> Arrays.stream(e.getValue()).anyMatch(f -> f.getClassName().startsWith(\"REPL.\")))"
                    + ".map(e -> e.getKey().getName()).sorted().toList()";

    private static void interruptWhenBegun(TestWorker cells, String code) throws Exception {
        var ended = cells.interrupted("System.out.println(\"begun\");\n" + code);
        assertThat(((Outcome.Failed) ended).interrupted()).as("%s", ended).isTrue();
    }

    private static void awaitBurning(TestWorker cells, String names) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(TestWorker.PATIENCE);
        var now = cells.value(BURNING);
        while (!now.equals(names)) {
            assertThat(System.nanoTime()).as("%s burn", now).isLessThan(end);
            now = cells.value(BURNING);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new Thread(() -> java.util.stream.LongStream.range(0, Long.MAX_VALUE).sum()).start(); Thread.sleep(100_000);",
                "new Thread(() -> { while (true); }).start(); Thread.sleep(100_000);",
                "new Thread(() -> { while (true) try { java.math.BigInteger.valueOf(3).pow(3_000_000); } catch (Throwable t) { } }).start(); Thread.sleep(100_000);",
                "java.util.stream.IntStream.range(0, 8).parallel().forEach(i -> java.math.BigInteger.valueOf(3).pow(200_000_000));",
                "java.util.concurrent.ForkJoinPool.commonPool().execute(() -> java.util.stream.LongStream.range(0, Long.MAX_VALUE).sum()); Thread.sleep(100_000);"
            })
    void nothingThatTheCellStartedBurnsOn(String code) throws Exception {
        try (var cells = new TestWorker()) {
            cells.value("int kept = 9;");
            interruptWhenBegun(cells, code);
            awaitBurning(cells, "[]");
            assertThat(cells.printed()).doesNotContain("CellInterrupted");
            assertThat(cells.value("kept")).isEqualTo("9");
        }
    }

    @Test
    void whatEarlierCellsStartedGoesOn() throws Exception {
        try (var cells = new TestWorker()) {
            cells.value(
                    "new Thread(() -> java.util.stream.LongStream.range(0, Long.MAX_VALUE).sum(), \"library\").start();\n"
                            + "new Thread(() -> { while (true); }, \"loop\").start();");
            awaitBurning(cells, "[library, loop]");
            interruptWhenBegun(
                    cells,
                    "new Thread(() -> java.util.stream.LongStream.range(0, Long.MAX_VALUE).sum(), \"helper\").start(); Thread.sleep(100_000);");
            awaitBurning(cells, "[library, loop]");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true);",
                "java.util.stream.LongStream.range(0, Long.MAX_VALUE).sum();"
            })
    void whatAPoolRunsForAnEarlierCellGoesOn(String endless) throws Exception {
        try (var cells = new TestWorker()) {
            cells.value(
                    "java.util.concurrent.ForkJoinPool.commonPool().execute(() -> { "
                            + endless
                            + " });");
            awaitBurning(cells, "[ForkJoinPool.commonPool-worker-1]");
            interruptWhenBegun(
                    cells,
                    "new Thread(() -> java.util.stream.LongStream.range(0, Long.MAX_VALUE).sum(), \"helper\").start(); Thread.sleep(100_000);");
            awaitBurning(cells, "[ForkJoinPool.commonPool-worker-1]");
        }
    }

    private static final String ENDLESS_TASKS =
            "for (int i = 0; i < 4; i++) { pool.submit(() -> { long s = 0; while (true) s++; }); } Thread.sleep(60_000);";

    /** Its threads are those of the cell that gave it the first task. */
    @Test
    void whatALaterCellGivesToAPoolIsItsOwn() throws Exception {
        try (var cells = new TestWorker()) {
            cells.value("var pool = java.util.concurrent.Executors.newFixedThreadPool(2);");
            for (int round = 0; round < 3; round++) {
                interruptWhenBegun(cells, ENDLESS_TASKS);
                var get =
                        "pool.submit(() -> { int n = 0; for (int i = 0; i < 1_000; i++) n++; return n; }).get()";
                assertThat(cells.value(get)).isEqualTo("1000");
                awaitBurning(cells, "[]");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.util.concurrent.CompletableFuture.supplyAsync(() -> { try { Thread.sleep(60_000); } catch (InterruptedException e) { } return 1; }).join();",
                "java.util.stream.IntStream.range(0, 64).parallel().forEach(i -> { try { Thread.sleep(60_000); } catch (InterruptedException e) { } });"
            })
    void whatSleepsInTheCommonPoolDoesNotKeepLaterCellsWaiting(String sleeping) throws Exception {
        try (var cells = new TestWorker()) {
            interruptWhenBegun(cells, sleeping);
            var later =
                    "java.util.concurrent.CompletableFuture.supplyAsync(() -> 5).get(20, java.util.concurrent.TimeUnit.SECONDS)";
            assertThat(cells.value(later)).isEqualTo("5");
        }
    }
}
