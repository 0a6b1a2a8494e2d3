package himalia.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** By which names jobs are found, and when one is over for who waits. */
@Timeout(120)
class StreamNamesTest {
    private static DataStream<Long> endless() {
        return Streams.generate(100, i -> i).stream();
    }

    private static DataStream<Integer> brief() {
        return Flink.local().fromData(1);
    }

    @Test
    void aCellThatRunsTwiceIsRefusedWhileTheFirstJobRuns() throws Exception {
        var first = Streams.start("cnt", endless(), i -> {});
        var refused =
                "stream job 'cnt' runs already; Flink.job(\"cnt\").cancel() ends it, or take another name";
        assertThatThrownBy(() -> Streams.start("cnt", endless(), i -> {})).hasMessage(refused);
        assertThatThrownBy(() -> Streams.show("cnt", endless())).hasMessage(refused);
        assertThat(Flink.job("cnt")).isSameAs(first);
        assertThat(first.cancel()).isSameAs(first);
        // It is waited for, not refused.
        var second = Streams.start("cnt", endless(), i -> {});
        assertThat(first.state()).isEqualTo(StreamJob.State.ENDED);
        assertThat(Flink.job("cnt")).isSameAs(second);
        assertThat(second.cancel().await()).hasToString("stream job 'cnt': ended");
    }

    @Test
    void oneThatIsOverFreesItsNameAndCancellingItSaysSo() throws Exception {
        var first = Streams.start("once", brief(), i -> {}).await();
        assertThat(first.cancel()).hasToString("stream job 'once': finished");
        var second = Streams.start("once", brief(), i -> {}).await();
        assertThat(second.name()).isEqualTo("once");
        assertThat(Flink.job("once")).isSameAs(second);
        assertThat(Flink.jobs()).contains(first, second);
    }

    @Test
    void withoutANameItIsCalledStreamAndWindowsAreCalledWindows() throws Exception {
        assertThat(Streams.show(brief()).await().name()).isEqualTo("stream");
        assertThat(Streams.start(brief(), i -> {}).await().name()).isEqualTo("stream");
        var windows =
                Windows.sessions(Duration.ofMillis(5))
                        .over(
                                Streams.replay(Joins.events()).timed(Joins.Event::time).stream(),
                                Joins.Event::key);
        assertThat(windows.show().await().name()).isEqualTo("windows");
    }

    @Test
    void whatIsDoneAtItsEndIsDoneBeforeWhoWaitsGoesOn() throws Exception {
        var begun = new CountDownLatch(1);
        var done = new AtomicBoolean();
        var never = new CountDownLatch(1);
        var job =
                Streams.start(
                        "drawn",
                        brief(),
                        i -> {
                            try {
                                begun.await();
                            } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                        });
        job.whenOver(
                () -> {
                    try {
                        done.set(!never.await(300, TimeUnit.MILLISECONDS));
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                });
        begun.countDown();
        job.await();
        assertThat(done).isTrue();
    }
}
