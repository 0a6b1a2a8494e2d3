package himalia.kernel;

/** Ends the kernel when the server that started it is gone. */
final class ParentWatch {
    private ParentWatch() {}

    /** Begins to watch the process that {@code JPY_PARENT_PID} names, if it names one. */
    static void start(Runnable end) {
        var parent = System.getenv("JPY_PARENT_PID");
        if (parent == null
                || !parent.chars().allMatch(c -> c >= '0' && c <= '9')
                || parent.isEmpty()) {
            return;
        }
        long pid = Long.parseLong(parent);
        if (pid > 1) {
            ProcessHandle.of(pid).ifPresent(handle -> handle.onExit().thenRun(end));
        }
    }
}
