package himalia.worker;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.link.LinkMessage;
import himalia.link.LinkReply;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LanesTest {
    private final Lanes lanes = new Lanes(() -> {});
    private final MemoryReserve reserve = new MemoryReserve();

    private interface Work {
        String run() throws Throwable;
    }

    private RecordedReply run(String lane, long cell, Work work) {
        var answer = new RecordedReply();
        lanes.run(lane, new PendingRequest(job(cell, work), answer, reserve));
        return answer;
    }

    private static CellThread.Job job(long cell, Work work) {
        return new CellThread.Job() {
            @Override
            public long cell() {
                return cell;
            }

            @Override
            public LinkMessage run() throws Throwable {
                return LinkMessage.of(work.run());
            }

            @Override
            public LinkMessage failed(Throwable thrown) {
                return LinkMessage.of(thrown.getClass().getSimpleName());
            }
        };
    }

    @Test
    void theJobsOfALaneRunOneAfterTheOther() throws Exception {
        var go = new CountDownLatch(1);
        var order = new ArrayList<String>();
        run(
                Lanes.MAIN,
                1,
                () -> {
                    go.await();
                    order.add("first");
                    return "done";
                });
        var second =
                run(
                        Lanes.MAIN,
                        2,
                        () -> {
                            order.add("second");
                            return "done";
                        });
        assertThat(lanes.busy()).isTrue();
        go.countDown();
        assertThat(second.get()).isEqualTo("done");
        assertThat(order).isEqualTo(List.of("first", "second"));
    }

    @Test
    void whoHasAnsweredIsNotBusyAnyMore() throws Exception {
        var busy = new CompletableFuture<Boolean>();
        var goesOn = new CountDownLatch(1);
        var reply =
                new LinkReply() {
                    @Override
                    public void send(LinkMessage answer) {
                        // Whoever hears it may ask the next thing before this thread has ended.
                        busy.complete(lanes.busy());
                        await(goesOn);
                    }

                    @Override
                    public void refuse(String why) {}

                    @Override
                    public void refuseForMemory() {}

                    @Override
                    public boolean answered() {
                        return busy.isDone();
                    }
                };
        lanes.run(Lanes.MAIN, new PendingRequest(job(1, () -> "done"), reply, reserve));
        assertThat(busy.get(30, TimeUnit.SECONDS)).isFalse();
        goesOn.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aLaneDoesNotWaitForAnother() throws Exception {
        var go = new CountDownLatch(1);
        var main =
                run(
                        Lanes.MAIN,
                        1,
                        () -> {
                            go.await();
                            return "main";
                        });
        assertThat(run(Lanes.COMMS, 1, () -> "comms").get()).isEqualTo("comms");
        assertThat(run("subshell", 2, () -> "subshell").get()).isEqualTo("subshell");
        assertThat(main.answered()).isFalse();
        go.countDown();
        assertThat(main.get()).isEqualTo("main");
    }

    @Test
    void anInterruptReachesTheCellThatItIsFor() throws Exception {
        var started = new CountDownLatch(2);
        var go = new CountDownLatch(1);
        var meant =
                run(
                        Lanes.MAIN,
                        1,
                        () -> {
                            started.countDown();
                            Thread.sleep(60_000);
                            return "slept";
                        });
        var other =
                run(
                        "subshell",
                        2,
                        () -> {
                            started.countDown();
                            go.await();
                            return "not meant";
                        });
        started.await();
        lanes.interrupt(1);
        assertThat(meant.get()).isEqualTo("InterruptedException");
        go.countDown();
        assertThat(other.get()).isEqualTo("not meant");
        StopChecks.forget(1);
    }

    @Test
    void aLaneThatIsRetiredStillDoesWhatItWasGiven() throws Exception {
        var go = new CountDownLatch(1);
        var given =
                run(
                        "subshell",
                        1,
                        () -> {
                            go.await();
                            return "done";
                        });
        lanes.retire("subshell");
        go.countDown();
        assertThat(given.get()).isEqualTo("done");
        assertThat(run("subshell", 2, () -> "anew").get()).isEqualTo("anew");
    }
}
