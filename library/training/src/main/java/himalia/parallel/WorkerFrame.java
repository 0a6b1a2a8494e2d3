package himalia.parallel;

/**
 * What the processes say to each other.
 *
 * @param kind what it means
 * @param round which order it belongs to: what is left of one that was broken off is known by it
 */
record WorkerFrame(Kind kind, int round, byte[] body) {
    static final byte[] EMPTY = {};

    /** What a frame means. */
    enum Kind {
        /** To a worker: who it is, and what it works on. */
        TASK,
        /** To a worker: at which ports the others listen. */
        PEERS,
        /** To a worker: do this. */
        WORK,
        /** From a worker, in the middle of its work: what it has found. */
        PUSH,
        /** To a worker that has pushed: go on with this. */
        PULL,
        /** From a worker: its work is done. */
        DONE,
        /** From a worker: another one is gone. */
        CUT_OFF,
        /** From a worker: its work failed, and why. */
        FAILED,
        /** From a worker: it lives. */
        BEAT,
        /** Between workers: numbers. */
        NUMBERS
    }
}
