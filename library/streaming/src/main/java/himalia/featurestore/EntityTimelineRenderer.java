package himalia.featurestore;

import himalia.display.bundle.Escape;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Renderer;
import himalia.display.bundle.Visible;
import himalia.featurestore.EntityTimeline.Event;
import himalia.featurestore.EntityTimeline.Prediction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Draws a timeline: a bar for as long as each value holds, and a line for each prediction, with what it sees.
 *
 * <pre>{@code
 * var drawn = new EntityTimelineRenderer().render(FeatureStore.inMemory().timeline(test, "driver_stats:conv_rate"));
 * }</pre>
 */
public final class EntityTimelineRenderer implements Renderer<EntityTimeline> {
    private static final int WIDTH = 760;
    private static final int LEFT = 16;
    private static final int TOP = 40;
    private static final int HEIGHT = 110;
    private static final long MINUTE = 60_000;
    private static final int MOST_DRAWN = 100;
    private static final int MOST_LISTED = 20;

    @Override
    public Class<EntityTimeline> type() {
        return EntityTimeline.class;
    }

    @Override
    public MimeBundle render(EntityTimeline timeline) {
        var bundle = MimeBundle.plain(text(timeline));
        return timeline.events().isEmpty() && timeline.predictions().isEmpty()
                ? bundle
                : bundle.html(Escape.verbatim(new Drawing(timeline).svg()));
    }

    private static String text(EntityTimeline timeline) {
        var lines = new ArrayList<String>();
        lines.add(title(timeline));
        for (var prediction : timeline.predictions().stream().limit(MOST_LISTED).toList()) {
            lines.add("%s  %s".formatted(prediction.time(), seen(prediction)));
        }
        int more = timeline.predictions().size() - MOST_LISTED;
        if (more > 0) {
            lines.add("and %d more".formatted(more));
        }
        return String.join("\n", lines);
    }

    private static String title(EntityTimeline timeline) {
        return Visible.line("%s of %s".formatted(timeline.feature(), timeline.entity()));
    }

    private static String seen(Prediction prediction) {
        var age = Freshness.words(Moments.nanos(prediction.age()));
        if (!prediction.value().isEmpty()) {
            return "sees %s, %s old".formatted(Visible.line(cut(prediction.value())), age);
        }
        return prediction.age().isZero()
                ? "sees nothing"
                : "sees nothing: the latest value is %s old".formatted(age);
    }

    private static String cut(String value) {
        return value.length() <= 40 ? value : value.substring(0, 39) + "…";
    }

    /** One timeline as SVG; text and axis take the page's colour, so that it is seen on light and on dark. */
    private static final class Drawing {
        private final EntityTimeline timeline;
        private final List<Event> events;
        private final long first;
        private final long end;
        private final long last;
        private final double least;
        private final double most;
        private final StringBuilder svg = new StringBuilder();

        Drawing(EntityTimeline timeline) {
            this.timeline = timeline;
            int all = timeline.events().size();
            this.events = timeline.events().subList(Math.max(0, all - MOST_DRAWN), all);
            var moments = new ArrayList<Instant>();
            events.forEach(event -> moments.add(event.time()));
            timeline.predictions().forEach(prediction -> moments.add(prediction.time()));
            long earliest = moments.stream().mapToLong(Instant::toEpochMilli).min().orElse(0);
            long greatest = moments.stream().mapToLong(Instant::toEpochMilli).max().orElse(0);
            // One moment alone stands in the middle of two minutes.
            long around = earliest == greatest ? MINUTE : 0;
            this.first = earliest - around;
            long latest = greatest + around;
            this.end = latest;
            this.last = Math.max(first + 1, latest + (latest - first) / 20);
            var numbers = events.stream().map(event -> number(event.value())).toList();
            boolean areNumbers =
                    numbers.stream().allMatch(OptionalDouble::isPresent) && !numbers.isEmpty();
            var values =
                    numbers.stream().flatMapToDouble(OptionalDouble::stream).summaryStatistics();
            this.least = areNumbers ? values.getMin() : 0;
            this.most = areNumbers ? values.getMax() : 0;
        }

        private static OptionalDouble number(String text) {
            try {
                double number = Double.parseDouble(text);
                return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
            } catch (NumberFormatException e) {
                return OptionalDouble.empty();
            }
        }

        String svg() {
            add(
                    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' width='%d' style='max-width:100%%;font:12px sans-serif' fill='currentColor' role='img'>",
                    WIDTH, TOP + HEIGHT + 44, WIDTH);
            add(
                    "<text x='%d' y='16' font-weight='bold'>%s</text>",
                    LEFT, Escape.html(title(timeline)));
            events.forEach(this::event);
            timeline.predictions().stream().limit(MOST_DRAWN).forEach(this::prediction);
            double bottom = TOP + HEIGHT + 12;
            add(
                    "<line x1='%d' x2='%d' y1='%s' y2='%s' stroke='currentColor' opacity='.5'/>",
                    LEFT, WIDTH - LEFT, at(bottom), at(bottom));
            add(
                    "<text x='%d' y='%s' opacity='.8'>%s</text>",
                    LEFT, at(bottom + 16), Instant.ofEpochMilli(first));
            add(
                    "<text x='%s' y='%s' opacity='.8' text-anchor='end'>%s</text></svg>",
                    at(Math.max(x(end), WIDTH / 2.0)), at(bottom + 16), Instant.ofEpochMilli(end));
            return svg.toString();
        }

        /** A value holds from its time until the next one, or until it is too old. */
        private void event(Event event) {
            double from = x(event.time().toEpochMilli());
            double to =
                    event.until().equals(Instant.MAX)
                            ? WIDTH - LEFT
                            : x(Math.min(last, event.until().toEpochMilli()));
            double y = y(event.value());
            add("<g><title>%s</title>", Escape.html(told(event)));
            add(
                    "<line x1='%s' x2='%s' y1='%s' y2='%s' stroke='#4c78a8' stroke-width='6'/>",
                    at(from), at(Math.max(from + 1, to)), at(y), at(y));
            if (events.size() <= 40) {
                add(
                        "<text x='%s' y='%s'>%s</text>",
                        at(from), at(y - 6), Escape.html(Visible.line(cut(event.value()))));
            }
            add("</g>");
        }

        private static String told(Event event) {
            var value = event.value().isEmpty() ? "missing" : Visible.line(event.value());
            return event.until().equals(Instant.MAX)
                    ? "%s from %s on".formatted(value, event.time())
                    : "%s from %s until %s".formatted(value, event.time(), event.until());
        }

        private void prediction(Prediction prediction) {
            double x = x(prediction.time().toEpochMilli());
            boolean sees = !prediction.value().isEmpty();
            var colour = sees ? "#e07b00" : "#d62728";
            add(
                    "<g><title>%s</title>",
                    Escape.html("at %s %s".formatted(prediction.time(), seen(prediction))));
            add(
                    "<line x1='%s' x2='%s' y1='%d' y2='%d' stroke='%s' stroke-dasharray='%s' stroke-width='1.5'/>",
                    at(x), at(x), TOP - 6, TOP + HEIGHT + 12, colour, sees ? "none" : "3 3");
            double y = sees ? y(prediction.value()) : TOP;
            add(
                    sees
                            ? "<circle cx='%s' cy='%s' r='4.5' fill='%s'/></g>"
                            : "<text x='%s' y='%s' fill='%s' text-anchor='middle' dy='-8'>∅</text></g>",
                    at(x),
                    at(y),
                    colour);
        }

        private double x(long millis) {
            double share = (double) (millis - first) / (last - first);
            return LEFT + share * (WIDTH - 2 * LEFT);
        }

        /** Numbers by their size, what is none in the middle. */
        private double y(String value) {
            var number = number(value);
            double share =
                    most > least && number.isPresent()
                            ? (number.getAsDouble() - least) / (most - least)
                            : 0.5;
            return TOP + HEIGHT - 8 - share * (HEIGHT - 30);
        }

        private static String at(double place) {
            return String.format(Locale.ROOT, "%.1f", place);
        }

        private void add(String format, Object... values) {
            svg.append(String.format(Locale.ROOT, format, values));
        }
    }
}
