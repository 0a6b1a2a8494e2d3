package himalia.display.chart;

import himalia.display.bundle.Displayable;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.VegaLite;
import himalia.display.chart.draw.Picture;
import himalia.display.chart.draw.VegaWriter;
import himalia.display.chart.mark.Figure;
import himalia.display.chart.mark.Words;

/**
 * A chart that can be zoomed and pointed at, with a picture beside it for those who cannot.
 *
 * @param figure the picture as data
 */
record Interactive(Figure figure) implements Displayable {
    @Override
    public MimeBundle bundle() {
        var live = new VegaLite(VegaWriter.of(figure)).bundle();
        return MimeBundle.plain(Words.of(figure))
                .with(MimeBundle.VEGA_LITE, live.data().getOrDefault(MimeBundle.VEGA_LITE, ""))
                .png(Picture.png(figure), figure.width(), figure.height());
    }
}
