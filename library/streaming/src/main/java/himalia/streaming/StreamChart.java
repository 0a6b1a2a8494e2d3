package himalia.streaming;

import himalia.display.chart.Charts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** How many windows are open, and how many events came too late, over event time. */
final class StreamChart {
    /** More points than a screen shows; beyond it every second one is let go. */
    private static final int MOST = 400;

    private final List<long[]> points = new ArrayList<>();
    private int every = 1;
    private int seen;

    void add(long watermark, long open, long late) {
        if (seen++ % every == 0) {
            points.add(new long[] {watermark, open, late});
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
        var chart =
                Charts.line(points.stream().map(StreamChart::row).toList())
                        .x("watermark")
                        .y("open")
                        .y("late");
        var bytes = chart.svg().getBytes(StandardCharsets.UTF_8);
        return "<img alt=\"open windows and late events over event time\" src=\"data:image/svg+xml;base64,%s\"/>"
                .formatted(Base64.getEncoder().encodeToString(bytes));
    }

    private static Map<String, Object> row(long[] point) {
        return Map.of(
                "watermark",
                LocalDateTime.ofInstant(Instant.ofEpochMilli(point[0]), ZoneOffset.UTC),
                "open",
                point[1],
                "late",
                point[2]);
    }
}
