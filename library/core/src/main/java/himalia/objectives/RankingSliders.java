package himalia.objectives;

import himalia.display.bundle.Display;
import himalia.display.widget.FloatSlider;
import himalia.display.widget.Widget;
import himalia.display.widget.Widgets;
import java.util.ArrayList;
import java.util.Arrays;

/** A slider for each weight, and the ranking that follows them. */
final class RankingSliders {
    private static final int SHOWN = 10;

    private RankingSliders() {}

    static Widget of(ScoredItems items) {
        var weights = items.weights();
        // Twice as far, so that a weight can be made larger, too.
        double most = 2 * Math.max(1, Arrays.stream(weights).max().orElse(1));
        var sliders = new ArrayList<FloatSlider>();
        for (int k = 0; k < weights.length; k++) {
            sliders.add(FloatSlider.of(items.names().get(k), 0, most, weights[k]));
        }
        return Widgets.interact(
                sliders,
                () -> {
                    var ranked =
                            items.with(sliders.stream().mapToDouble(FloatSlider::value).toArray());
                    if (items.names().size() == 2) {
                        Display.display(ranked.chart());
                    }
                    return ranked.top(SHOWN);
                });
    }
}
