package himalia.online;

import static himalia.display.bundle.Given.given;

import java.util.Locale;

/**
 * Something that happened on a stream.
 *
 * <pre>{@code
 * var event = new StreamEvent(512, StreamEvent.Kind.ALARM, "Adwin");
 * event.row()
 * }</pre>
 *
 * @param row of the stream, from 0: that after which it happened
 * @param kind what it was
 * @param words by whom, why, with which numbers
 */
public record StreamEvent(int row, Kind kind, String words) {
    /** What happened. */
    public enum Kind {
        /** A detector warned; of several in a row the first. */
        WARNING,
        /** A detector said that errors have changed. */
        ALARM,
        /** A challenger was trained. */
        RETRAINING,
        /** No challenger could be trained, and the champion stays; at row 0, no model for the offline score. */
        REFUSAL,
        /** The challenger took the champion's place. */
        PROMOTION,
        /** The challenger was not better, and is gone. */
        DEFEAT
    }

    public StreamEvent {
        DriftSettings.atLeast("row", row, 0);
        given(kind, "kind");
        given(words, "words");
    }

    @Override
    public String toString() {
        return "row %,d: %s, %s".formatted(row, kind.name().toLowerCase(Locale.ROOT), words);
    }
}
