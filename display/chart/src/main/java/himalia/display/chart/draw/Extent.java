package himalia.display.chart.draw;

import himalia.display.chart.mark.Axis;
import himalia.display.chart.mark.Figure;
import himalia.display.chart.mark.Mark;
import himalia.display.chart.mark.Numbers;

/** What the marks of a figure cover, in data units, with the room around them that makes them easy to read. */
final class Extent {
    private final boolean logarithmic;
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;
    private boolean padded;
    private boolean whole = true;

    private Extent(boolean logarithmic) {
        this.logarithmic = logarithmic;
    }

    static Extent ofX(Figure figure) {
        var extent = new Extent(figure.x().scale() == Axis.Scale.LOG);
        for (var mark : figure.marks()) {
            if (mark instanceof Mark.Line line) {
                extent.add(line.x());
            } else if (mark instanceof Mark.Points points) {
                extent.add(points.x());
                extent.padded = true;
            } else if (mark instanceof Mark.Band band) {
                extent.add(band.x());
            } else if (mark instanceof Mark.Blocks blocks) {
                extent.add(blocks.left());
                extent.add(blocks.right());
                extent.reserve(blocks, figure);
            } else if (mark instanceof Mark.Cells cells && !cells.rows().isEmpty()) {
                extent.add(-0.5);
                extent.add(cells.rows().get(0).size() - 0.5);
            } else if (mark instanceof Mark.Arrow arrow) {
                extent.add(arrow.x1());
                extent.add(arrow.x2());
            } else if (mark instanceof Mark.Reference reference) {
                extent.reach(reference.x1(), reference.x2());
            } else if (mark instanceof Mark.Words words) {
                extent.reach(words.x());
            }
        }
        extent.stand(figure);
        return extent;
    }

    static Extent ofY(Figure figure) {
        var extent = new Extent(figure.y().scale() == Axis.Scale.LOG);
        extent.padded = true;
        for (var mark : figure.marks()) {
            if (mark instanceof Mark.Line line) {
                extent.add(line.y());
            } else if (mark instanceof Mark.Points points) {
                extent.add(points.y());
            } else if (mark instanceof Mark.Band band) {
                extent.add(band.low());
                extent.add(band.high());
            } else if (mark instanceof Mark.Blocks blocks) {
                extent.add(blocks.bottom());
                extent.add(blocks.top());
            } else if (mark instanceof Mark.Cells cells && !cells.rows().isEmpty()) {
                extent.add(-0.5);
                extent.add(cells.rows().size() - 0.5);
                extent.padded = false;
            } else if (mark instanceof Mark.Arrow arrow) {
                extent.add(arrow.y1());
                extent.add(arrow.y2());
            } else if (mark instanceof Mark.Reference reference) {
                extent.reach(reference.y1(), reference.y2());
            } else if (mark instanceof Mark.Words words) {
                extent.reach(words.y());
            }
        }
        extent.stand(figure);
        boolean bars = figure.marks().stream().anyMatch(Mark.Blocks.class::isInstance);
        // The least bar has a height too.
        extent.low /= extent.logarithmic && bars ? 2 : 1;
        return extent;
    }

    /** Bars stand on the axis, also where all are zero. */
    private void stand(Figure figure) {
        if (low == 0
                && high == 0
                && figure.marks().stream()
                        .allMatch(m -> m instanceof Mark.Blocks || m instanceof Mark.Reference)) {
            high = 1;
        }
    }

    /** Bars from the left carry their numbers at their ends. */
    private void reserve(Mark.Blocks blocks, Figure figure) {
        if (!figure.y().categories().isEmpty()
                && !blocks.texts().isEmpty()
                && blocks.look() == Mark.Look.SOLID) {
            var room = (Math.max(0, high) - Math.min(0, low)) * 0.1;
            high = high > 0 ? high + room : high;
            low = low < 0 ? low - room : low;
        }
    }

    /** True if all values are whole numbers: then half a step means nothing. */
    boolean isWhole() {
        return whole;
    }

    double low() {
        return !padded ? low : low == 0 ? 0 : logarithmic ? low / room() : low - room();
    }

    double high() {
        return !padded
                ? high
                : high == 0 && low < 0 ? 0 : logarithmic ? high * room() : high + room();
    }

    private double room() {
        return logarithmic ? Math.pow(high / low, 0.04) : (high - low) * 0.04;
    }

    /** What is written on the data is seen too; whether they are whole numbers it does not say. */
    private void reach(double... values) {
        boolean before = whole;
        add(Numbers.of(values));
        whole = before;
    }

    private void add(Numbers numbers) {
        numbers.stream().forEach(this::add);
    }

    private void add(double value) {
        if (Double.isFinite(value) && (!logarithmic || value > 0)) {
            whole &= value == Math.rint(value);
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
    }
}
