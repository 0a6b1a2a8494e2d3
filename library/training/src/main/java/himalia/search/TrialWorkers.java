package himalia.search;

import java.util.Optional;

/** Who tries settings, several at the same time; whoever asks them is one thread. */
interface TrialWorkers extends AutoCloseable {
    /** What one of them has to say. */
    sealed interface News {
        /** Returns the number of the one that says it. */
        int worker();
    }

    /** It is on its way, and waits for {@link #answer}. */
    record Reported(int worker, int step, double value) implements News {}

    /** Its trial is over. */
    sealed interface Over extends News {
        TrialOutcome outcome();
    }

    /** It has come to its end. */
    record Ended(int worker, TrialOutcome outcome) implements Over {}

    /** It is gone, and its trial with it. */
    record Gone(int worker, String why) implements Over {
        @Override
        public TrialOutcome outcome() {
            return TrialOutcome.failed(why);
        }
    }

    /** It was interrupted, or has no memory, and the search ends with it. */
    record Stopped(int worker, Throwable cause) implements Over {
        @Override
        public TrialOutcome outcome() {
            return TrialOutcome.stopped(cause);
        }
    }

    int count();

    /** Gives one that has nothing to do a trial. */
    void begin(int worker, TrialRun trial);

    /** Waits for what happens next. */
    News next();

    /** Returns what was said and is not heard yet; empty for nothing. */
    Optional<News> heard();

    /**
     * Answers one that has reported.
     *
     * @param why its trial is to end; empty for none
     */
    void answer(int worker, String why);

    /** Returns why one was gone before it could begin; empty for one that was not. */
    Optional<String> lost(int worker);

    /** Puts another one in the place of one that is gone; returns why that one is {@link #lost}, too. */
    Optional<String> replace(int worker);

    @Override
    void close();

    /** Makes so many: processes for what can be told to one, and threads of this process for code of cells. */
    static TrialWorkers of(int count, StudyObjective objective) {
        return objective instanceof TrainerSearch search
                ? TrialProcesses.start(count, search)
                : new TrialThreads(count, objective);
    }
}
