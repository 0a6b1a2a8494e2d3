package himalia.display.chart.draw;

import himalia.display.chart.mark.Figure;
import himalia.display.chart.mark.FigureWords;
import java.util.List;
import java.util.stream.Collectors;

/** Several figures of one size on one picture, under one title; the series that all of them have are named once. */
public record Sheet(String title, List<Figure> figures, int columns) {
    private static final int TITLE = 38;
    private static final int ROW = 22;

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
        int titled = title.isEmpty() ? 0 : TITLE;
        return named().isEmpty() || besideTitle() ? titled : Math.max(14, titled) + rows() * ROW;
    }

    /** Returns what is named once, above all figures; empty where each names its own. */
    private List<String> named() {
        var first = figures.get(0).series();
        boolean alike = figures.stream().allMatch(figure -> figure.series().equals(first));
        return alike && first.size() > 1 && first.size() <= Legend.MOST ? first : List.of();
    }

    private static double room(String name) {
        return TextWidth.of(name, Layout.SMALL, false) + 30;
    }

    private boolean besideTitle() {
        var names = named().stream().mapToDouble(Sheet::room).sum();
        return !title.isEmpty()
                && names + TextWidth.of(title, 15, true) + 3 * Layout.MARGIN < width();
    }

    private int rows() {
        double x = Layout.MARGIN;
        int rows = 1;
        for (var name : named()) {
            if (x > Layout.MARGIN && x + room(name) > width()) {
                x = Layout.MARGIN;
                rows++;
            }
            x += room(name);
        }
        return rows;
    }

    private void names(Theme theme, Canvas canvas) {
        var series = named();
        var lettering = Lettering.of(Layout.SMALL, theme.text());
        boolean beside = besideTitle();
        var start =
                beside
                        ? width()
                                - Layout.MARGIN
                                + 16
                                - series.stream().mapToDouble(Sheet::room).sum()
                        : Layout.MARGIN;
        var x = start;
        double y = beside || title.isEmpty() ? 29 : TITLE + 13;
        for (int i = 0; i < series.size(); i++) {
            if (x > start && x + room(series.get(i)) > width() + 30) {
                x = start;
                y += ROW;
            }
            Marker.ofName(figures.get(0), i).name(canvas, x, y - 9, theme.series(i));
            canvas.text(series.get(i), x + 14, y, lettering);
            x += room(series.get(i));
        }
    }

    /** Returns a PNG file at twice the density of the page. */
    public byte[] png() {
        var theme = theme();
        var canvas = new PixelCanvas(width(), height(), theme.ground());
        draw(
                theme,
                canvas,
                (figure, x, y) -> {
                    var part = new PixelCanvas(figure.width(), figure.height(), theme.ground());
                    FigureWriter.draw(figure, theme, part, named().isEmpty(), header());
                    canvas.paste(part, x, y);
                });
        return canvas.png();
    }

    /** Returns an SVG document. */
    public String svg() {
        var words = figures.stream().map(FigureWords::of).collect(Collectors.joining("\n"));
        var canvas = new SvgCanvas(title, words, width(), height(), theme().ground());
        return drawn(canvas).svg();
    }

    /** Returns a PDF file. */
    public byte[] pdf() {
        return drawn(new PdfCanvas(title, width(), height(), theme().ground())).pdf();
    }

    private Theme theme() {
        return Theme.of(figures.get(0).dark());
    }

    private <C extends Canvas> C drawn(C canvas) {
        draw(
                theme(),
                canvas,
                (figure, x, y) ->
                        FigureWriter.draw(
                                figure,
                                theme(),
                                new Shifted(canvas, x, y),
                                named().isEmpty(),
                                header()));
        return canvas;
    }

    /** Where the longest note ends: below it all plots begin, so that they can be compared. */
    private double header() {
        return figures.stream().mapToDouble(Header::bottom).max().orElse(0);
    }

    private interface Part {
        void draw(Figure figure, int x, int y);
    }

    private void draw(Theme theme, Canvas canvas, Part part) {
        if (!title.isEmpty()) {
            canvas.text(title, Layout.MARGIN, 29, Lettering.of(15, theme.text()).bold(true));
        }
        names(theme, canvas);
        for (int i = 0; i < figures.size(); i++) {
            part.draw(
                    figures.get(i),
                    i % columns * figures.get(0).width(),
                    top() + i / columns * figures.get(0).height());
        }
    }
}
