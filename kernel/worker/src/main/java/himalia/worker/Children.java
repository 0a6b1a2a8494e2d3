package himalia.worker;

/** The processes that cells, magics and libraries have started. */
final class Children {
    /** One that is ended may just have started another. */
    private static final int ROUNDS = 2;

    private Children() {}

    /** Ends them all: without this process nobody knows whose they are. */
    static void end() {
        for (int round = 0; round < ROUNDS; round++) {
            ProcessHandle.current().descendants().toList().forEach(ProcessHandle::destroyForcibly);
        }
    }
}
