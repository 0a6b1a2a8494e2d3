package himalia.display.chart.mark;

import himalia.display.bundle.Visible;
import java.util.List;

/**
 * One layer of a picture. Every chart is made of these few, so every way of drawing needs to know these few only.
 *
 * <p>Marks of one name share one colour; marks without a name are furniture and drawn muted.
 */
public sealed interface Mark {
    /** Returns the series it belongs to, empty for furniture. */
    String name();

    /** Returns whether nothing of it can be seen, as no value is a finite number. */
    boolean isEmpty();

    /** A line through points in the order given; NaN breaks it. */
    record Line(String name, Numbers x, Numbers y, Style style) implements Mark {
        public Line {
            name = Visible.line(name);
            sameLength(name, x.size(), y.size());
        }

        @Override
        public boolean isEmpty() {
            return Numbers.isNoneFinite(x, y);
        }
    }

    /** How a line is drawn. */
    enum Style {
        SOLID,
        /** Solid, and its corners are no observations: a staircase, an outline. */
        OUTLINE,

        DASHED,
        THIN
    }

    /** Points that nothing joins. */
    record Points(String name, Numbers x, Numbers y, Shape shape) implements Mark {
        public Points(String name, Numbers x, Numbers y) {
            this(name, x, y, Shape.DOT);
        }

        public Points {
            name = Visible.line(name);
            sameLength(name, x.size(), y.size());
        }

        @Override
        public boolean isEmpty() {
            return Numbers.isNoneFinite(x, y);
        }
    }

    /** How a point is drawn. */
    enum Shape {
        DOT,
        /** Hollow: what is there in another way than the dots. */
        RING,
        /** Crossed out: what is gone. */
        CROSS
    }

    /** The area between two curves over the same x: a spread, an error, the area under a curve. */
    record Band(String name, Numbers x, Numbers low, Numbers high, Look look) implements Mark {
        public Band(String name, Numbers x, Numbers low, Numbers high) {
            this(name, x, low, high, Look.FAINT);
        }

        public Band {
            name = Visible.line(name);
            sameLength(name, x.size(), low.size());
            sameLength(name, x.size(), high.size());
        }

        @Override
        public boolean isEmpty() {
            return Numbers.isNoneFinite(x, low, high);
        }
    }

    /**
     * Rectangles in data units: bars, bins, boxes, tasks.
     *
     * @param texts what stands at each rectangle's end, or empty
     * @param look how they are filled, and where the texts stand
     */
    record Blocks(
            String name,
            Numbers left,
            Numbers right,
            Numbers bottom,
            Numbers top,
            List<String> texts,
            Look look)
            implements Mark {
        public Blocks {
            name = Visible.line(name);
            sameLength(name, left.size(), right.size());
            sameLength(name, left.size(), bottom.size());
            sameLength(name, left.size(), top.size());
            texts = List.copyOf(texts);
        }

        @Override
        public boolean isEmpty() {
            return texts.isEmpty() && Numbers.isNoneFinite(left, right, bottom, top);
        }
    }

    /** How rectangles are filled. */
    enum Look {
        /** Solid, texts at the ends. */
        SOLID,
        /** Solid, on top of others: a value of 0 is nothing, not a strip. */
        STACKED,
        /** Solid, beside others without a gap in the data: a narrow one is drawn between them. */
        BIN,
        /** Solid, texts inside. */
        LABELLED,
        /** A tint behind other marks. */
        FAINT
    }

    /**
     * A matrix of coloured cells; row 0 is at position 0 of the y axis.
     *
     * @param rows the values, row by row
     * @param texts what stands in each cell, row by row, or empty
     * @param diverging true if the colours part at zero
     */
    record Cells(String name, List<Numbers> rows, List<List<String>> texts, boolean diverging)
            implements Mark {
        public Cells {
            name = Visible.line(name);
            rows = List.copyOf(rows);
            texts = texts.stream().map(List::copyOf).toList();
            for (var row : rows) {
                sameLength(name, rows.get(0).size(), row.size());
            }
        }

        @Override
        public boolean isEmpty() {
            return rows.isEmpty() || rows.get(0).size() == 0;
        }
    }

    /**
     * A muted line that readings are compared with: a diagonal, a threshold. Infinite ends reach the frame.
     *
     * @param text what it stands for, or empty
     */
    record Reference(double x1, double y1, double x2, double y2, String text) implements Mark {
        @Override
        public String name() {
            return "";
        }

        /** With nothing to compare it says nothing. */
        @Override
        public boolean isEmpty() {
            return true;
        }
    }

    /** Words at a place: what happened there. */
    record Words(double x, double y, String text) implements Mark {
        public Words {
            text = Visible.line(text);
        }

        @Override
        public String name() {
            return "";
        }

        /** With nothing to speak of they say nothing. */
        @Override
        public boolean isEmpty() {
            return true;
        }
    }

    /** An arrow from one place to another. */
    record Arrow(double x1, double y1, double x2, double y2) implements Mark {
        @Override
        public String name() {
            return "";
        }

        @Override
        public boolean isEmpty() {
            return false;
        }
    }

    private static void sameLength(String name, int expected, int found) {
        if (expected != found) {
            throw new IllegalArgumentException(
                    "series '"
                            + name
                            + "' has "
                            + expected
                            + " x values and "
                            + found
                            + " y values; give one y for each x");
        }
    }
}
