package himalia.search;

import himalia.parallel.PoolEvent;
import himalia.parallel.WorkerPool;
import java.util.Optional;
import java.util.concurrent.CancellationException;

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
        return told(pool.next());
    }

    @Override
    public Optional<News> heard() {
        return pool.heard().map(TrialProcesses::told);
    }

    private static News told(PoolEvent event) {
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
        } catch (CancellationException e) {
            // This is an IllegalStateException, too.
            throw e;
        } catch (IllegalStateException e) {
            throw new WorkersLost(String.valueOf(e.getMessage()), e);
        }
        return lost(worker);
    }

    @Override
    public Optional<String> lost(int worker) {
        return pool.lost(worker);
    }

    @Override
    public void close() {
        pool.close();
    }
}
