package himalia.display.chart.draw;

import himalia.display.chart.mark.Axis;
import himalia.display.chart.mark.Figure;
import himalia.display.chart.mark.Mark;
import java.util.List;

/** Draws a figure, as PNG or as SVG. */
public final class FigureWriter {
    private FigureWriter() {}

    /** Returns a PNG file at twice the density of the page. */
    public static byte[] png(Figure figure) {
        var theme = Theme.of(figure.dark());
        var canvas = new PixelCanvas(figure.width(), figure.height(), theme.ground());
        draw(figure, theme, canvas);
        return canvas.png();
    }

    /** Returns an SVG document on a ground of its own, which needs no font file and no AWT. */
    public static String svg(Figure figure) {
        var theme = Theme.of(figure.dark());
        var canvas = new SvgCanvas(figure, theme.ground());
        draw(figure, theme, canvas);
        return canvas.svg();
    }

    /** Returns a PDF file of one page; letters are drawn as areas. */
    public static byte[] pdf(Figure figure) {
        var theme = Theme.of(figure.dark());
        var canvas =
                new PdfCanvas(
                        figure.title().isEmpty() ? figure.kind() : figure.title(),
                        figure.width(),
                        figure.height(),
                        theme.ground());
        draw(figure, theme, canvas);
        return canvas.pdf();
    }

    /** Returns the figures on the axes that hold what each of them shows. */
    public static List<Figure> alike(List<Figure> figures) {
        var x = new Axis[] {figures.get(0).x()};
        var y = new Axis[] {figures.get(0).y()};
        for (int i = 0; i < figures.size(); i++) {
            x[0] = around(x[0], Extent.ofX(figures.get(i)));
            y[0] = around(y[0], Extent.ofY(figures.get(i)));
        }
        return figures.stream()
                .map(
                        figure ->
                                figure.axes(
                                        figure.x().between(x[0].low(), x[0].high()),
                                        figure.y().between(y[0].low(), y[0].high())))
                .toList();
    }

    private static Axis around(Axis axis, Extent extent) {
        if (!axis.categories().isEmpty() || !Double.isFinite(extent.low())) {
            return axis;
        }
        return axis.between(least(axis.low(), extent.low()), most(axis.high(), extent.high()));
    }

    private static double least(double one, double other) {
        return Double.isNaN(one) ? other : Math.min(one, other);
    }

    private static double most(double one, double other) {
        return Double.isNaN(one) ? other : Math.max(one, other);
    }

    private static void draw(Figure figure, Theme theme, Canvas canvas) {
        draw(figure, theme, canvas, true, Header.bottom(figure));
    }

    /** Draws a figure, with or without the names of its series, and what is below its title and note from {@code header} on. */
    static void draw(Figure figure, Theme theme, Canvas canvas, boolean named, double header) {
        var layout = Layout.of(figure, named, header);
        var axes = new Axes(figure, layout, theme, canvas);
        Header.draw(figure, layout, theme, canvas);
        layout.legend().draw(header, theme, canvas);
        axes.drawBehind();
        // Lines keep half their width beyond the frame, and the highest bar its number.
        canvas.clip(layout.plot().shrunk(-4, hasTexts(figure) ? -14 : -4, -4, -4));
        var painter = new MarkPainter(figure, layout, theme, canvas);
        figure.marks().forEach(painter::draw);
        new ReferenceLabels(figure, layout).draw(theme, canvas);
        canvas.unclip();
        if (figure.isEmpty()) {
            sayThatItIsEmpty(layout.plot(), theme, canvas);
        }
        axes.drawBeside();
        layout.labels().draw(figure, layout, theme, canvas);
    }

    /** Returns whether bars have numbers at their ends. */
    static boolean hasTexts(Figure figure) {
        return figure.marks().stream()
                .anyMatch(m -> m instanceof Mark.Blocks blocks && !blocks.texts().isEmpty());
    }

    /** Else an empty frame looks as if something had failed. */
    private static void sayThatItIsEmpty(PixelBox plot, Theme theme, Canvas canvas) {
        canvas.text(
                Figure.NO_DATA,
                plot.middle(),
                plot.y() + plot.height() / 2 + 4,
                Lettering.of(Layout.SMALL, theme.muted()).at(Lettering.Anchor.MIDDLE));
    }
}
