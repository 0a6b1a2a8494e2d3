package himalia.display.chart;

import himalia.display.chart.mark.Axis;
import himalia.display.chart.mark.Figure;
import himalia.display.chart.mark.Mark;
import himalia.display.chart.mark.Quantity;

/** Where somebody has lines and words stand: each has a place on the axes. */
final class Places {
    private Places() {}

    /** Refuses what is no place on any axis. */
    static double finite(double place) {
        if (!Double.isFinite(place)) {
            throw new IllegalArgumentException("a line or words stand at a number, got " + place);
        }
        return place;
    }

    /** Returns a level line. */
    static Mark level(double y, String words) {
        finite(y);
        return new Mark.Reference(Double.NEGATIVE_INFINITY, y, Double.POSITIVE_INFINITY, y, words);
    }

    /** Returns an upright line. */
    static Mark upright(double x, String words) {
        finite(x);
        return new Mark.Reference(x, Double.NEGATIVE_INFINITY, x, Double.POSITIVE_INFINITY, words);
    }

    /** Returns words beside a place. */
    static Mark words(double x, double y, String words) {
        return new Mark.Words(finite(x), finite(y), words);
    }

    /** Refuses a mark that has no place where a logarithmic axis begins; infinite ends reach the frame. */
    static void check(Mark mark, Axis x, Axis y) {
        if (mark instanceof Mark.Reference line) {
            check(line.x1(), line.text(), x);
            check(line.y1(), line.text(), y);
        } else if (mark instanceof Mark.Words words) {
            check(words.x(), words.text(), x);
            check(words.y(), words.text(), y);
        }
    }

    /** Returns the figure, of which all lines and words are the user's. */
    static Figure checked(Figure figure) {
        figure.marks().forEach(mark -> check(mark, figure.x(), figure.y()));
        return figure;
    }

    private static void check(double place, String words, Axis axis) {
        if (axis.scale() == Axis.Scale.LOG && Double.isFinite(place) && place <= 0) {
            throw new IllegalArgumentException(
                    "a logarithmic axis has no place for %s, where '%s' is to stand"
                            .formatted(Quantity.of(place), words));
        }
    }
}
