package himalia.search;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The studies that this process is in the trials of: who runs one a second time would take its trials for left ones. */
final class RunningStudies {
    private static final Set<Object> RUNNING = ConcurrentHashMap.newKeySet();

    private RunningStudies() {}

    /**
     * Runs a study.
     *
     * @param study it, or the file that it is kept in
     * @param words what it is called in the message
     * @throws IllegalStateException if it is run already
     */
    static void during(Object study, String words, Runnable work) {
        if (!RUNNING.add(study)) {
            throw new IllegalStateException(
                    "%s is being run in this kernel, by a job, another thread or one of its own trials; wait for it (%%jobs wait), or stop it, and run the study then"
                            .formatted(words));
        }
        try {
            work.run();
        } finally {
            RUNNING.remove(study);
        }
    }
}
