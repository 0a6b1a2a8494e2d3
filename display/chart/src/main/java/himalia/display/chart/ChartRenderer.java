package himalia.display.chart;

import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Renderer;

/** Shows a chart as a picture, and in words where there are no pictures. */
public final class ChartRenderer implements Renderer<Chart> {
    @Override
    public Class<Chart> type() {
        return Chart.class;
    }

    @Override
    public MimeBundle render(Chart chart) {
        var figure = chart.figure();
        return MimeBundle.plain(chart.text()).png(chart.png(), figure.width(), figure.height());
    }
}
