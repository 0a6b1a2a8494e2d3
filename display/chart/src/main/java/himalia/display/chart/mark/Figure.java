package himalia.display.chart.mark;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Visible;
import java.util.ArrayList;
import java.util.List;

/**
 * A whole picture as data: what is drawn, and how large.
 *
 * @param kind what kind of chart it is, in words: {@code line chart}
 * @param title what it says at the top; may be empty
 * @param note a line below the title: the area under a curve, the number of rows; may be empty
 * @param marks what is drawn, the first at the back
 * @param told what the marks say, in words; empty to read it off the marks
 * @param width in CSS pixels
 * @param height in CSS pixels
 * @param dark true for a dark ground
 */
public record Figure(
        String kind,
        String title,
        String note,
        Axis x,
        Axis y,
        List<Mark> marks,
        List<String> told,
        int width,
        int height,
        boolean dark) {
    /** What an empty picture says. */
    public static final String NO_DATA = "no data";

    public Figure {
        title = Visible.line(given(title, "the title", "give it words, or \"\" for none"));
        note = Visible.line(note);
        marks = List.copyOf(marks);
        told = List.copyOf(told);
        if (width < 80 || height < 60 || width > 4000 || height > 4000) {
            throw new IllegalArgumentException(
                    "a chart's size must be from 80 × 60 to 4000 × 4000 pixels, got "
                            + width
                            + " × "
                            + height);
        }
    }

    /** Begins a figure of the usual size on a light ground. */
    public static Figure of(String kind, String title, Axis x, Axis y, List<Mark> marks) {
        return new Figure(kind, title, "", x, y, marks, List.of(), 640, 400, false);
    }

    public Figure noted(String newNote) {
        return new Figure(kind, title, newNote, x, y, marks, told, width, height, dark);
    }

    public Figure axes(Axis newX, Axis newY) {
        return new Figure(kind, title, note, newX, newY, marks, told, width, height, dark);
    }

    /** Says in words what the marks show, where reading them off would not tell. */
    public Figure telling(List<String> words) {
        return new Figure(kind, title, note, x, y, marks, words, width, height, dark);
    }

    public Figure sized(int newWidth, int newHeight) {
        return new Figure(kind, title, note, x, y, marks, told, newWidth, newHeight, dark);
    }

    public Figure darkened(boolean newDark) {
        return new Figure(kind, title, note, x, y, marks, told, width, height, newDark);
    }

    public Figure marked(List<Mark> newMarks) {
        return new Figure(kind, title, note, x, y, newMarks, told, width, height, dark);
    }

    /** Returns whether there is nothing to see in the picture but its title and its axes. */
    public boolean isEmpty() {
        return marks.stream().allMatch(Mark::isEmpty);
    }

    /** Returns all that is written in the picture but its numbers. */
    public String written() {
        var texts = new ArrayList<>(List.of(title, note, x.label(), y.label()));
        texts.addAll(x.categories());
        texts.addAll(y.categories());
        texts.addAll(series());
        for (var mark : marks) {
            if (mark instanceof Mark.Words words) {
                texts.add(words.text());
            } else if (mark instanceof Mark.Reference reference) {
                texts.add(reference.text());
            } else if (mark instanceof Mark.Blocks blocks) {
                texts.addAll(blocks.texts());
            }
        }
        return String.join("\n", texts);
    }

    /** Returns the names of the series, in the order in which they take their colours. */
    public List<String> series() {
        return marks.stream().map(Mark::name).filter(n -> !n.isEmpty()).distinct().toList();
    }
}
