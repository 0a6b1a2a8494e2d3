package himalia.sampling.drawing;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.InterruptCheck;
import himalia.table.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collector;
import java.util.stream.Stream;

/**
 * A fair sample of what passes by, however much that will be: at any time, each thing seen is in it with the same chance.
 *
 * <pre>{@code
 * var reservoir = new Reservoir<String>(2, 42);
 * List.of("a", "b", "c", "d").forEach(reservoir::add);
 * reservoir.items()    // two of the four
 * reservoir.seen()     // 4
 * List.of(1, 2, 3).stream().collect(Reservoir.of(2, 42)).items()
 * }</pre>
 *
 * <p>Algorithm R of Vitter (1985): item number <i>i</i> takes a place by chance of <i>i</i> if that is one of the reservoir's.
 *
 * <p>One thread at a time; two reservoirs, of two parts of a stream, are merged into one of both.
 */
public final class Reservoir<T> {
    private final int size;
    private final RandomGenerator random;
    private final List<T> items = new ArrayList<>();
    private long seen;

    /** Keeps up to {@code size} items, drawn by a seed's numbers. */
    public Reservoir(int size, long seed) {
        this(size, Seeds.random(seed));
    }

    /** Keeps up to {@code size} items, drawn by {@code random}. */
    public Reservoir(int size, RandomGenerator random) {
        Draws.checkSize("size", size);
        this.size = size;
        this.random = given(random, "random");
    }

    /**
     * Returns what collects a stream. One that is made anew draws the same of the same sequential stream; one that is used again
     * draws anew, and a parallel stream is fair, but draws by its parts.
     */
    public static <T> Collector<T, ?, Reservoir<T>> of(int size, long seed) {
        Draws.checkSize("size", size);
        var seeds = new SplittableRandom(seed);
        return Collector.of(
                () -> {
                    synchronized (seeds) {
                        return new Reservoir<T>(size, seeds.split());
                    }
                },
                Reservoir::add,
                Reservoir::merge,
                Collector.Characteristics.UNORDERED);
    }

    /** Lets one item pass by. */
    public void add(T item) {
        seen++;
        if (items.size() < size) {
            items.add(item);
            return;
        }
        long place = seen <= Integer.MAX_VALUE ? random.nextInt((int) seen) : random.nextLong(seen);
        if (place < size) {
            items.set((int) place, item);
        }
    }

    /** Lets all items of an iterator pass by; after an interrupt it holds a sample of those that did. */
    public Reservoir<T> addAll(Iterator<? extends T> passing) {
        given(passing, "passing");
        var interrupt = new InterruptCheck();
        while (passing.hasNext()) {
            add(passing.next());
            // Here nothing has left the iterator that has not passed by.
            interrupt.ask();
        }
        return this;
    }

    /** Lets all items of a stream pass by, in its order. */
    public Reservoir<T> addAll(Stream<? extends T> passing) {
        return addAll(given(passing, "passing").iterator());
    }

    /** Returns what is in it now. */
    public List<T> items() {
        return Collections.unmodifiableList(new ArrayList<>(items));
    }

    /** Returns how many items have passed by. */
    public long seen() {
        return seen;
    }

    /**
     * Returns a reservoir of what has passed by either, which draws by itself from then on; both keep what they have. This one's next draws
     * are others than without it.
     *
     * @throws IllegalArgumentException if the other keeps another number of items
     */
    public Reservoir<T> merge(Reservoir<T> other) {
        given(other, "other");
        if (other.size != size) {
            throw new IllegalArgumentException(
                    "one reservoir keeps %d items and the other %d; only those of one size are merged"
                            .formatted(size, other.size));
        }
        var merged = new Reservoir<T>(size, Seeds.random(random.nextLong()));
        var mine = new ArrayList<>(items);
        var theirs = new ArrayList<>(other.items);
        long left = seen;
        long leftThere = other.seen;
        while (merged.items.size() < size && left + leftThere > 0) {
            // As if all that passed by were drawn from: which of both it was, then any of its
            // sample.
            boolean isMine = random.nextLong(left + leftThere) < left;
            var from = isMine ? mine : theirs;
            merged.items.add(removed(from, random.nextInt(from.size())));
            left -= isMine ? 1 : 0;
            leftThere -= isMine ? 0 : 1;
        }
        merged.seen = seen + other.seen;
        return merged;
    }

    /** Out of the middle of a list all behind it would move. */
    private static <T> T removed(List<T> from, int place) {
        var last = from.remove(from.size() - 1);
        return place == from.size() ? last : from.set(place, last);
    }

    @Override
    public String toString() {
        return "Reservoir[%,d of %,d]".formatted(items.size(), seen);
    }
}
