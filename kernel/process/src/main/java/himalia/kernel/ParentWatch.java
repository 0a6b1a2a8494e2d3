package himalia.kernel;

import java.util.Optional;

/** Watches the server that started this kernel, which {@code JPY_PARENT_PID} names: the kernel ends with it. */
final class ParentWatch {
    private final Optional<Long> pid;
    private final Optional<ProcessHandle> parent;

    private ParentWatch(Optional<Long> pid) {
        this.pid = pid;
        this.parent = pid.flatMap(ProcessHandle::of);
    }

    static ParentWatch ofEnvironment() {
        return new ParentWatch(
                Optional.ofNullable(System.getenv("JPY_PARENT_PID"))
                        .filter(text -> text.matches("[0-9]{1,18}"))
                        .map(Long::parseLong)
                        .filter(number -> number > 1));
    }

    /** Returns the number of the server that had ended before anybody could watch it. */
    Optional<Long> missing() {
        return parent.isPresent() ? Optional.empty() : pid;
    }

    /** Calls back when the server ends. */
    void watch(Runnable end) {
        parent.ifPresent(handle -> handle.onExit().thenRun(end));
    }
}
