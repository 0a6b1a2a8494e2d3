package himalia.display.chart;

import himalia.display.chart.draw.FigureWriter;
import himalia.display.chart.mark.Figure;
import himalia.display.chart.mark.FigureWords;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Something the notebook shows as a chart; {@code Charts} makes them.
 *
 * <pre>{@code
 * Charts.line("Loss").y("train", 0.9, 0.5, 0.3).y("validation", 1.0, 0.7, 0.6).dark()
 * }</pre>
 */
public interface Chart {
    /** Returns the picture as data. */
    Figure figure();

    /** Returns the chart in words: title, kind, series, what they span. */
    default String text() {
        return FigureWords.of(figure());
    }

    /** Returns the chart on a dark ground. */
    default Chart dark() {
        return new Drawn(figure().darkened(true));
    }

    /** Returns the chart at another size, in CSS pixels. */
    default Chart size(int width, int height) {
        return new Drawn(figure().sized(width, height));
    }

    /** Returns the chart with a line below its title. */
    default Chart note(String words) {
        return new Drawn(figure().noted(words));
    }

    /** Returns the chart so that it can be zoomed and pointed at, in front ends that know Vega-Lite. */
    default Interactive interactive() {
        return new Interactive(this);
    }

    /** Returns the picture as a PNG file, at twice the density of the page. */
    default byte[] png() {
        return FigureWriter.png(figure());
    }

    /** Returns the picture as an SVG document. */
    default String svg() {
        return FigureWriter.svg(figure());
    }

    /** Returns the picture as a PDF file of one page. */
    default byte[] pdf() {
        return FigureWriter.pdf(figure());
    }

    /** Writes the picture to a file whose name ends in {@code .png}, {@code .svg} or {@code .pdf}; its folder is made where it is not there. */
    default Path save(Path file) throws IOException {
        return PictureFile.save(file, this::png, this::svg, this::pdf);
    }
}
