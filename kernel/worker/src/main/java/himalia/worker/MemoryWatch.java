package himalia.worker;

import himalia.link.Link;
import himalia.link.LinkMessage;
import himalia.link.Messages;
import himalia.link.SteadyThread;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the heap while cells run. A JVM whose heap is nearly full may collect garbage for minutes before it throws an
 * {@code OutOfMemoryError}; here that is told after seconds. It looks seldom while much is free, and sleeps while nothing
 * runs.
 */
final class MemoryWatch {
    private static final long OFTEN = 10;

    /** In nanoseconds: what has run for so long is not held up by what is made for later. */
    private static final long NO_SMALL_CELL = 150_000_000L;

    /** Of the heap: with less free, what runs may fill it before long. */
    private static final double UNTOUCHED = 0.875;

    /** What a busy thread fills in a millisecond, less than that of any machine. */
    private static final long FILLED = 16 << 20;

    /** In milliseconds, while more than half of the heap is free; oftener the less there is, and in a small heap, which is soon filled. */
    private static final long SELDOM = Math.max(OFTEN, Math.min(100, MemoryReserve.MOST / FILLED));

    /** What is put aside before anybody needs much. */
    private static final int EARLY = 4;

    /** How long it still looks after a cell: most are followed by another. */
    private static final long AFTERWARDS = 1_000_000_000L;

    /** Of the heap: with more free than that, it is not tight any more. */
    private static final double ROOMY = 0.25;

    /** How long after a thread found no memory its heap may stay so, in nanoseconds: who waits for that thread waits in vain. */
    private static final long IN_VAIN = 6_000_000_000L;

    private final MemoryReserve reserve;
    private final LongConsumer whenFull;
    private final long most = MemoryReserve.MOST;
    private final List<Long> cells = new ArrayList<>();
    private final HeapJudge judge = new HeapJudge(MemoryReserve.MOST);
    private final HeapLook look = new HeapLook();
    private volatile @Nullable GarbageCollectors collectors;
    private Runnable sayLow = () -> {};
    private Runnable sayRoom = () -> {};
    private Runnable rehearseEnd = () -> {};
    private LongPredicate waits = cell -> false;
    private final HeapWarning warning = new HeapWarning();
    private final LongPredicate all = cell -> true;
    private final LongPredicate none = cell -> false;
    private boolean tight;
    private boolean endRehearsed;
    private boolean rehearsed;
    private volatile long began;
    private volatile long thread;
    private long asked;

    /** When the cell began in which a thread found none. */
    private long spentFor;

    private boolean asleep;
    private volatile boolean fresh;

    /**
     * Watches nothing yet.
     *
     * @param whenFull hears which cell fills the heap
     */
    MemoryWatch(MemoryReserve reserve, LongConsumer whenFull) {
        this.reserve = reserve;
        this.whenFull = whenFull;
    }

    /**
     * Says who hears of it, and begins.
     *
     * @param waits whether the thread of a cell waits for another one
     * @param rehearseEnd does for no cell what ends one
     */
    void tell(Link link, LongPredicate waits, Runnable rehearseEnd) {
        sayLow = link.prepared(new LinkMessage(Messages.LOW, Map.of("heap", most)));
        sayRoom = link.prepared(LinkMessage.of(Messages.ROOM));
        this.waits = waits;
        this.rehearseEnd = rehearseEnd;
        new SteadyThread("himalia-memory", this::watch).start();
    }

    /** From now on, {@code cell} runs, on the calling thread. */
    synchronized void begin(long cell) {
        if (cells.isEmpty()) {
            // What went before is not its doing.
            began = System.nanoTime();
            thread = Thread.currentThread().getId();
            fresh = true;
        }
        cells.add(cell);
        if (asleep) {
            notifyAll();
        }
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
                rest();
            } catch (RuntimeException | Error e) {
                // There is no memory for classes, nor to tell that: the next look may need none.
                reserve.giveBack();
                rest();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static void rest() {
        try {
            Thread.sleep(SELDOM);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
        note(free < most * (tight ? ROOMY : HeapJudge.TIGHT));
        if (free > most * HeapJudge.TIGHT) {
            warning.takeBack();
        }
        warning.look();
        if (free > most / 2) {
            reserve.renew(1);
            if (free < most * UNTOUCHED || System.nanoTime() - began > NO_SMALL_CELL) {
                rehearse();
            }
            Thread.sleep(SELDOM);
            return;
        }
        rehearse();
        if (free > most / 4 && !judge.wasShort()) {
            reserve.renewForLargeHeap();
        }
        judge();
        long whose = began;
        if (isInVain(System.nanoTime()) && whose == began) {
            end(waits);
        }
        Thread.sleep(OFTEN);
    }

    /** Has the JVM make what it makes at the first use, which takes a hundred collections where nothing is free. */
    private void rehearse() {
        if (rehearsed) {
            return;
        }
        try {
            if (!endRehearsed) {
                rehearseEnd.run();
                end(none);
                endRehearsed = true;
            }
            var made = new GarbageCollectors();
            made.look(look, thread);
            look.free = most;
            judge.of(look);
            collectors = made;
            rehearsed = true;
        } catch (OutOfMemoryError e) {
            // Once more at the next look.
            reserve.release();
        } catch (Error e) {
            // What found no memory when it was made cannot be made any more: it goes without.
            rehearsed = true;
            throw e;
        }
    }

    /** Tells the kernel before anything here needs memory. */
    private void note(boolean isTight) {
        if (isTight != tight) {
            (isTight ? sayLow : sayRoom).run();
            tight = isTight;
        }
    }

    private void judge() {
        long whose = began;
        var from = collectors;
        if (from == null) {
            return;
        }
        from.look(look, thread);
        if (fresh) {
            fresh = false;
            warning.takeBack();
            judge.begin(look);
            return;
        }
        var verdict = judge.of(look);
        // A switch over them would have a class made in a full heap.
        if (verdict == HeapJudge.Verdict.SHORT) {
            reserve.giveBack();
        }
        if (verdict == HeapJudge.Verdict.FULL) {
            full(whose);
        }
    }

    /** Warns who fills it, or ends him; what was let go of since it was looked at is free behind a collection. */
    private synchronized void full(long since) {
        if (since != began || !MemoryReserve.isFull() || warning.waits(look.collections)) {
            return;
        }
        if (warning.isGiven()) {
            reserve.release();
            end(all);
            return;
        }
        reserve.giveBack();
        for (int i = 0; i < cells.size(); i++) {
            warning.give(cells.get(i), look.collections);
        }
        // What was collected so far led to this; to more leads only what is collected from now on.
        judge.begin(look);
    }

    /** Whether a thread found no memory since the cell began, and there is none yet: looked into seldom, since it takes a collection. */
    private boolean isInVain(long now) {
        boolean isSpent = reserve.released() != 0 && reserve.released() - began > 0;
        if (!isSpent || spentFor != began) {
            // Others may die after the first: who waits for them waits no longer for that.
            spentFor = isSpent ? began : 0;
            asked = reserve.released();
            return false;
        }
        if (now - asked < IN_VAIN) {
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

    /** Returns how many milliseconds went to collecting; negative while nobody knows. */
    long collected() {
        var from = collectors;
        return from == null ? -1 : from.time();
    }
}
