package himalia.search;

import himalia.display.bundle.Display;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;

/** Threads of this process that try settings, for objectives that no other process can be told. */
final class TrialThreads implements TrialWorkers {
    private final StudyObjective objective;
    private final BlockingQueue<News> news = new LinkedBlockingQueue<>();
    private final List<Place> places = new ArrayList<>();
    private volatile boolean isOver;

    /** A thread, what it is to do next, and what its trial is told. */
    private record Place(
            Thread thread, BlockingQueue<Trial> trials, BlockingQueue<String> answers) {}

    TrialThreads(int count, StudyObjective objective) {
        this.objective = objective;
        for (int worker = 0; worker < count; worker++) {
            int number = worker;
            var trials = new LinkedBlockingQueue<Trial>();
            var thread = new Thread(() -> follow(number, trials), "himalia-trials-" + number);
            thread.setDaemon(true);
            places.add(new Place(thread, trials, new LinkedBlockingQueue<>()));
        }
        places.forEach(place -> place.thread().start());
    }

    private void follow(int worker, BlockingQueue<Trial> trials) {
        try {
            while (!isOver) {
                news.add(outcome(worker, trials.take()));
            }
        } catch (InterruptedException e) {
            if (!isOver) {
                news.add(new Stopped(worker, interrupted(e)));
            }
        }
    }

    private News outcome(int worker, Trial trial) {
        try {
            return new Ended(
                    worker,
                    TrialOutcome.of(each -> Display.part(() -> objective.value(each)), trial));
        } catch (RuntimeException | Error stop) {
            // Whatever it is, somebody waits for news of this trial.
            return new Stopped(worker, stop);
        }
    }

    @Override
    public int count() {
        return places.size();
    }

    @Override
    public void begin(int worker, TrialRun run) {
        places.get(worker)
                .trials()
                .add(
                        new Trial(
                                run.number(),
                                run.space(),
                                run.settings(),
                                (step, value) -> report(worker, step, value)));
    }

    private void report(int worker, int step, double value) {
        checkOver();
        news.add(new Reported(worker, step, value));
        try {
            var why = places.get(worker).answers().take();
            checkOver();
            if (!why.isEmpty()) {
                throw new TrialPruned(why);
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** A trial that has not heard the interrupt is not to go on behind the cells. */
    private void checkOver() {
        if (isOver) {
            throw new CancellationException("the search is over");
        }
    }

    @Override
    public News next() {
        try {
            return news.take();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    @Override
    public Optional<News> heard() {
        return Optional.ofNullable(news.poll());
    }

    private static CancellationException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        var interrupted = new CancellationException("interrupted");
        interrupted.initCause(cause);
        return interrupted;
    }

    @Override
    public void answer(int worker, String why) {
        places.get(worker).answers().add(why);
    }

    @Override
    public Optional<String> lost(int worker) {
        return Optional.empty();
    }

    @Override
    public Optional<String> replace(int worker) {
        throw new IllegalStateException("thread " + worker + " cannot be gone");
    }

    @Override
    public void close() {
        isOver = true;
        for (var place : places) {
            place.thread().interrupt();
            place.answers().add("");
        }
    }
}
