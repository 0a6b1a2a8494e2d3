package himalia.remote;

import himalia.display.bundle.Given;

/**
 * What a cluster said that it has.
 *
 * <pre>{@code
 * ClusterAddress.of("localhost:8081").overview().freeSlots();   // 4
 * }</pre>
 *
 * @param address where it is
 * @param version of Flink
 * @param taskManagers how many processes do the work
 * @param slots how many tasks they have room for
 * @param freeSlots how many of these no job has
 * @param jobs how many run
 */
public record ClusterOverview(
        ClusterAddress address,
        String version,
        int taskManagers,
        int slots,
        int freeSlots,
        int jobs) {
    /** Checks them. */
    public ClusterOverview {
        Given.given(address, "address");
        Given.given(version, "version");
    }

    @Override
    public String toString() {
        return "Flink %s at %s: %s, %d of %s free, %s"
                .formatted(
                        version,
                        address,
                        counted(taskManagers, "task manager"),
                        freeSlots,
                        counted(slots, "slot"),
                        jobs == 0 ? "no job runs" : counted(jobs, "job") + " run");
    }

    private static String counted(int of, String what) {
        return of + " " + what + (of == 1 ? "" : "s");
    }
}
