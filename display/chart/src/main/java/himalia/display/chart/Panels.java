package himalia.display.chart;

import himalia.display.bundle.Displayable;
import himalia.display.bundle.MimeBundle;
import himalia.display.chart.draw.Sheet;
import himalia.display.chart.mark.Figure;
import himalia.display.chart.mark.FigureWords;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Several charts of one size beside and below each other, to be compared.
 *
 * @param title what they have in common
 * @param figures from left to right, row by row
 * @param columns how many stand beside each other
 */
public record Panels(String title, List<Figure> figures, int columns) implements Displayable {
    public Panels {
        figures = List.copyOf(figures);
        if (figures.isEmpty() || columns < 1) {
            throw new IllegalArgumentException(
                    "panels need at least one chart and one column, got "
                            + figures.size()
                            + " charts and "
                            + columns
                            + " columns");
        }
    }

    /** Returns the picture as a PNG file, at twice the density of the page. */
    public byte[] png() {
        return sheet().png();
    }

    @Override
    public MimeBundle bundle() {
        var sheet = sheet();
        return PictureOrWords.of(
                MimeBundle.plain(text()),
                sheet::png,
                sheet.width(),
                sheet.height(),
                words -> words);
    }

    private String text() {
        return title
                + "\n"
                + figures.stream().map(FigureWords::of).collect(Collectors.joining("\n"));
    }

    private Sheet sheet() {
        return new Sheet(title, figures, columns);
    }

    @Override
    public String toString() {
        return text();
    }
}
