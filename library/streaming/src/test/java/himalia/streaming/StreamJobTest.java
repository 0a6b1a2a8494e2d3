package himalia.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.display.bundle.Display;
import java.io.NotSerializableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How a job's end is told, whatever went wrong on the way there. */
@Timeout(120)
class StreamJobTest {
    private static final AtomicBoolean FAILS = new AtomicBoolean();

    private static DataStream<Long> endless() {
        return Streams.generate(1000, i -> i).stream();
    }

    @Test
    void aJobThatCannotBeSentHasFailed() {
        var env = Flink.local();
        env.fromData(1)
                .transform("unsendable", Types.INT, new Unsendable())
                .sinkTo(new DiscardingSink<>());
        assertThatThrownBy(() -> env.execute("unsendable"))
                .hasRootCauseInstanceOf(NotSerializableException.class);
        var job = Flink.job("unsendable");
        assertThat(job.state()).isEqualTo(StreamJob.State.FAILED);
        assertThat(job.failure().orElseThrow()).hasStackTraceContaining("java.lang.Object");
    }

    @Test
    void aJobThatHasJustBegunCanBeStopped(@TempDir Path folder) throws Exception {
        for (int i = 0; i < 3; i++) {
            var job = Streams.start("begun", endless(), each -> {});
            assertThat(job.stop(folder).resolve("_metadata")).exists();
        }
    }

    @Test
    void jobsAreShownAsATable() throws Exception {
        var job = Streams.start("shown", endless(), each -> {});
        assertThat(Display.text(Flink.jobs()))
                .contains("job", "state", "shown", "running", "cluster", "the notebook's");
        job.cancel().await();
    }

    private static final class Unsendable extends AbstractStreamOperator<Integer>
            implements OneInputStreamOperator<Integer, Integer> {
        private static final long serialVersionUID = 1;

        private final Object part = new Object();

        @Override
        public void processElement(StreamRecord<Integer> element) {
            output.collect(element.replace(part.hashCode()));
        }
    }

    @Test
    void aFailureIsToldThoughSomebodyBeganToWaitAndWasInterrupted() throws Exception {
        try (var told = new ToldFailure()) {
            FAILS.set(false);
            var job = Streams.start("late", endless().map(StreamJobTest::failing), i -> {});
            Thread.currentThread().interrupt();
            assertThatThrownBy(job::await).isInstanceOf(InterruptedException.class);
            FAILS.set(true);
            assertThat(told.await()).isInstanceOf(ArithmeticException.class);
        }
    }

    private static long failing(long number) {
        long divisor = FAILS.get() ? 0 : 1;
        return number / divisor;
    }

    @Test
    void aSavepointIsKeptThoughItsSourcesCannotBeNoted(@TempDir Path folder) {
        var theirs = folder.resolve("of another machine");
        new SavedSources(List.of("numbers of Long"), List.of()).write(theirs);
        assertThat(theirs).doesNotExist();
    }

    @Test
    void whoWasInterruptedWhileItStoppedIsToldWhereItsStateIs(@TempDir Path folder)
            throws Exception {
        var came = new CountDownLatch(1);
        var job = Streams.start("saved", endless(), i -> came.countDown());
        came.await();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> job.stop(folder)).isInstanceOf(InterruptedException.class);
        assertThat(job.await().state()).isEqualTo(StreamJob.State.ENDED);
        try (var made = Files.list(folder)) {
            assertThatThrownBy(() -> job.stop(folder))
                    .hasMessage(
                            "job 'saved' is ended already; its state is in %s, and Flink.resume goes on from there"
                                    .formatted(made.findFirst().orElseThrow()));
        }
    }
}
