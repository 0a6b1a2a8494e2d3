package himalia.worker;

import com.sun.management.ThreadMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What this JVM's collectors say of themselves. To ask needs no memory; to make it a little, and classes. */
final class GarbageCollectors {
    /** A cycle runs beside the threads, and takes only pauses from them. */
    private final List<GarbageCollectorMXBean> all =
            ManagementFactory.getGarbageCollectorMXBeans().stream()
                    .filter(each -> !each.getName().endsWith("Cycles"))
                    .toList();

    /** What the JVM says of threads; of memory that they were given not every JVM does. */
    private final @Nullable ThreadMXBean threads =
            ManagementFactory.getThreadMXBean() instanceof ThreadMXBean bean
                            && bean.isThreadAllocatedMemorySupported()
                            && bean.isThreadAllocatedMemoryEnabled()
                    ? bean
                    : null;

    /** Looks at the heap, and at what a thread was given of it; 0 is none. */
    void look(HeapLook look, long thread) {
        look.now = System.nanoTime();
        look.collected = time();
        look.collections = count();
        look.allocated =
                threads == null || thread == 0 ? 0 : threads.getThreadAllocatedBytes(thread);
        // Last: what is free is told of the collections that were counted, or of a later one.
        look.free = MemoryReserve.free();
    }

    /** Returns how many milliseconds all collections took. */
    long time() {
        long milliseconds = 0;
        for (int i = 0; i < all.size(); i++) {
            milliseconds += all.get(i).getCollectionTime();
        }
        return milliseconds;
    }

    private long count() {
        long count = 0;
        for (int i = 0; i < all.size(); i++) {
            count += all.get(i).getCollectionCount();
        }
        return count;
    }
}
