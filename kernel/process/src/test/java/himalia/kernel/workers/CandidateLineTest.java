package himalia.kernel.workers;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.magics.spi.Candidates;
import himalia.magics.spi.LineSoFar;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Values of magics' parameters that only the worker knows. */
@Timeout(240)
class CandidateLineTest {
    /** Never says anything. */
    public static final class Hanging implements Candidates {
        @Override
        public List<String> of(LineSoFar line) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        }
    }

    /** Knows one. */
    public static final class Knowing implements Candidates {
        @Override
        public List<String> of(LineSoFar line) {
            return List.of("known");
        }
    }

    @Test
    void candidatesThatNeverComeHoldUpNoOthers() {
        try (var worker = new TestWorker()) {
            assertThat(worker.value("1 + 1")).isEqualTo("2");
            var line = new CandidateLine(worker.workers());

            assertThat(ask(line, Hanging.class)).isEmpty();

            assertThat(known(line)).containsExactly("known");
            assertThat(ask(line, Hanging.class)).isEmpty();
            assertThat(known(line)).containsExactly("known");
        }
    }

    /** Asks again, as a front end does: an answer that is late is dropped, and the next one is there. */
    private static List<String> known(CandidateLine line) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        var answer = ask(line, Knowing.class);
        while (answer.isEmpty() && System.nanoTime() - end < 0) {
            answer = ask(line, Knowing.class);
        }
        return answer;
    }

    private static List<String> ask(CandidateLine line, Class<? extends Candidates> source) {
        var answers =
                line.ask(
                        Map.of(
                                "source",
                                source.getName(),
                                "type",
                                "java.lang.String",
                                "lines",
                                List.of(List.of(), List.of()),
                                "variables",
                                List.of()));
        return answers.stream().flatMap(List::stream).distinct().toList();
    }
}
