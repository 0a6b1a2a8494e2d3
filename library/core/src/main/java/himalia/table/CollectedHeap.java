package himalia.table;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/** What the heap held after its last collection, for a JVM that collects when it wants to and not when it is asked. */
final class CollectedHeap {
    private static final String OPTION = "DisableExplicitGC";

    private CollectedHeap() {}

    /** Returns how much more the heap holds than it did then; 0 where it has just been collected, or never was. */
    static long forgotten() {
        if (!isAskedInVain() || !wasCollected()) {
            return 0;
        }
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(CollectedHeap::sinceCollected)
                .sum();
    }

    private static boolean isAskedInVain() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.endsWith(OPTION))
                .reduce((first, last) -> last)
                .filter(("-XX:+" + OPTION)::equals)
                .isPresent();
    }

    private static boolean wasCollected() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .anyMatch(collector -> collector.getCollectionCount() > 0);
    }

    private static long sinceCollected(MemoryPoolMXBean pool) {
        var after = pool.getCollectionUsage();
        // Every collection empties Eden. Another that is said to be empty was left out, and may be
        // full of what is held.
        boolean isKnown = after != null && (after.getUsed() > 0 || pool.getName().contains("Eden"));
        return isKnown ? Math.max(0, pool.getUsage().getUsed() - after.getUsed()) : 0;
    }
}
