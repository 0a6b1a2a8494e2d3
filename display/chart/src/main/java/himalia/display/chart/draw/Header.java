package himalia.display.chart.draw;

import himalia.display.chart.mark.Figure;
import himalia.display.chart.mark.Mark;
import himalia.display.chart.mark.Numbers;
import himalia.display.chart.mark.Quantity;
import java.util.List;

/** What stands above a picture: the title, a note, and for coloured cells what the colours mean. */
final class Header {
    private static final double TITLE = 15;
    private static final double RAMP = 90;
    private static final double LINE = 18;

    /** A longer note would take the picture's room. */
    private static final int MOST_LINES = 3;

    private Header() {}

    static double bottom(Figure figure) {
        return 14 + (figure.title().isEmpty() ? 0 : 22) + LINE * note(figure).size();
    }

    private static List<String> note(Figure figure) {
        return TextWidth.lines(figure.note(), Layout.SMALL, room(figure), MOST_LINES);
    }

    private static double room(Figure figure) {
        return figure.width() - 2 * Layout.MARGIN;
    }

    static void draw(Figure figure, Layout layout, Theme theme, Canvas canvas) {
        var y = 14.0;
        if (!figure.title().isEmpty()) {
            y += 15;
            canvas.text(
                    TextWidth.cut(figure.title(), TITLE, true, room(figure)),
                    Layout.MARGIN,
                    y,
                    Lettering.of(TITLE, theme.text()).bold(true));
            y += 7;
        }
        for (var line : note(figure)) {
            canvas.text(line, Layout.MARGIN, y + 12, Lettering.of(Layout.SMALL, theme.muted()));
            y += LINE;
        }
        for (var mark : figure.marks()) {
            if (mark instanceof Mark.Cells cells
                    && (cells.texts().isEmpty() || CellLetters.size(cells, layout) == 0)
                    && !cells.rows().isEmpty()) {
                ramp(figure, cells, theme, canvas);
            }
        }
    }

    private static void ramp(Figure figure, Mark.Cells cells, Theme theme, Canvas canvas) {
        var all =
                cells.rows().stream()
                        .flatMapToDouble(Numbers::stream)
                        .filter(Double::isFinite)
                        .summaryStatistics();
        if (all.getCount() == 0) {
            return;
        }
        var colours = CellColours.of(cells, theme);
        var low = cells.diverging() ? -colours.most() : all.getMin();
        var high = cells.diverging() ? colours.most() : all.getMax();
        var lettering = Lettering.of(Layout.SMALL, theme.muted());
        var right = figure.width() - Layout.MARGIN;
        var text = Quantity.of(high);
        canvas.text(text, right, 29, lettering.at(Lettering.Anchor.END));
        var end = right - lettering.width(text) - 6;
        var steps = 30;
        for (int i = 0; i < steps; i++) {
            var value = low + (high - low) * i / (steps - 1);
            canvas.rectangle(
                    new PixelBox(
                            end - RAMP + i * RAMP / steps,
                            20,
                            RAMP / steps + (i < steps - 1 ? 0.5 : 0),
                            10),
                    colours.of(value));
        }
        canvas.text(Quantity.of(low), end - RAMP - 6, 29, lettering.at(Lettering.Anchor.END));
    }
}
