package himalia.worker;

/** What a look at the heap found. The next look writes over it: where the heap is full there is no memory for another. */
final class HeapLook {
    /** In bytes, garbage not counted. */
    long free;

    /** In nanoseconds. */
    long now;

    /** How many milliseconds went to collecting so far. */
    long collected;

    /** How many collections there were. */
    long collections;

    /** How many bytes the thread of the cell was given so far. */
    long allocated;

    /** Takes over what another found. */
    void copy(HeapLook other) {
        free = other.free;
        now = other.now;
        collected = other.collected;
        collections = other.collections;
        allocated = other.allocated;
    }
}
