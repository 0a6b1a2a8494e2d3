package himalia.worker;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.link.LinkMessage;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who is to be stopped is told as long as it does what it is to be stopped at, and no longer. */
@Timeout(60)
class StopDeskTest {
    private final CellThread lane = new CellThread("lane");

    @AfterEach
    void clear() {
        StopDesk.aim(this, List.of());
        lane.abandon();
    }

    private static boolean isWanted(Thread thread) {
        return Arrays.stream(StopDesk.targets).anyMatch(target -> target.thread == thread);
    }

    private <T> CompletableFuture<T> run(long cell, Supplier<T> work) {
        var result = new CompletableFuture<T>();
        var job =
                new CellThread.Job() {
                    @Override
                    public long cell() {
                        return cell;
                    }

                    @Override
                    public LinkMessage run() {
                        result.complete(work.get());
                        return LinkMessage.of("done");
                    }
                };
        lane.run(new PendingRequest(job, new RecordedReply(), new MemoryReserve()));
        return result;
    }

    @Test
    void whatIsMeantForACellIsWithdrawnBeforeTheNextOneBegins() throws Exception {
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        var first =
                run(
                        1,
                        () -> {
                            begun.countDown();
                            awaitQuietly(end);
                            return isWanted(Thread.currentThread());
                        });
        var second = run(2, () -> isWanted(Thread.currentThread()));
        begun.await();
        lane.aim(this, 1, List.of(), false);
        end.countDown();
        assertThat(first.get()).isTrue();
        assertThat(second.get()).isFalse();
    }

    @Test
    void whatComesWhenTheCellHasEndedIsForNobody() throws Exception {
        run(1, () -> true).get();
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        var second =
                run(
                        2,
                        () -> {
                            begun.countDown();
                            awaitQuietly(end);
                            return isWanted(Thread.currentThread())
                                    || Thread.currentThread().isInterrupted();
                        });
        begun.await();
        lane.aim(this, 1, List.of(), false);
        lane.interrupt(1);
        end.countDown();
        assertThat(second.get()).isFalse();
    }

    @Test
    void whatSeveralWantIsWantedUntilTheLastOfThemDoesNot() {
        var thread = Thread.currentThread();
        var other = new Object();
        StopDesk.aim(this, List.of(new StopTarget(thread, "", false)));
        StopDesk.aim(other, List.of(new StopTarget(thread, "", false)));
        StopDesk.aim(this, List.of());
        assertThat(isWanted(thread)).isTrue();
        StopDesk.aim(other, List.of());
        assertThat(isWanted(thread)).isFalse();
    }

    @Test
    void aPoolsThreadIsMeantOnlyWhereItWasSeen() {
        var thread = Thread.currentThread();
        var target = new StopTarget(thread, "REPL.$Cell1.lambda$do_it$$0", false);
        var library = new StackTraceElement("java.math.BigInteger", "pow", null, -1);
        var first = new StackTraceElement("REPL.$Cell1", "lambda$do_it$$0", null, -1);
        var next = new StackTraceElement("REPL.$Cell2", "lambda$do_it$$0", null, -1);
        assertThat(target.isAt(thread, new StackTraceElement[] {library, first})).isTrue();
        assertThat(target.isAt(thread, new StackTraceElement[] {library, next})).isFalse();
        assertThat(target.isAt(thread, new StackTraceElement[] {library})).isFalse();
        assertThat(target.isAt(new Thread(), new StackTraceElement[] {library, first})).isFalse();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
