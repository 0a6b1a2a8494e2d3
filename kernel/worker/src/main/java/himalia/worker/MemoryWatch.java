package himalia.worker;

import himalia.link.Link;
import himalia.link.LinkMessage;
import himalia.link.Messages;
import himalia.link.SteadyThread;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;

/**
 * Looks at the heap while cells run. A JVM whose heap is nearly full may collect garbage for minutes before it throws an
 * {@code OutOfMemoryError}; here that is told after seconds. It looks seldom while much is free, and sleeps while nothing
 * runs.
 */
final class MemoryWatch {
    private static final long OFTEN = 10;

    /** In nanoseconds: what has run for so long is not held up by what is made for later. */
    private static final long NO_SMALL_CELL = 150_000_000L;

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

    /** The same where more is free than in a heap that is nearly full: it may all be ends of regions that nothing fits into. */
    private static final long LONGER = 2_000_000_000L;

    private static final double SCARCE = 0.12;

    /** Of the heap: with less free, the kernel asks whether this process still breathes. */
    private static final double TIGHT = 0.2;

    /** In nanoseconds: a collector may hardly get on though more is free than is scarce. */
    private static final long STALLS = 2_000_000_000L;

    private static final long STALLS_FOR_GOOD = 4_000_000_000L;

    private static final double NEARLY_ALL = 0.9;

    /** A little less than what lets the JVM itself give up. */
    private static final double ALL = 0.97;

    /** How long after a thread found no memory its heap may stay so, in nanoseconds: who waits for that thread waits in vain. */
    private static final long IN_VAIN = 8_000_000_000L;

    private final MemoryReserve reserve;
    private final LongConsumer whenFull;
    private final long most = MemoryReserve.MOST;
    private final List<Long> cells = new ArrayList<>();
    private List<GarbageCollectorMXBean> collectors = List.of();
    private Runnable sayLow = () -> {};
    private Runnable sayRoom = () -> {};
    private Runnable rehearseEnd = () -> {};
    private LongPredicate waits = cell -> false;
    private boolean tight;
    private boolean gaveBack;
    private boolean stalls;
    private volatile long began;
    private long asked;
    private boolean asleep;
    private volatile boolean fresh;
    private final CollectedTime whileScarce = new CollectedTime();
    private final CollectedTime whileTight = new CollectedTime();

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

    /**
     * Says who hears of it.
     *
     * @param waits whether the thread of a cell waits for another one
     * @param rehearseEnd does for no cell what ends one
     */
    void tell(Link link, LongPredicate waits, Runnable rehearseEnd) {
        sayLow = link.prepared(new LinkMessage(Messages.LOW, Map.of("heap", most)));
        sayRoom = link.prepared(LinkMessage.of(Messages.ROOM));
        this.waits = waits;
        this.rehearseEnd = rehearseEnd;
    }

    /** From now on, {@code cell} runs. */
    synchronized void begin(long cell) {
        cells.add(cell);
        // What went before is not its doing.
        fresh = true;
        began = System.nanoTime();
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
                if (!comesSoon()) {
                    // The next cell may fill the heap faster than it is looked at.
                    reserve.renew(EARLY);
                    rehearse();
                    awaitCell();
                }
                look();
            } catch (OutOfMemoryError e) {
                reserve.release();
            } catch (LinkageError e) {
                // There is no memory for classes either: the next look may need none.
                reserve.giveBack();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private synchronized boolean comesSoon() throws InterruptedException {
        long end = System.nanoTime() + AFTERWARDS;
        while (cells.isEmpty()) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(Math.min(left, SELDOM));
        }
        return true;
    }

    private synchronized void awaitCell() throws InterruptedException {
        asleep = true;
        while (cells.isEmpty()) {
            wait();
        }
        asleep = false;
    }

    private void look() throws InterruptedException {
        long free = MemoryReserve.free();
        note(free < most * TIGHT);
        if (free > most / 2) {
            reserve.renew(1);
            if (System.nanoTime() - began > NO_SMALL_CELL) {
                rehearse();
            }
            Thread.sleep(SELDOM);
            return;
        }
        rehearse();
        if (free > most / 4 && !stalls) {
            reserve.renewForLargeHeap();
        }
        long now = System.nanoTime();
        judge(free, now, collected());
        if (isInVain(now)) {
            end(waits);
        }
        Thread.sleep(OFTEN);
    }

    /** Has the JVM make what it makes at the first use, which takes a hundred collections where nothing is free. */
    private void rehearse() {
        if (collectors.isEmpty()) {
            // A cycle runs beside the threads, and takes only pauses from them.
            collectors =
                    ManagementFactory.getGarbageCollectorMXBeans().stream()
                            .filter(each -> !each.getName().endsWith("Cycles"))
                            .toList();
            collected();
            rehearseEnd.run();
        }
    }

    /** Tells the kernel before anything here needs memory. */
    private void note(boolean isTight) {
        if (isTight != tight) {
            tight = isTight;
            (tight ? sayLow : sayRoom).run();
        }
    }

    private void judge(long free, long now, long collected) {
        if (fresh) {
            fresh = false;
            gaveBack = false;
            stalls = false;
            whileScarce.begin(now, collected);
            whileTight.begin(now, collected);
            return;
        }
        judgeScarce(free, now, collected);
        judgeTight(now, collected);
    }

    /** A stretch ends where more is free, or when it is long enough to be judged; one pause may fill it. */
    private void judgeScarce(long free, long now, long collected) {
        boolean low = free < most * MemoryReserve.NEARLY_FULL;
        boolean scarce = free < most * SCARCE;
        boolean whole = whileScarce.lasts(low ? LONG_ENOUGH : LONGER, now);
        if (scarce && whole && whileScarce.exceeds(HARDLY_ANYTHING, now, collected)) {
            endUnless(!low && !gaveBack);
            gaveBack = true;
        }
        if (!scarce || whole) {
            whileScarce.begin(now, collected);
        }
    }

    /** The same where a collector runs without a pause long before the last of the heap. */
    private void judgeTight(long now, long collected) {
        boolean whole = whileTight.lasts(stalls ? STALLS_FOR_GOOD : STALLS, now);
        if (tight && whole && whileTight.exceeds(stalls ? ALL : NEARLY_ALL, now, collected)) {
            endUnless(!stalls);
            stalls = true;
        }
        if (!tight || whole) {
            whileTight.begin(now, collected);
        }
    }

    /** What is set aside may be what a healthy cell lacks: it has that first, and is ended if that does not help. */
    private void endUnless(boolean first) {
        if (first) {
            reserve.giveBack();
        } else {
            reserve.release();
            end(cell -> true);
        }
    }

    /** Whether a thread found no memory since the cell began, and there is none yet: looked into seldom, since it takes a collection. */
    private boolean isInVain(long now) {
        long last = Math.max(reserve.released(), asked);
        if (reserve.released() == 0 || reserve.released() - began < 0 || now - last < IN_VAIN) {
            return false;
        }
        asked = now;
        return reserve.isAsThen();
    }

    /** Needs no memory. */
    private synchronized void end(LongPredicate which) {
        for (int i = 0; i < cells.size(); i++) {
            if (which.test(cells.get(i))) {
                whenFull.accept(cells.get(i));
            }
        }
    }

    private long collected() {
        long milliseconds = 0;
        for (int i = 0; i < collectors.size(); i++) {
            milliseconds += collectors.get(i).getCollectionTime();
        }
        return milliseconds;
    }
}
