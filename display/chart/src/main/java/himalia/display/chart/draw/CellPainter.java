package himalia.display.chart.draw;

import himalia.display.chart.mark.Mark;

/** Draws matrices of coloured cells, with their values where there is room. */
final class CellPainter {
    private final Layout layout;
    private final Theme theme;
    private final Canvas canvas;

    CellPainter(Layout layout, Theme theme, Canvas canvas) {
        this.layout = layout;
        this.theme = theme;
        this.canvas = canvas;
    }

    void draw(Mark.Cells cells) {
        var colours = CellColours.of(cells, theme);
        var size = CellLetters.size(cells, layout);
        var gap = Math.min(layout.x().unit(), layout.y().unit()) > 14 ? 1.0 : 0;
        for (int row = 0; row < cells.rows().size(); row++) {
            var values = cells.rows().get(row);
            for (int from = 0; from < values.size(); ) {
                var ink = colours.of(values.at(from));
                var to = from + 1;
                // Cells of one colour are one rectangle, unless lines part them.
                while (gap == 0 && to < values.size() && colours.of(values.at(to)).equals(ink)) {
                    to++;
                }
                var box = box(row, from, to, gap);
                canvas.rectangle(box, ink);
                text(cells, row, from, box, ink, size);
                from = to;
            }
        }
    }

    private PixelBox box(int row, int from, int to, double gap) {
        var left = snapped(layout.x().pixel(from - 0.5));
        var right = snapped(layout.x().pixel(to - 0.5));
        var y1 = snapped(layout.y().pixel(row - 0.5));
        var y2 = snapped(layout.y().pixel(row + 0.5));
        return new PixelBox(left, Math.min(y1, y2), right - left - gap, Math.abs(y2 - y1) - gap);
    }

    private void text(Mark.Cells cells, int row, int column, PixelBox box, Ink ink, double size) {
        if (size == 0 || row >= cells.texts().size() || column >= cells.texts().get(row).size()) {
            return;
        }
        var lines = cells.texts().get(row).get(column).split("\n", 2);
        var contrast = ink.brightness() > 0.55 ? Theme.LIGHT.text() : Theme.LIGHT.ground();
        var first =
                Lettering.of(size, contrast)
                        .bold(CellLetters.isBold(size))
                        .at(Lettering.Anchor.MIDDLE);
        var second = Lettering.of(Math.min(11, size), contrast).at(Lettering.Anchor.MIDDLE);
        var two =
                lines.length > 1 && box.height() > 34 && second.width(lines[1]) <= box.width() - 2;
        var y = box.y() + box.height() / 2 + size * 0.36 - (two ? 8 : 0);
        canvas.text(lines[0], box.middle(), y, first);
        if (two) {
            canvas.text(lines[1], box.middle(), y + 16, second);
        }
    }

    /** Edges on whole pixels of the picture: else neighbours show a seam. */
    static double snapped(double pixel) {
        return Math.round(pixel * 2) / 2.0;
    }
}
