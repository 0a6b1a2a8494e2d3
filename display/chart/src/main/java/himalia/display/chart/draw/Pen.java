package himalia.display.chart.draw;

/** How a line is drawn. */
record Pen(Ink ink, double width, boolean dashed) {
    static Pen of(Ink ink, double width) {
        return new Pen(ink, width, false);
    }
}
