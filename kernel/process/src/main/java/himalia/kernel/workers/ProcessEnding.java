package himalia.kernel.workers;

import java.util.concurrent.TimeUnit;

/** How a process ended, in the words of a person. */
final class ProcessEnding {
    private ProcessEnding() {}

    /** Waits, but not for long, for its end, and says how it came. */
    static String of(Process process) {
        try {
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                return "it does not answer any more";
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "it ended";
        }
        int status = process.exitValue();
        return switch (status) {
            case 134 -> "it was aborted by native code (SIGABRT)";
            case 137 -> "it was killed (SIGKILL); where nobody did, the machine ran out of memory";
            case 139 -> "native code crashed (SIGSEGV)";
            case 143 -> "it was asked to end (SIGTERM)";
            default -> "it ended with status " + status;
        };
    }
}
