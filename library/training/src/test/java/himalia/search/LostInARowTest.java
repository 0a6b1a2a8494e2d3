package himalia.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.search.samplers.RandomSearch;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which losses of workers are in a row. */
class LostInARowTest {
    private static final TrialWorkers.News GONE = new TrialWorkers.Gone(0, "worker 0 was killed");

    private final SearchSpace space = SearchSpace.of("x=uniform(-10, 10)");
    private final Study study = Study.minimize(space, new RandomSearch(1));

    /** Two workers whose news, and what becomes of starts, are written down. */
    private static final class Written implements TrialWorkers {
        final Deque<News> news = new ArrayDeque<>();
        final Deque<List<News>> starts = new ArrayDeque<>();
        final Deque<Integer> running = new ArrayDeque<>();

        @Override
        public int count() {
            return 2;
        }

        @Override
        public void begin(int worker, TrialRun trial) {
            running.add(worker);
        }

        @Override
        public News next() {
            if (news.isEmpty()) {
                news.add(end(running.element()));
            }
            return heard().orElseThrow();
        }

        @Override
        public Optional<News> heard() {
            var heard = Optional.ofNullable(news.poll());
            heard.ifPresent(each -> running.remove(each.worker()));
            return heard;
        }

        @Override
        public void answer(int worker, String why) {
            throw new AssertionError("nobody asks");
        }

        @Override
        public Optional<String> lost(int worker) {
            return Optional.empty();
        }

        /** Fails as long as there is something written; the others go on meanwhile. */
        @Override
        public Optional<String> replace(int worker) {
            if (starts.isEmpty()) {
                return Optional.empty();
            }
            news.addAll(starts.remove());
            return Optional.of("worker %d was killed".formatted(worker));
        }

        @Override
        public void close() {
            // There is nothing.
        }
    }

    private void run(Written workers, int trials) {
        var settings =
                new StudySettings(
                        "study",
                        Direction.MINIMIZE,
                        space,
                        new RandomSearch(1),
                        Pruner.none(),
                        Clock.systemUTC(),
                        "");
        try (var live = LiveStudy.start(study, trials)) {
            new ParallelTrials(
                            workers,
                            () -> study.trials().size() < trials,
                            () -> new TrialRun(study, settings, live))
                    .run(() -> {});
        }
    }

    private static TrialWorkers.News end(int worker) {
        return new TrialWorkers.Ended(worker, new TrialOutcome(TrialState.COMPLETE, worker, ""));
    }

    @Test
    void anEndThatWasSaidWhileOthersWereStartedIsHeardBeforeTheirLossIsCounted() {
        var workers = new Written();
        workers.news.add(GONE);
        workers.starts.addAll(List.of(List.of(), List.of(), List.of(end(1)), List.of(), List.of()));

        run(workers, 4);

        assertThat(study.history().of(TrialState.COMPLETE)).hasSize(3);
        assertThat(study.history().of(TrialState.FAIL)).hasSize(1);
        assertThat(workers.starts).isEmpty();
    }

    @Test
    void fourWithoutAnEndBetweenThemAreTooMany() {
        var workers = new Written();
        workers.news.addAll(List.of(GONE, end(1), GONE));
        workers.starts.addAll(List.of(List.of(), List.of()));
        workers.starts.addAll(List.of(List.of(end(1)), List.of(), List.of(), List.of()));

        assertThatThrownBy(() -> run(workers, 9))
                .isInstanceOf(WorkersLost.class)
                .hasMessageStartingWith(
                        "worker 0 was killed, the 4th worker in a row that is lost; ");
        assertThat(workers.starts).isEmpty();
        assertThat(study.history().of(TrialState.RUNNING)).isEmpty();
    }
}
