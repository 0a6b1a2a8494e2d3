package himalia.display.chart.draw;

import himalia.display.chart.mark.Axis;
import himalia.display.chart.mark.Figure;
import java.util.List;

/**
 * Where the parts of a picture are.
 *
 * @param plot the area of the marks
 * @param labels the names at the ends of the lines
 * @param legend the names above the marks, where lines cannot carry them
 * @param slanted true if the names below the x axis are too long to lie flat
 */
record Layout(
        PixelBox plot,
        Span x,
        Span y,
        Ticks xTicks,
        Ticks yTicks,
        LineLabels labels,
        Legend legend,
        boolean slanted) {
    static final double MARGIN = 18;
    static final double SMALL = 12;
    private static final double LINE = 18;

    /** The longest slanted name. */
    static final double MOST_SLANTED = 130;

    /** How far to the left a slanted name of length 1 goes. */
    private static final double SLANT = Math.cos(Math.toRadians(35));

    static Layout of(Figure figure, boolean named, double header) {
        var labels = named ? LineLabels.of(figure) : LineLabels.NONE;
        var legend = named && labels.isEmpty() ? Legend.of(figure) : Legend.NONE;
        var top =
                header
                        + legend.height()
                        + (figure.y().label().isEmpty() ? 8 : LINE + 8 + overBars(figure));
        var bareX = figure.x().scale() == Axis.Scale.NONE;
        var left = MARGIN + names(figure.y(), figure.width() * 0.4);
        var right = Math.max(MARGIN, labels.width() + MARGIN / 2);
        var band = (figure.width() - left - right) / Math.max(1, figure.x().categories().size());
        var longest = names(figure.x(), Math.max(MOST_SLANTED, band - 6));
        var slanted = longest > band - 6;
        var below =
                (slanted ? Math.min(MOST_SLANTED, longest) * 0.6 + 10 : bareX ? 0 : LINE)
                        + (figure.x().label().isEmpty() && figure.x().scale() != Axis.Scale.TIME
                                ? 0
                                : LINE + 2);
        var height = figure.height() - top - below - MARGIN + 4;

        var y = vertical(figure, top, top + Math.max(20, height));
        var yTicks = ticks(figure, figure.y(), y, 36, Extent.ofY(figure).isWhole());
        left +=
                yTicks.texts().stream()
                        .mapToDouble(t -> TextWidth.of(t, SMALL, false))
                        .max()
                        .orElse(0);
        left += left > MARGIN ? 8 : 0;
        left = slanted ? Math.max(left, leftOfSlanted(figure.x().categories(), band)) : left;
        var box =
                new PixelBox(
                        left,
                        top,
                        Math.max(20, figure.width() - left - right),
                        Math.max(20, height));
        var extent = Extent.ofX(figure);
        var x = Span.of(figure.x(), extent.low(), extent.high(), box.x(), box.right());
        return new Layout(
                box,
                x,
                y,
                ticks(figure, figure.x(), x, box.width() < 300 ? 44 : 72, extent.isWhole()),
                yTicks,
                labels,
                legend,
                slanted);
    }

    /** Returns how much higher the name of the y axis stands because the highest bar has its number below it. */
    static double overBars(Figure figure) {
        return figure.y().categories().isEmpty() && FigureWriter.hasTexts(figure) ? 8 : 0;
    }

    /** Returns where the marks begin so that slanted names, which end below their bands, begin in the picture. */
    private static double leftOfSlanted(List<String> names, double band) {
        double left = 0;
        for (int i = 0; i < names.size(); i++) {
            var width = Math.min(MOST_SLANTED, TextWidth.of(names.get(i), SMALL, false));
            left = Math.max(left, MARGIN / 2 + width * SLANT - band * (i + 0.5));
        }
        return left;
    }

    private static Span vertical(Figure figure, double top, double bottom) {
        var extent = Extent.ofY(figure);
        // Names are read from the top, numbers rise from the bottom.
        return figure.y().categories().isEmpty()
                ? Span.of(figure.y(), extent.low(), extent.high(), bottom, top)
                : Span.of(figure.y(), extent.low(), extent.high(), top, bottom);
    }

    private static Ticks ticks(Figure figure, Axis axis, Span span, double each, boolean whole) {
        return !figure.isEmpty() && axis.categories().isEmpty() && axis.scale() != Axis.Scale.NONE
                ? Ticks.of(axis, span, each, whole)
                : Ticks.NONE;
    }

    private static double names(Axis axis, double most) {
        return axis.categories().stream()
                .mapToDouble(name -> Math.min(most, TextWidth.of(name, SMALL, false)))
                .max()
                .orElse(0);
    }
}
