package himalia.display.chart.draw;

import himalia.display.chart.mark.Mark;
import himalia.display.chart.mark.Numbers;

/**
 * How the values of cells become colours.
 *
 * @param least the value of the ramp's beginning
 * @param most the value of its end
 */
record CellColours(double least, double most, boolean diverging, Theme theme) {
    static CellColours of(Mark.Cells cells, Theme theme) {
        var all =
                cells.rows().stream()
                        .flatMapToDouble(Numbers::stream)
                        .filter(Double::isFinite)
                        .summaryStatistics();
        var most =
                cells.diverging()
                        ? Math.max(Math.abs(all.getMin()), Math.abs(all.getMax()))
                        : all.getMax();
        return new CellColours(all.getMin(), most, cells.diverging(), theme);
    }

    Ink of(double value) {
        if (Double.isNaN(value)) {
            return theme.grid();
        }
        if (diverging) {
            return theme.diverging(most == 0 ? 0 : value / most);
        }
        return theme.ramp(most == least ? 0.5 : (value - least) / (most - least));
    }
}
