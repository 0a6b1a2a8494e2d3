package himalia.streaming;

import himalia.display.bundle.Display;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.flink.core.execution.JobClient;

/** Tells a cluster again and again that the session of a job is there: the job of one that was killed is ended there. */
final class Heartbeat {
    /** So many may be lost on the way. */
    private static final int WITHIN_PATIENCE = 6;

    private static final Clock CLOCK = Clock.systemUTC();

    private static final ScheduledExecutorService BEATS =
            Executors.newSingleThreadScheduledExecutor(
                    work -> {
                        var thread =
                                new Thread(null, Display.apart(work), "himalia-beats", 0, false);
                        thread.setDaemon(true);
                        return thread;
                    });

    private Heartbeat() {}

    /** Begins; who knows that the job is over ends it. */
    static Future<?> begin(JobClient job, Duration patience) {
        long pause = Math.max(1, patience.toMillis() / WITHIN_PATIENCE);
        return BEATS.scheduleWithFixedDelay(
                () -> job.reportHeartbeat(CLOCK.millis() + patience.toMillis()),
                0,
                pause,
                TimeUnit.MILLISECONDS);
    }
}
