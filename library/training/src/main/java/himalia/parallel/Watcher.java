package himalia.parallel;

/** Hears how a training goes. */
interface Watcher {
    /** The workers are there, at the beginning and whenever one was replaced. */
    default void started(TrainingProcesses processes) {}

    /** So many epochs or rounds are done. */
    default void done(int count) {}
}
