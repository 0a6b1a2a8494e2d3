package himalia.featurestore;

import static himalia.display.bundle.Given.given;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One feature of one entity through time, and what each prediction would have seen of it.
 *
 * <pre>{@code
 * var store = FeatureStore.inMemory();
 * display(store.timeline(test, "driver_stats:conv_rate"));
 * }</pre>
 *
 * @param feature as {@code view:feature}
 * @param entity which one, such as {@code driver_id 1001}
 * @param events the values that it had, the earliest first
 * @param predictions the moments that were asked for, the earliest first
 */
public record EntityTimeline(
        String feature, String entity, List<Event> events, List<Prediction> predictions) {
    public EntityTimeline {
        given(feature, "feature");
        given(entity, "entity");
        events = List.copyOf(given(events, "events"));
        predictions = List.copyOf(given(predictions, "predictions"));
    }

    /**
     * A value that the feature had.
     *
     * <pre>{@code
     * var event = new EntityTimeline.Event(Instant.EPOCH, Instant.EPOCH.plusSeconds(60), "0.5");
     * }</pre>
     *
     * @param time when it became so
     * @param until when it is replaced, or too old
     * @param value as a text; empty where it is missing
     */
    public record Event(Instant time, Instant until, String value) {
        public Event {
            given(time, "time");
            given(until, "until");
            given(value, "value");
        }
    }

    /**
     * What a moment would have seen.
     *
     * <pre>{@code
     * var prediction = new EntityTimeline.Prediction(Instant.EPOCH, "0.5", Duration.ofMinutes(3));
     * }</pre>
     *
     * @param time the moment
     * @param value as a text; empty where nothing was there, or it was too old
     * @param age of the latest event then; zero where there was none
     */
    public record Prediction(Instant time, String value, Duration age) {
        public Prediction {
            given(time, "time");
            given(value, "value");
            given(age, "age");
        }
    }

    @Override
    public String toString() {
        return "EntityTimeline[%s of %s: %d events, %d predictions]"
                .formatted(feature, entity, events.size(), predictions.size());
    }
}
