package himalia.search;

import himalia.parallel.WorkerPool;
import java.util.Optional;

/** Processes of this machine that try the settings of a trainer. */
final class TrialProcesses implements TrialWorkers {
    private final WorkerPool pool;

    private TrialProcesses(WorkerPool pool) {
        this.pool = pool;
    }

    static TrialProcesses start(int count, TrainerSearch search) {
        return new TrialProcesses(
                WorkerPool.start(count, TrialTask.class, SentSearch.bytes(search)));
    }

    @Override
    public int count() {
        return pool.count();
    }

    @Override
    public void begin(int worker, TrialRun trial) {
        pool.begin(worker, TrialWire.order(trial));
    }

    @Override
    public News next() {
        var event = pool.next();
        return switch (event.kind()) {
            case ASKS -> TrialWire.report(event.worker(), event.body());
            case DONE -> new Ended(event.worker(), TrialWire.outcome(event.body()));
            case FAILED -> new Ended(event.worker(), TrialOutcome.failed(event.words()));
            case LOST -> new Gone(event.worker(), event.words());
        };
    }

    @Override
    public void answer(int worker, String why) {
        pool.answer(worker, TrialWire.answer(why));
    }

    @Override
    public Optional<String> replace(int worker) {
        try {
            pool.replace(worker);
            return Optional.empty();
        } catch (IllegalStateException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
