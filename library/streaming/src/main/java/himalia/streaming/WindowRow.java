package himalia.streaming;

import java.time.Instant;

/**
 * What a window says of one key.
 *
 * <pre>{@code
 * var row = Streams.collect(byMinute.rows(), 1).get(0);
 * row.key();       // Oslo
 * row.mean();      // of the orders of that minute
 * }</pre>
 *
 * @param key whose events they are
 * @param start when the window begins
 * @param end when it is over; an event at that time is the next one's
 * @param count how many events
 * @param sum of their numbers
 * @param mean of their numbers
 * @param min the least of them
 * @param max the greatest
 * @param why {@code on time}; {@code late update} where an event came after the window had been told, and within the
 *     allowed lateness; {@code end of stream} where it was still open then
 */
public record WindowRow<K>(
        K key,
        Instant start,
        Instant end,
        long count,
        double sum,
        double mean,
        double min,
        double max,
        String why) {
    static final String ON_TIME = "on time";
    static final String END_OF_STREAM = "end of stream";
    static final String LATE_UPDATE = "late update";

    WindowRow<K> because(String reason) {
        return new WindowRow<>(key, start, end, count, sum, mean, min, max, reason);
    }
}
