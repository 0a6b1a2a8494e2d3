package himalia.display.chart.draw;

import himalia.display.chart.mark.Figure;
import himalia.display.chart.mark.Mark;

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

    static void draw(Figure figure, Theme theme, Canvas canvas) {
        var layout = Layout.of(figure);
        var axes = new Axes(figure, layout, theme, canvas);
        Header.draw(figure, theme, canvas);
        layout.legend().draw(Header.bottom(figure), theme, canvas);
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

    private static boolean hasTexts(Figure figure) {
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
