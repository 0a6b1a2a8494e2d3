package himalia.search;

import himalia.display.bundle.Interrupts;
import java.util.Comparator;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Trials at the same time, each by a worker; one thread keeps the study.
 *
 * <p>Workers that are lost are counted in the order in which it hears of them, and anew where it hears that a trial has ended otherwise. Before
 * one that is lost while it starts is counted, all is heard that was said until then: a start takes seconds, in which nobody listens.
 */
final class ParallelTrials {
    /** So many workers lost without a trial that ends between them are no accident. */
    private static final int MOST = 3;

    private final TrialWorkers workers;
    private final BooleanSupplier hasMore;
    private final Supplier<TrialRun> beginning;
    private final Map<Integer, TrialRun> running = new TreeMap<>();
    private final Set<Integer> gone = new TreeSet<>();
    private int lost;

    /**
     * Prepares them.
     *
     * @param hasMore whether there is a trial to begin
     * @param beginning begins it
     */
    ParallelTrials(TrialWorkers workers, BooleanSupplier hasMore, Supplier<TrialRun> beginning) {
        this.workers = workers;
        this.hasMore = hasMore;
        this.beginning = beginning;
    }

    /**
     * Runs them; where that is broken off, those that run are cut short.
     *
     * @param ended is called whenever one has ended
     */
    void run(Runnable ended) {
        try {
            for (int worker = 0; worker < workers.count(); worker++) {
                int number = worker;
                workers.lost(worker).ifPresent(why -> check(new TrialWorkers.Gone(number, why)));
            }
            begin(ended);
            while (!running.isEmpty()) {
                if (hear(workers.next())) {
                    ended.run();
                    begin(ended);
                }
            }
        } catch (RuntimeException | Error e) {
            workers.close();
            cutShort(e);
            throw e;
        }
    }

    /** Those that are there come first: one that is to be started may be lost, too. */
    private void begin(Runnable ended) {
        var free = free();
        while (free.isPresent() && hasMore.getAsBoolean()) {
            int worker = free.getAsInt();
            if (!gone.contains(worker) || isReplaced(worker, ended)) {
                var trial = beginning.get();
                running.put(worker, trial);
                workers.begin(worker, trial);
            }
            free = free();
        }
    }

    private OptionalInt free() {
        return IntStream.range(0, workers.count())
                .boxed()
                .filter(worker -> !running.containsKey(worker))
                .min(Comparator.comparing(gone::contains))
                .stream()
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    /** One that is lost while it starts is lost as any other. */
    private boolean isReplaced(int worker, Runnable ended) {
        var why = workers.replace(worker);
        if (why.isEmpty()) {
            gone.remove(worker);
            return true;
        }
        for (var news = workers.heard(); news.isPresent(); news = workers.heard()) {
            if (hear(news.get())) {
                ended.run();
            }
        }
        lose(why.get());
        return false;
    }

    /** Returns whether a trial is over. */
    private boolean hear(TrialWorkers.News news) {
        var trial = running.get(news.worker());
        if (news instanceof TrialWorkers.Reported report && trial != null) {
            var why = trial.report(report.step(), report.value());
            workers.answer(report.worker(), why.orElse(""));
        } else if (news instanceof TrialWorkers.Over over) {
            if (trial != null) {
                running.remove(over.worker());
                trial.end(over.outcome());
            }
            check(over);
            return true;
        }
        return false;
    }

    private void check(TrialWorkers.Over over) {
        if (over instanceof TrialWorkers.Gone loss) {
            gone.add(loss.worker());
            lose(loss.why());
            return;
        }
        lost = 0;
        if (over instanceof TrialWorkers.Stopped stopped) {
            if (stopped.cause() instanceof Error error) {
                throw error;
            }
            if (stopped.cause() instanceof RuntimeException e) {
                throw e;
            }
            throw new IllegalStateException(stopped.cause());
        }
    }

    private void lose(String why) {
        lost++;
        if (lost > MOST) {
            throw new WorkersLost(
                    "%s, the %dth worker in a row that is lost; search by fewer, or by one in this process to see what ends them"
                            .formatted(why, lost),
                    null);
        }
    }

    private void cutShort(Throwable cause) {
        var why = Interrupts.threw(cause) ? TrialRecord.INTERRUPTED : TrialRecord.ENDED;
        for (var trial : running.values()) {
            try {
                trial.cutShort(why);
            } catch (RuntimeException e) {
                cause.addSuppressed(e);
            }
        }
    }
}
