package himalia.worker;

import himalia.link.SteadyThread;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Looks at the heap while cells run. A JVM whose heap is nearly full may collect garbage for minutes before it throws an
 * {@code OutOfMemoryError}; here that is told after seconds. It looks seldom while much is free, and sleeps while nothing
 * runs.
 */
final class MemoryWatch {
    private static final long OFTEN = 10;

    /** What a busy thread fills in a millisecond, less than that of any machine. */
    private static final long FILLED = 16 << 20;

    /** In milliseconds, while more than half of the heap is free; oftener the less there is, and in a small heap, which is soon filled. */
    private static final long SELDOM = Math.max(OFTEN, Math.min(100, MemoryReserve.MOST / FILLED));

    /** What is put aside before anybody needs much. */
    private static final int EARLY = 4;

    /** How long it still looks after a cell: most are followed by another. */
    private static final long AFTERWARDS = 1_000_000_000L;

    /** How much of the time goes to collecting where a heap counts as full. */
    private static final double HARDLY_ANYTHING = 0.75;

    /** In nanoseconds. */
    private static final long LONG_ENOUGH = 1_500_000_000L;

    /** How long a heap may be low, after some thread found no memory in it, in nanoseconds: who waits for that one waits in vain. */
    private static final long IN_VAIN = 8_000_000_000L;

    /** A collector whose young generation is a heap of its own leaves a quarter that the old one never gets. */
    private static final double NEARLY_FULL_OF_TWO = 0.25;

    private final MemoryReserve reserve;
    private final LongConsumer whenFull;
    private final long most = MemoryReserve.MOST;
    private final List<Long> cells = new ArrayList<>();
    private List<GarbageCollectorMXBean> collectors = List.of();
    private Runnable sayLow = () -> {};
    private Runnable sayRoom = () -> {};
    private double nearlyFull = MemoryReserve.NEARLY_FULL;
    private long lowSince;
    private boolean asleep;
    private volatile boolean fresh;
    private long since;
    private long collectedSince;

    /**
     * Watches nothing yet.
     *
     * @param whenFull hears which cell fills the heap
     */
    MemoryWatch(MemoryReserve reserve, LongConsumer whenFull) {
        this.reserve = reserve;
        this.whenFull = whenFull;
        new SteadyThread("himalia-memory", this::watch).start();
    }

    /** Says what tells the kernel that the heap is low, and that it has room again; neither needs memory. */
    void tell(Runnable low, Runnable room) {
        sayLow = low;
        sayRoom = room;
    }

    /** From now on, {@code cell} runs. */
    synchronized void begin(long cell) {
        cells.add(cell);
        // What went before is not its doing.
        fresh = true;
        if (asleep) {
            notifyAll();
        }
    }

    synchronized boolean runs(long cell) {
        return cells.contains(cell);
    }

    /** The cell has ended. */
    synchronized void end(long cell) {
        cells.remove(cell);
    }

    private void watch() {
        while (true) {
            try {
                awaitCell();
                look();
            } catch (OutOfMemoryError e) {
                reserve.release();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private synchronized void awaitCell() throws InterruptedException {
        long end = System.nanoTime() + AFTERWARDS;
        while (cells.isEmpty()) {
            long left = (end - System.nanoTime()) / 1_000_000;
            asleep = left <= 0;
            if (asleep) {
                // The next cell may fill the heap faster than it is looked at.
                reserve.renew(EARLY);
            }
            wait(asleep ? 0 : Math.min(left, SELDOM));
        }
        asleep = false;
    }

    private void look() throws InterruptedException {
        long free = MemoryReserve.free();
        boolean low = free < most * nearlyFull;
        note(low);
        if (free > most / 2) {
            reserve.renew(1);
            Thread.sleep(SELDOM);
            return;
        }
        if (collectors.isEmpty()) {
            collectors = List.copyOf(ManagementFactory.getGarbageCollectorMXBeans());
            boolean two = collectors.stream().anyMatch(each -> each.getName().startsWith("PS "));
            nearlyFull = two ? NEARLY_FULL_OF_TWO : MemoryReserve.NEARLY_FULL;
        }
        if (free > most / 4) {
            reserve.renewForLargeHeap();
        }
        judge(low, System.nanoTime(), collected());
        Thread.sleep(OFTEN);
    }

    /** Tells the kernel before anything here needs memory. */
    private void note(boolean low) {
        if (low && lowSince == 0) {
            lowSince = System.nanoTime();
            sayLow.run();
        } else if (!low && lowSince != 0) {
            lowSince = 0;
            sayRoom.run();
        }
    }

    /** A window ends where much is free, or when it is long enough to be judged; one pause may fill it. */
    private void judge(boolean low, long now, long collected) {
        boolean whole = now - since > LONG_ENOUGH;
        boolean busy = (collected - collectedSince) * 1e6 > HARDLY_ANYTHING * (now - since);
        boolean inVain = now - lowSince > IN_VAIN && reserve.isReleased();
        if (low && whole && (busy || inVain) && !fresh) {
            reserve.release();
            running().forEach(whenFull::accept);
        }
        if (!low || whole || fresh) {
            fresh = false;
            since = now;
            collectedSince = collected;
        }
    }

    private synchronized List<Long> running() {
        return List.copyOf(cells);
    }

    private long collected() {
        long milliseconds = 0;
        for (var collector : collectors) {
            milliseconds += collector.getCollectionTime();
        }
        return milliseconds;
    }
}
