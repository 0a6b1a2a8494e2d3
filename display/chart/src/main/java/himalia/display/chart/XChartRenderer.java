package himalia.display.chart;

import himalia.display.bundle.Amount;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Renderer;
import himalia.display.bundle.Visible;
import himalia.display.chart.draw.Pixels;
import java.util.stream.Collectors;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.internal.series.Series;

/** Shows the charts of XChart, for those who know and like it, at twice the density. */
@SuppressWarnings(
        "rawtypes") // a renderer is found by its class, and classes know no type arguments
public final class XChartRenderer implements Renderer<Chart> {
    @Override
    public Class<Chart> type() {
        return Chart.class;
    }

    @Override
    public String typeName() {
        return "org.knowm.xchart.internal.chartpart.Chart";
    }

    @Override
    public MimeBundle render(Chart chart) {
        var width = chart.getWidth();
        var height = chart.getHeight();
        return PictureOrWords.of(
                MimeBundle.plain(words(chart)),
                words(chart),
                () -> Pixels.png(width, height, graphics -> chart.paint(graphics, width, height)),
                width,
                height,
                words -> words);
    }

    private static String words(Chart<?, ?> chart) {
        var title =
                chart.getTitle() == null || chart.getTitle().isEmpty()
                        ? ""
                        : Visible.line(chart.getTitle()) + " · ";
        var axes =
                (chart.getYAxisTitle().isEmpty() ? "" : " · " + chart.getYAxisTitle())
                        + (chart.getXAxisTitle().isEmpty() ? "" : " by " + chart.getXAxisTitle());
        return title
                + chart.getClass().getSimpleName()
                + axes
                + chart.getSeriesMap().values().stream()
                        .map(XChartRenderer::words)
                        .collect(Collectors.joining());
    }

    private static String words(Series series) {
        return "\n  "
                + Visible.line(series.getName())
                + (series instanceof XYSeries xy
                        ? ": " + Amount.of(xy.getXData().length, "point")
                        : "");
    }
}
