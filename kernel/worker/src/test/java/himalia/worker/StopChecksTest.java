package himalia.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A loop of the user's ends when its cell is stopped, wherever it is and whatever it catches; those of others go on. */
@Timeout(120)
class StopChecksTest {
    private static final SnippetClasses CLASSES = new SnippetClasses();

    @BeforeAll
    static void load() {
        CLASSES.load(
                Sources.compiled(
                        "$Cell910",
                        """
                        public class $Cell910 {
                            public static volatile boolean enough;
                            public static volatile long turns;
                            static long up(long n) { return n + 1; }
                            public static void loop() { while (!enough) turns++; }
                            public static void calls() { down(0); while (!enough) { down(0); turns++; } }
                            static int down(int n) { return n > 50 ? n : down(n + 1); }
                            public static void catches() {
                                while (!enough) { try { turns = up(turns); } catch (Exception e) { up(2); } }
                            }
                            public static void switches() {
                                int n = 0;
                                do { switch (n) { case 0: n = 1; break; case 1: n = 2; break; default: n = 0; } turns++; } while (!enough);
                            }
                        }"""));
    }

    /** Its method has no check at the entry: the loop in it has one, and what calls it asks before. */
    @Test
    void aCellThatIsToBeStoppedDoesNotBegin() throws Exception {
        var thrown = new CompletableFuture<Throwable>();
        var thread =
                new Thread(
                        () -> {
                            CellScope.enterAside(911);
                            try {
                                StopChecks.unlinked();
                                StopChecks.stop(911);
                                StopChecks.unlinked();
                                thrown.complete(null);
                            } catch (CellInterrupted e) {
                                thrown.complete(e);
                            } finally {
                                StopChecks.forget(911);
                            }
                            StopChecks.unlinked();
                        });
        thread.start();
        assertThat(thrown.get(30, TimeUnit.SECONDS)).isInstanceOf(CellInterrupted.class);
    }

    /** Runs a method for a cell, and returns what it ended with: null, or what was thrown. */
    private static CompletableFuture<Throwable> run(
            long cell, String method, CountDownLatch begun) {
        var end = new CompletableFuture<Throwable>();
        var thread =
                new Thread(
                        () -> {
                            CellScope.enterAside(cell);
                            begun.countDown();
                            try {
                                CLASSES.find("REPL.$Cell910").getMethod(method).invoke(null);
                                end.complete(null);
                            } catch (java.lang.reflect.InvocationTargetException e) {
                                end.complete(e.getCause());
                            } catch (ReflectiveOperationException e) {
                                end.completeExceptionally(e);
                            }
                        });
        thread.setDaemon(true);
        thread.start();
        return end;
    }

    /** Waits until a loop turns: checks at the entry of a method have been passed. */
    private static void awaitTurning() throws ReflectiveOperationException {
        var turns = CLASSES.find("REPL.$Cell910").getField("turns");
        long before = turns.getLong(null);
        while (turns.getLong(null) < before + 1_000) {
            Thread.onSpinWait();
        }
    }

    private static Throwable ended(CompletableFuture<Throwable> end)
            throws InterruptedException, ExecutionException, java.util.concurrent.TimeoutException {
        return end.get(60, TimeUnit.SECONDS);
    }

    @Test
    void everyKindOfLoopEnds() throws Exception {
        long cell = 9_101;
        for (var method : new String[] {"loop", "calls", "catches", "switches"}) {
            var begun = new CountDownLatch(1);
            var end = run(cell, method, begun);
            begun.await();
            awaitTurning();
            StopChecks.stop(cell);
            assertThat(ended(end)).as(method).isInstanceOf(CellInterrupted.class);
            StopChecks.forget(cell);
        }
    }

    @Test
    void whatAnotherCellRunsGoesOn() throws Exception {
        var begun = new CountDownLatch(2);
        var meant = run(9_111, "loop", begun);
        var spared = run(9_112, "loop", begun);
        begun.await();
        awaitTurning();
        StopChecks.stop(9_111);
        assertThat(ended(meant)).isInstanceOf(CellInterrupted.class);
        assertThat(spared).isNotDone();
        CLASSES.find("REPL.$Cell910").getField("enough").set(null, true);
        try {
            assertThat(ended(spared)).isNull();
        } finally {
            CLASSES.find("REPL.$Cell910").getField("enough").set(null, false);
            StopChecks.forget(9_111);
        }
    }

    @Test
    void whatIsForgottenIsNotStoppedAnyMore() throws Exception {
        long cell = 9_121;
        StopChecks.stop(cell);
        assertThat(StopChecks.stopping(cell)).isTrue();
        StopChecks.forget(cell);
        assertThat(StopChecks.stopping(cell)).isFalse();
        CLASSES.find("REPL.$Cell910").getField("enough").set(null, true);
        try {
            assertThat(ended(run(cell, "loop", new CountDownLatch(1)))).isNull();
        } finally {
            CLASSES.find("REPL.$Cell910").getField("enough").set(null, false);
        }
    }

    /** Only announced: what the kernel says next belongs to the interrupt, but the code itself has not been stopped yet. */
    @Test
    void aCellThatFillsTheHeapIsStoppedAndKnownToFillIt() {
        long cell = 9_131;
        StopChecks.announceFull(cell);
        assertThat(StopChecks.stopping(cell)).isTrue();
        assertThat(StopChecks.full(cell)).isTrue();
        assertThat(StopChecks.full(9_132)).isFalse();
        StopChecks.forget(cell);
        assertThat(StopChecks.full(cell)).isFalse();
    }

    @Test
    void whatBelongsToNobodyGoesOnAndIsShownBelowTheCellThatRanLast() throws Exception {
        // It is the last one only once it runs.
        var running = new CountDownLatch(1);
        var meant = run(9_141, "loop", running);
        running.await();
        var begun = new CountDownLatch(1);
        var shownBelow = new CompletableFuture<Long>();
        var end = new CompletableFuture<Throwable>();
        var engine = new Thread[1];
        CellScope.as(
                CellScope.NOBODY,
                () ->
                        engine[0] =
                                new Thread(
                                        () -> {
                                            begun.countDown();
                                            shownBelow.complete(CellScope.current());
                                            loop(end);
                                        }));
        engine[0].setDaemon(true);
        engine[0].start();
        begun.await();
        awaitTurning();
        StopChecks.stop(9_141);
        assertThat(ended(meant)).isInstanceOf(CellInterrupted.class);
        assertThat(end).isNotDone();
        assertThat(shownBelow.get()).isEqualTo(9_141);
        CLASSES.find("REPL.$Cell910").getField("enough").set(null, true);
        try {
            assertThat(ended(end)).isNull();
        } finally {
            CLASSES.find("REPL.$Cell910").getField("enough").set(null, false);
            StopChecks.forget(9_141);
        }
    }

    private static void loop(CompletableFuture<Throwable> end) {
        try {
            CLASSES.find("REPL.$Cell910").getMethod("loop").invoke(null);
            end.complete(null);
        } catch (ReflectiveOperationException e) {
            end.complete(e.getCause());
        }
    }
}
