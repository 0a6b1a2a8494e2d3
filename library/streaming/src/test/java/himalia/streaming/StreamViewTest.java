package himalia.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.display.bundle.MimeBundle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is shown of a stream that runs. */
@Timeout(120)
class StreamViewTest {
    private static StreamView view(Windows windows, int rows, ArrayList<WindowRow<String>> also)
            throws InterruptedException {
        var events =
                Streams.replay(Joins.events())
                        .timed(Joins.Event::time, Duration.ofMillis(5))
                        .stream();
        var windowed = windows.over(events, Joins.Event::key, Joins.Event::value);
        var open = new OpenWindows<Joins.Event, String>(windows.assigner(), Joins.Event::key);
        var view = new StreamView(StreamLook.rows(rows).chart("end", "mean"), open);
        var job =
                StreamRun.of(events)
                        .add(windowed.rows(), view.rows(also::add))
                        .add(windowed.late(), view.late())
                        .start("watched");
        view.watch(job);
        job.await();
        return view;
    }

    @Test
    void itTellsStateRowsWatermarkAndLateEventsAndShowsTheLatestRows() throws Exception {
        var also = new ArrayList<WindowRow<String>>();
        var shown = view(Windows.tumbling(Duration.ofMillis(20)), 3, also).bundle();
        assertThat(also).hasSize(72);
        // The latest event is of 508; the watermark stands 5 and 1 behind it.
        assertThat(shown.text())
                .startsWith(
                        "watched · finished · 72 rows, the last 3 shown · watermark 1970-01-01T00:00:00.502Z · 0 open windows · 8 late events\n")
                .contains("3 rows × 9 columns");
        assertThat(String.valueOf(shown.data().get(MimeBundle.HTML)))
                .contains(
                        "<img alt=\"mean over end\"",
                        "<img alt=\"open windows and late events over event time\"",
                        "<table");
    }

    @Test
    void rowsWithoutANumberForTheLineAreCounted() throws Exception {
        var view = new StreamView(StreamLook.rows(3).chart("", "shop"), null);
        view.rows(row -> {}).take(Map.of("shop", "Oslo"), 0);
        assertThat(view.bundle().text()).contains("1 row without a number 'shop' for the line");
    }

    @Test
    void aLineIsOfValuesThatTheRowsHave() {
        var events = Streams.replay(Joins.events()).stream();
        var look = StreamLook.rows(3);
        assertThatThrownBy(() -> Streams.show("lines", events, look.chart("tim", "value"), e -> {}))
                .hasMessageStartingWith(
                        "no 'tim' in the rows, which are of Event; did you mean 'time'?");
        assertThatThrownBy(() -> Streams.show("lines", events, look.chart("time", "key"), e -> {}))
                .hasMessage(
                        "a line is of numbers, and 'key' in the rows, which are of Event, is of type String");
        assertThatThrownBy(() -> look.chart("time", ""))
                .hasMessage("x is 'time', and there is no y: a line is y over x");
        assertThat(StreamLook.value(7L, "value")).isEqualTo(7L);
    }

    @Test
    void openWindowsAreThoseThatHaveEventsAndThatTheWatermarkHasNotPassed() throws Exception {
        var open =
                new OpenWindows<Long, Long>(
                        Windows.sliding(Duration.ofMillis(20), Duration.ofMillis(10)).assigner(),
                        number -> number % 2);
        open.add(1L, 15);
        open.add(2L, 25);
        open.add(4L, 25);
        assertThat(open.count()).isEqualTo(4);
        open.watermark(19);
        assertThat(open.count()).isEqualTo(3);
        open.add(3L, 12);
        assertThat(open.count()).isEqualTo(3);
        open.watermark(39);
        assertThat(open.count()).isZero();

        var sessions =
                new OpenWindows<Long, Long>(
                        Windows.sessions(Duration.ofMillis(10)).assigner(), number -> 0L);
        sessions.add(1L, 0);
        sessions.add(1L, 15);
        assertThat(sessions.count()).isEqualTo(2);
        sessions.add(1L, 8);
        assertThat(sessions.count()).isEqualTo(1);
        sessions.add(1L, 25);
        assertThat(sessions.count()).isEqualTo(2);
    }
}
