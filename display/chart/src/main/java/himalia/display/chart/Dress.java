package himalia.display.chart;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.JdbcTimes;
import himalia.display.chart.data.DataColumn;
import himalia.display.chart.mark.Axis;
import himalia.display.chart.mark.Figure;
import himalia.display.chart.mark.Mark;
import himalia.display.chart.mark.Moments;
import himalia.display.chart.mark.TimeForm;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said and fixed around a chart from a table.
 *
 * @param xLabel null to say what the chart measures there
 * @param yLabel null to say what the chart measures there
 * @param low where the y axis begins, NaN to begin at the data
 * @param high where the y axis ends, NaN to end at the data
 * @param notes what is written and drawn into it
 */
record Dress(
        String title,
        @Nullable String xLabel,
        @Nullable String yLabel,
        boolean isLogX,
        boolean isLogY,
        double low,
        double high,
        List<Note> notes) {
    static final Dress PLAIN =
            new Dress("", null, null, false, false, Double.NaN, Double.NaN, List.of());

    /**
     * Words at a place, or a line there.
     *
     * @param x a number, a time or a name; null for a level line
     * @param y NaN for an upright line
     */
    record Note(@Nullable Object x, double y, String words) {}

    Dress titled(String words) {
        given(words, "the title", "give it words, or \"\" for none");
        return new Dress(words, xLabel, yLabel, isLogX, isLogY, low, high, notes);
    }

    Dress xLabelled(String words) {
        given(words, "the label", "give it words, or \"\" for none");
        return new Dress(title, words, yLabel, isLogX, isLogY, low, high, notes);
    }

    Dress yLabelled(String words) {
        given(words, "the label", "give it words, or \"\" for none");
        return new Dress(title, xLabel, words, isLogX, isLogY, low, high, notes);
    }

    Dress logX() {
        return new Dress(title, xLabel, yLabel, true, isLogY, low, high, notes);
    }

    Dress logY() {
        return new Dress(title, xLabel, yLabel, isLogX, true, low, high, notes);
    }

    Dress between(double newLow, double newHigh) {
        // Refused in the step that asks for it.
        var unused = Axis.numbers("").asked(newLow, newHigh);
        return new Dress(title, xLabel, yLabel, isLogX, isLogY, newLow, newHigh, notes);
    }

    Dress noted(Note note) {
        var all = new ArrayList<>(notes);
        all.add(note);
        return new Dress(title, xLabel, yLabel, isLogX, isLogY, low, high, List.copyOf(all));
    }

    /** Puts on a figure what was asked for. */
    Figure on(Figure figure, @Nullable DataColumn x) {
        var marks = new ArrayList<>(figure.marks());
        var across = xLabel == null ? figure.x() : figure.x().labelled(xLabel);
        var up = yLabel == null ? figure.y() : figure.y().labelled(yLabel);
        across = isLogX ? log(across) : across;
        up = isLogY ? log(up) : up;
        for (var note : notes) {
            var mark = mark(note, x);
            Places.check(mark, across, up);
            marks.add(mark);
        }
        up = Double.isNaN(low) && Double.isNaN(high) ? up : up.between(low, high);
        return figure.axes(across, up).marked(marks);
    }

    private static Axis log(Axis axis) {
        if (axis.scale() == Axis.Scale.TIME || !axis.categories().isEmpty()) {
            throw new IllegalArgumentException(
                    "the axis '%s' holds %s; a logarithmic one needs numbers"
                            .formatted(
                                    axis.label(), axis.categories().isEmpty() ? "times" : "names"));
        }
        return axis.scaled(Axis.Scale.LOG);
    }

    private static Mark mark(Note note, @Nullable DataColumn column) {
        if (note.x() == null) {
            return Places.level(note.y(), note.words());
        }
        double x = place(note.x(), column);
        return Double.isNaN(note.y())
                ? Places.upright(x, note.words())
                : Places.words(x, note.y(), note.words());
    }

    private static double place(Object x, @Nullable DataColumn column) {
        if (column != null && !column.levels().isEmpty()) {
            var place = column.levels().indexOf(DataColumn.nameOf(x));
            if (place < 0) {
                throw new IllegalArgumentException(
                        "'%s' is no value of column '%s', at which something is to stand"
                                .formatted(x, column.name()));
            }
            return place;
        }
        boolean timed = column != null && column.kind() == DataColumn.Kind.TIMES;
        boolean isClock = timed && column != null && column.form() == TimeForm.CLOCK;
        var given = JdbcTimes.plain(x);
        var time = Moments.millis(given);
        if (timed && time.isPresent() && isClock == (TimeForm.of(given) == TimeForm.CLOCK)) {
            return time.getAsDouble();
        }
        if (!timed && x instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException(
                "the x axis holds %s; '%s' has no place on it"
                        .formatted(isClock ? "times of day" : timed ? "dates" : "numbers", x));
    }
}
