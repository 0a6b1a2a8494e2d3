package himalia.display.chart.draw;

import himalia.display.chart.mark.Mark;

/** Draws bars, bins, boxes and tasks. */
final class BlockPainter {
    private static final double LETTERS = 11;
    private static final double DRAWN = 0.95;

    private final Layout layout;
    private final Theme theme;
    private final Canvas canvas;

    BlockPainter(Layout layout, Theme theme, Canvas canvas) {
        this.layout = layout;
        this.theme = theme;
        this.canvas = canvas;
    }

    void draw(Mark.Blocks blocks, Ink ink) {
        for (int i = 0; i < blocks.left().size(); i++) {
            if (!isFinite(blocks, i)) {
                standIn(blocks, i);
                continue;
            }
            var box = box(blocks, i);
            if (Double.isFinite(box.width()) && Double.isFinite(box.height())) {
                if (!isNothingOnOthers(blocks, i)) {
                    canvas.rectangle(
                            box,
                            blocks.name().isEmpty()
                                    ? theme.grid()
                                    : blocks.look() == Mark.Look.FAINT ? ink.at(0.2) : ink);
                }
                if (i < blocks.texts().size()) {
                    text(blocks, i, box, blocks.name().isEmpty() ? theme.grid() : ink);
                }
            }
        }
    }

    private static boolean isNothingOnOthers(Mark.Blocks blocks, int i) {
        boolean isNothing =
                blocks.bottom().at(i) == blocks.top().at(i)
                        || blocks.left().at(i) == blocks.right().at(i);
        return blocks.look() == Mark.Look.STACKED && isNothing;
    }

    private static boolean isFinite(Mark.Blocks blocks, int i) {
        return Double.isFinite(blocks.top().at(i))
                && Double.isFinite(blocks.bottom().at(i))
                && Double.isFinite(blocks.left().at(i))
                && Double.isFinite(blocks.right().at(i));
    }

    /** A bar of no length or an endless one is its number, where bars begin. */
    private void standIn(Mark.Blocks blocks, int i) {
        if (i >= blocks.texts().size()
                || blocks.texts().get(i).isEmpty()
                || blocks.look() != Mark.Look.SOLID) {
            return;
        }
        var flat = layout.yTicks().values().isEmpty();
        var place =
                flat
                        ? (blocks.bottom().at(i) + blocks.top().at(i)) / 2
                        : (blocks.left().at(i) + blocks.right().at(i)) / 2;
        var box =
                flat
                        ? new PixelBox(
                                ended(layout.x().pixel(0), layout.plot().x()),
                                layout.y().pixel(place),
                                0,
                                0)
                        : new PixelBox(
                                layout.x().pixel(place),
                                ended(layout.y().pixel(0), layout.plot().bottom()),
                                0,
                                0);
        var lettering = Lettering.of(LETTERS, theme.muted());
        canvas.text(
                blocks.texts().get(i),
                flat ? box.x() + 5 : box.x(),
                flat ? box.y() + 4 : box.y() - 5,
                lettering.at(flat ? Lettering.Anchor.START : Lettering.Anchor.MIDDLE));
    }

    private PixelBox box(Mark.Blocks blocks, int i) {
        var x1 = ended(layout.x().pixel(blocks.left().at(i)), layout.plot().x());
        var end = layout.x().pixel(blocks.right().at(i));
        var x2 = blocks.look() == Mark.Look.BIN ? x1 + DRAWN * (end - x1) : end;
        var y1 = ended(layout.y().pixel(blocks.bottom().at(i)), layout.plot().bottom());
        var y2 = layout.y().pixel(blocks.top().at(i));
        var left = CellPainter.snapped(Math.min(x1, x2));
        // What is nothing is a line on its place, not a block below it.
        var top = CellPainter.snapped(Math.min(y1, y2)) - (y1 == y2 ? 1 : 0);
        return new PixelBox(
                left,
                top,
                Math.max(0.5, CellPainter.snapped(Math.max(x1, x2)) - left),
                Math.max(y1 == y2 ? 2 : 0.5, CellPainter.snapped(Math.max(y1, y2)) - top));
    }

    /** On a logarithmic axis 0 is endlessly far away: a bar that begins there begins at the frame. */
    private static double ended(double pixel, double frame) {
        return Double.isInfinite(pixel) ? frame : pixel;
    }

    private void text(Mark.Blocks blocks, int i, PixelBox box, Ink ink) {
        var text = blocks.texts().get(i);
        var lettering = Lettering.of(LETTERS, theme.text());
        if (blocks.look() == Mark.Look.LABELLED) {
            var contrast = ink.brightness() > 0.6 ? Theme.LIGHT.text() : Theme.LIGHT.ground();
            var cut = TextWidth.cut(text, LETTERS, false, box.width() - 6);
            canvas.text(
                    cut.equals("…") ? "" : cut,
                    box.middle(),
                    box.y() + box.height() / 2 + 4,
                    Lettering.of(LETTERS, contrast).at(Lettering.Anchor.MIDDLE));
            return;
        }
        var flat = layout.yTicks().values().isEmpty();
        if (flat) {
            var fits =
                    box.right() + 5 + lettering.width(text) < layout.plot().right() + Layout.MARGIN;
            var negative = blocks.right().at(i) <= 0 && blocks.left().at(i) < 0;
            canvas.text(
                    text,
                    negative ? box.x() - 5 : fits ? box.right() + 5 : box.right() - 5,
                    box.y() + box.height() / 2 + 4,
                    lettering.at(
                            negative || !fits ? Lettering.Anchor.END : Lettering.Anchor.START));
        } else if (lettering.width(text) <= box.width() + 16) {
            var below = blocks.top().at(i) <= 0 && blocks.bottom().at(i) < 0;
            canvas.text(
                    text,
                    box.middle(),
                    below ? box.bottom() + 13 : box.y() - 5,
                    lettering.at(Lettering.Anchor.MIDDLE));
        }
    }
}
