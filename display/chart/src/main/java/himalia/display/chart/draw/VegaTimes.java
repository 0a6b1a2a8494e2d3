package himalia.display.chart.draw;

import himalia.display.chart.mark.TimeForm;
import java.util.Optional;

/** How Vega-Lite writes times: by itself it would tell the day of a time of day. */
final class VegaTimes {
    private VegaTimes() {}

    /** Returns the format, nothing where Vega-Lite chooses it by the distance of the ticks. */
    static Optional<String> format(TimeForm form) {
        return switch (form) {
            case MOMENT -> Optional.empty();
            case CLOCK -> Optional.of("%H:%M:%S");
            case MONTH -> Optional.of("%b %Y");
            case YEAR -> Optional.of("%Y");
        };
    }
}
