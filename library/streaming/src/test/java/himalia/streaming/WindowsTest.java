package himalia.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import himalia.streaming.Joins.Event;
import himalia.streaming.Joins.Told;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Windows against reference/joins.json. */
@Timeout(120)
class WindowsTest {
    private static Duration millis(JsonObject of, String name) {
        return Duration.ofMillis(of.get(name).getAsLong());
    }

    private static DataStream<Event> events(Duration disorder) {
        return Streams.replay(Joins.events()).timed(Event::time, disorder).stream();
    }

    private static Windowed<Event, String> windowed(JsonObject of) {
        return Windows.sliding(millis(of, "size"), millis(of, "slide"))
                .lateness(millis(of, "allowed_lateness"))
                .over(events(millis(of, "out_of_orderness")), Event::key, Event::value);
    }

    static List<JsonObject> windows() {
        return Joins.cases("windows");
    }

    static List<JsonObject> sessions() {
        return Joins.cases("sessions");
    }

    static Told told(WindowRow<String> row) {
        return new Told(
                row.key(),
                row.start().toEpochMilli(),
                row.end().toEpochMilli(),
                row.count(),
                Math.round(row.sum() * 1e6) / 1e6,
                row.why());
    }

    @ParameterizedTest
    @MethodSource("windows")
    void everyWindowIsToldAsTheReferenceTellsItInItsOrder(JsonObject of) throws Exception {
        var rows = Streams.collect(windowed(of).rows());
        assertThat(rows.stream().map(WindowsTest::told).toList())
                .containsExactlyElementsOf(Joins.emitted(of));
    }

    @ParameterizedTest
    @MethodSource("windows")
    void whatComesTooLateIsOnTheSideAndNothingElseIs(JsonObject of) throws Exception {
        var late = Streams.collect(windowed(of).late());
        var dropped =
                StreamSupport.stream(of.getAsJsonArray("dropped_events").spliterator(), false)
                        .map(each -> each.getAsInt())
                        .toList();
        assertThat(late.stream().map(Event::index).toList()).isEqualTo(dropped);
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void sessionsOfTheWholeStreamAreThoseOfTheReference(JsonObject of) throws Exception {
        var gap = millis(of, "gap");
        var rows =
                Streams.collect(
                        Windows.sessions(gap)
                                .over(events(Duration.ofMillis(1000)), Event::key, Event::value)
                                .rows());
        Joins.sessions(of)
                .forEach(
                        (key, wanted) -> {
                            var found = rows.stream().filter(row -> row.key().equals(key)).toList();
                            assertThat(found).as(key).hasSameSizeAs(wanted);
                            for (int i = 0; i < found.size(); i++) {
                                var row = found.get(i);
                                var one = wanted.get(i);
                                assertThat(row.start().toEpochMilli())
                                        .isEqualTo(one.get(0).getAsLong());
                                assertThat(row.end().toEpochMilli())
                                        .isEqualTo(one.get(1).getAsLong());
                                assertThat(row.count()).isEqualTo(one.get(2).getAsLong());
                                assertThat(row.sum())
                                        .isCloseTo(one.get(3).getAsDouble(), within(1e-9));
                            }
                        });
    }

    @Test
    void aRowHasMeanLeastAndGreatestOfItsEvents() throws Exception {
        var rows =
                Streams.collect(
                        Windows.tumbling(Duration.ofMillis(20))
                                .over(events(Duration.ofMillis(1000)), Event::key, Event::value)
                                .rows());
        for (var row : rows) {
            var own = new ArrayList<Double>();
            for (var event : Joins.events()) {
                if (event.key().equals(row.key())
                        && event.time() >= row.start().toEpochMilli()
                        && event.time() < row.end().toEpochMilli()) {
                    own.add(event.value());
                }
            }
            var all = own.stream().mapToDouble(Double::doubleValue).summaryStatistics();
            assertThat(row.count()).isEqualTo(all.getCount());
            assertThat(row.mean()).isCloseTo(all.getAverage(), within(1e-9));
            assertThat(row.min()).isEqualTo(all.getMin());
            assertThat(row.max()).isEqualTo(all.getMax());
        }
    }

    @Test
    void lengthsThatCannotBeAreRefusedByNameAndValue() {
        assertThatThrownBy(() -> Windows.tumbling(Duration.ZERO))
                .hasMessage("size must be at least a millisecond, got PT0S");
        assertThatThrownBy(() -> Windows.sessions(Duration.ofSeconds(-1)))
                .hasMessage("gap must be at least a millisecond, got PT-1S");
        assertThatThrownBy(() -> Windows.sliding(Duration.ofMinutes(1), Duration.ofMinutes(2)))
                .hasMessage(
                        "slide must be at most the size, PT1M, got PT2M: between two windows events would be in none");
        var minute = Windows.tumbling(Duration.ofMinutes(1));
        assertThatThrownBy(() -> minute.lateness(Duration.ofSeconds(-1)))
                .hasMessage("lateness must not be negative, got PT-1S");
    }
}
