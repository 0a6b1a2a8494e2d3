package himalia.worker;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/** What this JVM's collectors say of themselves. To ask needs no memory; to make it a little, and classes. */
final class GarbageCollectors {
    /** A cycle runs beside the threads, and takes only pauses from them. */
    private final List<GarbageCollectorMXBean> all =
            ManagementFactory.getGarbageCollectorMXBeans().stream()
                    .filter(each -> !each.getName().endsWith("Cycles"))
                    .toList();

    /** Returns how many milliseconds all collections took. */
    long time() {
        long milliseconds = 0;
        for (int i = 0; i < all.size(); i++) {
            milliseconds += all.get(i).getCollectionTime();
        }
        return milliseconds;
    }

    /** Returns how many collections there were. */
    long count() {
        long count = 0;
        for (int i = 0; i < all.size(); i++) {
            count += all.get(i).getCollectionCount();
        }
        return count;
    }
}
