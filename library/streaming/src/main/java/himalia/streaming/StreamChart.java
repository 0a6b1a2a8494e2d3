package himalia.streaming;

import himalia.display.bundle.Escape;
import himalia.display.chart.Charts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lines that grow as a stream runs. */
final class StreamChart {
    /** More points than a screen shows; beyond it every second one is let go. */
    private static final int MOST = 400;

    private final String words;
    private final String x;
    private final List<String> lines;
    private final List<Map<String, Object>> points = new ArrayList<>();
    private int every = 1;
    private int seen;

    /**
     * Begins one.
     *
     * @param words what it shows
     * @param x what stands below it
     * @param lines the names of its lines
     */
    StreamChart(String words, String x, List<String> lines) {
        this.words = words;
        this.x = x;
        this.lines = List.copyOf(lines);
    }

    /** How many windows are open, and how many events came too late, over event time. */
    static StreamChart ofWindows() {
        return new StreamChart(
                "open windows and late events over event time",
                "watermark",
                List.of("open", "late"));
    }

    /** Adds a point; {@code values} has one for each line. */
    void add(Object at, Object... values) {
        if (seen++ % every == 0) {
            var point = new HashMap<String, Object>();
            for (int i = 0; i < values.length; i++) {
                point.put(lines.get(i), values[i]);
            }
            point.put(
                    x,
                    at instanceof Instant time
                            ? LocalDateTime.ofInstant(time, ZoneOffset.UTC)
                            : at);
            points.add(point);
        }
        if (points.size() == MOST) {
            for (int i = 0; i < MOST / 2; i++) {
                points.set(i, points.get(2 * i));
            }
            points.subList(MOST / 2, MOST).clear();
            every *= 2;
        }
    }

    boolean isEmpty() {
        return points.size() < 2;
    }

    /** Returns the picture as an image, which front ends show in notebooks that they do not trust, too. */
    String html() {
        var chart = Charts.line(List.copyOf(points)).x(x);
        for (var line : lines) {
            chart = chart.y(line);
        }
        var bytes = chart.svg().getBytes(StandardCharsets.UTF_8);
        return "<img alt=\"%s\" src=\"data:image/svg+xml;base64,%s\"/>"
                .formatted(Escape.html(words), Base64.getEncoder().encodeToString(bytes));
    }
}
