package himalia.display.chart.draw;

import himalia.display.chart.mark.Axis;
import himalia.display.chart.mark.Figure;
import himalia.display.chart.mark.Mark;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Draws what readings are taken from: grid, ticks, names, labels. */
final class Axes {
    private static final double SMALL = Layout.SMALL;

    private final Figure figure;
    private final Layout layout;
    private final Theme theme;
    private final Canvas canvas;

    Axes(Figure figure, Layout layout, Theme theme, Canvas canvas) {
        this.figure = figure;
        this.layout = layout;
        this.theme = theme;
        this.canvas = canvas;
    }

    /** Draws what lies behind the marks. */
    void drawBehind() {
        var box = layout.plot();
        var pen = Pen.of(theme.grid(), 1);
        for (var tick : layout.yTicks().values()) {
            var y = crisp(layout.y().pixel(tick));
            canvas.segment(box.x(), y, box.right(), y, pen);
        }
        if (readsAcross()) {
            for (var tick : layout.xTicks().values()) {
                var x = crisp(layout.x().pixel(tick));
                canvas.segment(x, box.y(), x, box.bottom(), pen);
            }
        }
    }

    /** Draws what stands beside the marks. */
    void drawBeside() {
        var box = layout.plot();
        var numbers = Lettering.of(SMALL, theme.muted());
        for (int i = 0; i < layout.yTicks().values().size(); i++) {
            var y = layout.y().pixel(layout.yTicks().values().get(i));
            canvas.text(
                    layout.yTicks().texts().get(i),
                    box.x() - 8,
                    y + 4,
                    numbers.at(Lettering.Anchor.END));
        }
        for (int i = 0; i < layout.xTicks().values().size(); i++) {
            var x = layout.x().pixel(layout.xTicks().values().get(i));
            canvas.text(
                    layout.xTicks().texts().get(i),
                    x,
                    box.bottom() + 17,
                    numbers.at(Lettering.Anchor.MIDDLE));
        }
        rowNames();
        columnNames();
        baseLine();
        if (!figure.y().label().isEmpty()) {
            canvas.text(
                    figure.y().label(),
                    Layout.MARGIN,
                    box.y() - 12 - Layout.overBars(figure),
                    numbers);
        }
        var words =
                Stream.of(figure.x().label(), layout.xTicks().context())
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.joining(" · "));
        if (!words.isEmpty()) {
            canvas.text(
                    words, box.middle(), figure.height() - 12, numbers.at(Lettering.Anchor.MIDDLE));
        }
    }

    private void rowNames() {
        var names = figure.y().categories();
        var every = every(names.size(), 14, layout.y().length());
        var lettering = Lettering.of(SMALL, theme.text()).at(Lettering.Anchor.END);
        for (int i = 0; i < names.size(); i += every) {
            var name = TextWidth.cut(names.get(i), SMALL, false, figure.width() * 0.4);
            canvas.text(name, layout.plot().x() - 8, layout.y().pixel(i) + 4, lettering);
        }
    }

    private void columnNames() {
        var names = figure.x().categories();
        var every = every(names.size(), layout.slanted() ? 16 : 1, layout.x().length());
        var lettering = Lettering.of(SMALL, theme.text());
        for (int i = 0; i < names.size(); i += every) {
            var x = layout.x().pixel(i);
            var room = layout.slanted() ? Layout.MOST_SLANTED : layout.x().unit() - 6;
            var name = TextWidth.cut(names.get(i), SMALL, false, room);
            if (layout.slanted()) {
                canvas.text(
                        name,
                        x + 4,
                        layout.plot().bottom() + 14,
                        lettering.at(Lettering.Anchor.END).turned(-35));
            } else {
                canvas.text(
                        name,
                        x,
                        layout.plot().bottom() + 17,
                        lettering.at(Lettering.Anchor.MIDDLE));
            }
        }
    }

    private static int every(int count, double pixels, double length) {
        return Math.max(1, (int) Math.ceil(count * pixels / Math.max(1, length)));
    }

    /** Bars stand on zero; points and lines lie above the lower edge. */
    private void baseLine() {
        var box = layout.plot();
        var pen = Pen.of(theme.axis(), 1);
        if (has(Mark.Cells.class)
                || figure.x().scale() == Axis.Scale.NONE
                || figure.y().scale() == Axis.Scale.NONE) {
            return;
        }
        if (!figure.y().categories().isEmpty()) {
            var x =
                    crisp(
                            layout.x().low() <= 0 && layout.x().high() >= 0
                                    ? layout.x().pixel(0)
                                    : box.x());
            canvas.segment(x, box.y(), x, box.bottom(), pen);
            return;
        }
        var zero = hasBars() && layout.y().low() < 0 && layout.y().high() > 0;
        var y = crisp(zero ? layout.y().pixel(0) : box.bottom());
        canvas.segment(box.x(), y, box.right(), y, pen);
    }

    private boolean readsAcross() {
        return has(Mark.Points.class)
                || has(Mark.Reference.class)
                || !figure.y().categories().isEmpty() && !has(Mark.Cells.class);
    }

    /** A tint behind other marks stands on nothing. */
    private boolean hasBars() {
        return figure.marks().stream()
                .anyMatch(m -> m instanceof Mark.Blocks b && b.look() != Mark.Look.FAINT);
    }

    private boolean has(Class<? extends Mark> kind) {
        return figure.marks().stream().anyMatch(kind::isInstance);
    }

    /** A line one pixel wide looks grey unless it fills whole pixels. */
    private static double crisp(double pixel) {
        return Math.floor(pixel) + 0.5;
    }
}
