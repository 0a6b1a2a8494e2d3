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
        var figure = chart.figure();
        try {
            return MimeBundle.plain(chart.text()).png(chart.png(), figure.width(), figure.height());
        } catch (LinkageError e) {
            // Debian's JDKs take libfreetype from the system, and small containers leave it out.
            return withoutFonts(chart);
        }
    }

    private static MimeBundle withoutFonts(Chart chart) {
        var bundle =
                MimeBundle.plain(
                        chart.text()
                                + "\n[no PNG: this Java finds no libfreetype;"
                                + " install it, on Debian and Ubuntu with apt-get install libfreetype6]");
        for (var form : new Svg(chart.svg()).bundle().data().entrySet()) {
            bundle =
                    form.getKey().equals(MimeBundle.PLAIN)
                            ? bundle
                            : bundle.with(form.getKey(), form.getValue());
        }
        return bundle;
    }
}
