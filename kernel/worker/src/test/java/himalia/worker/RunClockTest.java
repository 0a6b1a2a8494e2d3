package himalia.worker;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.link.LinkMessage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RunClockTest {
    @Test
    void itStandsStillBetweenThePartsOfACell() throws InterruptedException {
        RunClock.start();
        long before = RunClock.nanos();
        RunClock.stop();
        TimeUnit.MILLISECONDS.sleep(200);
        RunClock.start();
        long shown = RunClock.nanos() - before;
        assertThat(shown).isBetween(0L, TimeUnit.MILLISECONDS.toNanos(200) - 1);
        TimeUnit.MILLISECONDS.sleep(20);
        assertThat(RunClock.nanos() - before)
                .isGreaterThanOrEqualTo(shown + TimeUnit.MILLISECONDS.toNanos(20));
        RunClock.stop();
    }

    @Test
    void aThreadThatGoesOnForOneThatBlocksHasItsClock() throws Exception {
        var blocked = new CellThread("blocked");
        shown(blocked);
        TimeUnit.MILLISECONDS.sleep(300);
        long before = shown(blocked);
        long after = shown(blocked.successor("fresh"));
        assertThat(after - before).isBetween(0L, TimeUnit.MILLISECONDS.toNanos(299));
    }

    private static long shown(CellThread thread) throws Exception {
        var answer = new RecordedReply();
        var job =
                new CellThread.Job() {
                    @Override
                    public long cell() {
                        return 1;
                    }

                    @Override
                    public LinkMessage run() {
                        RunClock.start();
                        try {
                            return LinkMessage.of(Long.toString(RunClock.nanos()));
                        } finally {
                            RunClock.stop();
                        }
                    }
                };
        thread.run(new PendingRequest(job, answer, new MemoryReserve()));
        return Long.parseLong(answer.get());
    }
}
