package himalia.display.chart;

import himalia.display.bundle.Displayable;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.VegaLite;
import himalia.display.chart.draw.Sheet;
import himalia.display.chart.draw.VegaWriter;
import himalia.display.chart.mark.Figure;
import himalia.display.chart.mark.FigureWords;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Several charts of one size beside and below each other, to be compared.
 *
 * @param title what they have in common
 * @param figures from left to right, row by row
 * @param columns how many stand beside each other
 */
public record Panels(String title, List<Figure> figures, int columns) implements Displayable {
    public Panels {
        figures = List.copyOf(figures);
        if (figures.isEmpty() || columns < 1) {
            throw new IllegalArgumentException(
                    "panels need at least one chart and one column, got "
                            + figures.size()
                            + " charts and "
                            + columns
                            + " columns");
        }
    }

    /** Returns the charts on a dark ground. */
    public Panels dark() {
        return each(figure -> figure.darkened(true));
    }

    /** Returns the charts each at another size, in CSS pixels. */
    public Panels size(int width, int height) {
        return each(figure -> figure.sized(width, height));
    }

    /** Returns the charts in so many columns. */
    public Panels columns(int count) {
        return new Panels(title, figures, count);
    }

    private Panels each(UnaryOperator<Figure> change) {
        return new Panels(title, figures.stream().map(change).toList(), columns);
    }

    /** Returns the charts so that they can be pointed at, in front ends that know Vega-Lite. */
    public Displayable interactive() {
        return () ->
                bundle().with(
                                MimeBundle.VEGA_LITE,
                                new VegaLite(VegaWriter.of(title, figures, columns))
                                        .bundle()
                                        .data()
                                        .getOrDefault(MimeBundle.VEGA_LITE, ""));
    }

    /** Returns the picture as a PNG file, at twice the density of the page. */
    public byte[] png() {
        return sheet().png();
    }

    /** Returns the picture as an SVG document. */
    public String svg() {
        return sheet().svg();
    }

    /** Writes the picture to a file whose name ends in {@code .png}, {@code .svg} or {@code .pdf}; its folder is made where it is not there. */
    public Path save(Path file) throws IOException {
        return PictureFile.save(file, this::png, this::svg, sheet()::pdf);
    }

    @Override
    public MimeBundle bundle() {
        var sheet = sheet();
        return PictureOrWords.of(
                MimeBundle.plain(text()),
                title + figures.stream().map(Figure::written).collect(Collectors.joining()),
                sheet::png,
                sheet.width(),
                sheet.height(),
                words -> words);
    }

    private String text() {
        return title
                + "\n"
                + figures.stream().map(FigureWords::of).collect(Collectors.joining("\n"));
    }

    private Sheet sheet() {
        return new Sheet(title, figures, columns);
    }

    @Override
    public String toString() {
        return text();
    }
}
