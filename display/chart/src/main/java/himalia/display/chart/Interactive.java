package himalia.display.chart;

import himalia.display.bundle.Displayable;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.VegaLite;
import himalia.display.chart.draw.VegaWriter;

/**
 * A chart that can be zoomed and pointed at, with a picture beside it for those who cannot.
 *
 * @param chart the chart as it is without
 */
record Interactive(Chart chart) implements Displayable {
    @Override
    public MimeBundle bundle() {
        var figure = chart.figure();
        var live = new VegaLite(VegaWriter.of(figure)).bundle();
        return PictureOrWords.of(
                MimeBundle.plain(chart.text())
                        .with(
                                MimeBundle.VEGA_LITE,
                                live.data().getOrDefault(MimeBundle.VEGA_LITE, "")),
                chart::png,
                figure.width(),
                figure.height(),
                words -> words);
    }
}
