package himalia.display.chart.draw;

import himalia.display.chart.mark.Figure;
import java.util.List;

/** Several figures of one size on one picture, under one title. */
public record Sheet(String title, List<Figure> figures, int columns) {
    private static final int TITLE = 38;

    public Sheet {
        figures = List.copyOf(figures);
    }

    public int width() {
        return figures.get(0).width() * Math.min(columns, figures.size());
    }

    public int height() {
        return top() + figures.get(0).height() * ((figures.size() + columns - 1) / columns);
    }

    private int top() {
        return title.isEmpty() ? 0 : TITLE;
    }

    private void names(Theme theme, Canvas canvas) {
        var series = figures.get(0).series();
        var lettering = Lettering.of(Layout.SMALL, theme.text());
        var x = width() - Layout.MARGIN + 16;
        for (int i = series.size() - 1; i >= 0 && series.size() > 1; i--) {
            x -= lettering.width(series.get(i)) + 30;
            canvas.rectangle(new PixelBox(x, 20, 9, 9), theme.series(i));
            canvas.text(series.get(i), x + 14, 29, lettering);
        }
    }

    /** Returns a PNG file at twice the density of the page. */
    public byte[] png() {
        var theme = Theme.of(figures.get(0).dark());
        var canvas = new PixelCanvas(width(), height(), theme.ground());
        if (!title.isEmpty()) {
            canvas.text(title, Layout.MARGIN, 29, Lettering.of(15, theme.text()).bold(true));
        }
        names(theme, canvas);
        for (int i = 0; i < figures.size(); i++) {
            var figure = figures.get(i);
            var part = new PixelCanvas(figure.width(), figure.height(), theme.ground());
            FigureWriter.draw(figure, theme, part);
            canvas.paste(
                    part,
                    i % columns * figures.get(0).width(),
                    top() + i / columns * figures.get(0).height());
        }
        return canvas.png();
    }
}
