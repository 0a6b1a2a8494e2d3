package himalia.display.chart;

import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Renderer;
import himalia.display.bundle.Svg;

/** Shows a chart as a picture, and in words where there are no pictures. */
public final class ChartRenderer implements Renderer<Chart> {
    @Override
    public Class<Chart> type() {
        return Chart.class;
    }

    @Override
    public MimeBundle render(Chart chart) {
        Chart drawn;
        try {
            drawn = Drawn.of(chart);
        } catch (IllegalArgumentException e) {
            return MimeBundle.plain("no chart: " + e.getMessage());
        }
        var figure = drawn.figure();
        return PictureOrWords.of(
                MimeBundle.plain(drawn.text()),
                figure.written(),
                drawn::png,
                figure.width(),
                figure.height(),
                words -> withSvg(words, drawn));
    }

    /** The front end has fonts of its own. */
    private static MimeBundle withSvg(MimeBundle words, Chart chart) {
        var bundle = words;
        for (var form : new Svg(chart.svg()).bundle().data().entrySet()) {
            bundle =
                    form.getKey().equals(MimeBundle.PLAIN)
                            ? bundle
                            : bundle.with(form.getKey(), form.getValue());
        }
        return bundle;
    }
}
