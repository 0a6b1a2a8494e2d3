package himalia.display.chart.draw;

import himalia.display.chart.mark.Mark;

/** How large the numbers in coloured cells are written: all of them alike, or none, for one left out would look like a gap. */
final class CellLetters {
    private static final double[] SIZES = {15, 11.5, 10, 9, 8};
    private static final double LARGE = 12;
    private static final double ROOM = 4;

    private CellLetters() {}

    /** Returns the size, 0 where the longest number does not fit into its cell. */
    static double size(Mark.Cells cells, Layout layout) {
        double width = layout.x().unit() - ROOM;
        double height = layout.y().unit() - ROOM;
        double[] longest = {longest(cells, false), longest(cells, true)};
        for (var size : SIZES) {
            boolean bold = isBold(size);
            boolean roomy = !bold || height > 40 && width > 56;
            if (roomy && longest[bold ? 1 : 0] * size <= width && size <= height) {
                return size;
            }
        }
        return 0;
    }

    static boolean isBold(double size) {
        return size > LARGE;
    }

    private static double longest(Mark.Cells cells, boolean bold) {
        return cells.texts().stream()
                .flatMap(row -> row.stream())
                .mapToDouble(text -> TextWidth.of(text.split("\n", 2)[0], 1, bold))
                .max()
                .orElse(0);
    }
}
