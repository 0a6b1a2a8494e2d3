package himalia.streaming;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.flink.runtime.jobmanager.scheduler.NoResourceAvailableException;

/** Says of what Flink refuses in its own words what to do about it in a notebook. */
final class FlinkWords {
    static final String NO_TIME =
            "the events have no time, and windows need one; say .timed(Order::time) on the source, before .stream()";

    private FlinkWords() {}

    /** Returns better words, if there are any. */
    static Optional<RuntimeException> better(Throwable thrown) {
        var said = String.valueOf(thrown.getMessage());
        if (said.startsWith("Record has Long.MIN_VALUE timestamp")) {
            return Optional.of(new IllegalArgumentException(NO_TIME));
        }
        if (said.contains("Cannot map checkpoint/savepoint state")) {
            return Optional.of(
                    new IllegalArgumentException(
                            "the savepoint is of a job with other streams than this one; make the same streams again in the same order, or begin anew with Flink.local(). What .show(…) of windows saved goes on by .show(…) of the same windows, and not by Streams.table or Streams.collect"));
        }
        if (said.startsWith("The new key serializer")) {
            return Optional.of(
                    new IllegalArgumentException(
                            "the savepoint is of a job whose keys are of another type than those of this one; key the same streams by the same, or begin anew with Flink.local()"));
        }
        if (isOfSavepoint(thrown)) {
            return Optional.of(
                    new IllegalArgumentException(
                            "the savepoint cannot be read (%s): it is damaged, or was not copied whole; take another one, or begin anew with Flink.local()"
                                    .formatted(thrown),
                            thrown));
        }
        if (said.startsWith("Reached the end of the collection")) {
            return Optional.of(
                    new IllegalArgumentException(
                            "the savepoint is of a replay of more events than this one has; replay the same ones again, or begin anew with Flink.local()"));
        }
        if (said.equals("Assigned key must not be null!")) {
            return Optional.of(
                    new IllegalArgumentException(
                            "the key of an event is null; leave such events out before, as in orders.filter(order -> order.shop() != null)"));
        }
        return Optional.empty();
    }

    private static boolean isOfSavepoint(Throwable thrown) {
        return thrown instanceof IOException
                && Arrays.stream(thrown.getStackTrace())
                        .anyMatch(each -> each.getMethodName().equals("loadCheckpointMetadata"));
    }

    /** Returns better words for a job that found no slots, and waited for them long enough. */
    static Optional<RuntimeException> noSlots(Throwable thrown, StreamJob job) {
        for (var each = thrown; each != null; each = each.getCause()) {
            if (each instanceof NoResourceAvailableException) {
                return Optional.of(new IllegalStateException(taken(job)));
            }
        }
        return Optional.empty();
    }

    private static String taken(StreamJob job) {
        var names = StreamJobs.runningBeside(job);
        return names.isEmpty()
                ? "job '%s' needs more slots than the %d that the cluster has; Flink.local(1) takes fewest"
                        .formatted(job.name(), KeptCluster.SLOTS)
                : "no slots are free for job '%s': of the %d that the cluster has these jobs hold some: %s; Flink.job(\"%s\").cancel() frees those of one"
                        .formatted(job.name(), KeptCluster.SLOTS, quoted(names), names.get(0));
    }

    private static String quoted(List<String> names) {
        return "'" + String.join("', '", names) + "'";
    }
}
