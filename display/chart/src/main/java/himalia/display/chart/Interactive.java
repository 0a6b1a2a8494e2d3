package himalia.display.chart;

import himalia.display.bundle.Displayable;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.VegaLite;
import himalia.display.chart.draw.VegaWriter;
import himalia.display.chart.mark.Figure;

/**
 * A chart that can be zoomed and pointed at, with a picture beside it for those who cannot.
 *
 * <pre>{@code
 * Charts.line("Loss").y("train", 0.9, 0.5, 0.3).interactive().dark().size(500, 300)
 * }</pre>
 *
 * @param chart the chart as it is without
 */
public record Interactive(Chart chart) implements Displayable, Chart {
    @Override
    public Figure figure() {
        return chart.figure();
    }

    @Override
    public Interactive dark() {
        return new Interactive(chart.dark());
    }

    @Override
    public Interactive size(int width, int height) {
        return new Interactive(chart.size(width, height));
    }

    @Override
    public Interactive note(String words) {
        return new Interactive(chart.note(words));
    }

    @Override
    public Interactive interactive() {
        return this;
    }

    @Override
    public MimeBundle bundle() {
        var drawn = Drawn.of(chart);
        var figure = drawn.figure();
        var live = new VegaLite(VegaWriter.of(figure)).bundle();
        return PictureOrWords.of(
                MimeBundle.plain(drawn.text())
                        .with(
                                MimeBundle.VEGA_LITE,
                                live.data().getOrDefault(MimeBundle.VEGA_LITE, "")),
                figure.written(),
                drawn::png,
                figure.width(),
                figure.height(),
                words -> words);
    }

    @Override
    public String toString() {
        return PictureOrWords.text(this);
    }
}
