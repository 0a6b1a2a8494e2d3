package himalia.display.chart.mark;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Tells a figure in words, for terminals, screen readers and whoever reads a notebook without its pictures. */
public final class FigureWords {
    private static final int SERIES = 12;

    private FigureWords() {}

    public static String of(Figure figure) {
        var lines = new ArrayList<String>();
        lines.add(
                (figure.title().isEmpty() ? "" : figure.title() + " · ")
                        + figure.kind()
                        + axes(figure));
        if (!figure.note().isEmpty()) {
            lines.add(figure.note());
        }
        var told = figure.told().isEmpty() ? told(figure) : figure.told();
        if (told.isEmpty() && figure.isEmpty()) {
            lines.add("  " + Figure.NO_DATA);
        }
        told.stream().limit(SERIES).forEach(line -> lines.add("  " + line));
        if (told.size() > SERIES) {
            lines.add("  … " + (told.size() - SERIES) + " more series");
        }
        return String.join("\n", lines);
    }

    private static List<String> told(Figure figure) {
        return figure.marks().stream()
                .map(mark -> of(mark, figure))
                .filter(words -> !words.isEmpty())
                .toList();
    }

    private static String axes(Figure figure) {
        if (figure.x().label().isEmpty() || figure.y().label().isEmpty()) {
            return figure.x().label().isEmpty() && figure.y().label().isEmpty()
                    ? ""
                    : " · " + figure.x().label() + figure.y().label();
        }
        return " · " + figure.y().label() + " by " + figure.x().label();
    }

    /** Along the x axis there are years, which no thousands mark divides. */
    private static String along(Figure figure, double place) {
        boolean isNamed = !figure.x().categories().isEmpty();
        return !isNamed && figure.x().scale() != Axis.Scale.TIME && Quantity.isYear(place)
                ? Quantity.place(place)
                : figure.x().words(place);
    }

    private static String of(Mark mark, Figure figure) {
        if (mark instanceof Mark.Line line) {
            return named(line.name(), curve(line.x(), line.y(), figure));
        }
        if (mark instanceof Mark.Points points) {
            return named(points.name(), cloud(points.x(), points.y(), figure));
        }
        if (mark instanceof Mark.Blocks blocks && !blocks.name().isEmpty()) {
            return named(blocks.name(), blocks(blocks, figure));
        }
        if (mark instanceof Mark.Cells cells) {
            return cells(cells, figure);
        }
        if (mark instanceof Mark.Words words) {
            return "at %s: %s".formatted(along(figure, words.x()), words.text());
        }
        return "";
    }

    private static String named(String name, String what) {
        return name.isEmpty() || what.isEmpty() ? "" : name + ": " + what;
    }

    private static String curve(Numbers x, Numbers y, Figure figure) {
        if (Numbers.isNoneFinite(x, y)) {
            return "no points";
        }
        var drawn = drawn(x, y, figure);
        if (drawn.length == 0) {
            return points(x, y, figure);
        }
        int start = drawn[0];
        int end = drawn[drawn.length - 1];
        var heights = at(y, drawn);
        return points(x, y, figure)
                + ", from "
                + figure.y().words(y.at(start))
                + " at "
                + along(figure, x.at(start))
                + " to "
                + figure.y().words(y.at(end))
                + " at "
                + along(figure, x.at(end))
                + ", between "
                + figure.y().words(heights.min())
                + " and "
                + figure.y().words(heights.max());
    }

    private static boolean isPoint(Numbers x, Numbers y, int place) {
        return Double.isFinite(x.at(place)) && Double.isFinite(y.at(place));
    }

    /** What the picture does not show, its words do not tell. */
    private static int[] drawn(Numbers x, Numbers y, Figure figure) {
        return IntStream.range(0, y.size())
                .filter(i -> isPoint(x, y, i))
                .filter(i -> isOn(figure.x(), x.at(i)) && isOn(figure.y(), y.at(i)))
                .toArray();
    }

    private static Numbers at(Numbers values, int[] places) {
        return Numbers.of(IntStream.of(places).mapToDouble(values::at).toArray());
    }

    private static String cloud(Numbers x, Numbers y, Figure figure) {
        if (Numbers.isNoneFinite(x, y)) {
            return "no points";
        }
        var drawn = drawn(x, y, figure);
        if (drawn.length == 0) {
            return points(x, y, figure);
        }
        var across = at(x, drawn);
        var heights = at(y, drawn);
        return points(x, y, figure)
                + ", x from "
                + along(figure, across.min())
                + " to "
                + along(figure, across.max())
                + ", y from "
                + figure.y().words(heights.min())
                + " to "
                + figure.y().words(heights.max());
    }

    private static String points(Numbers x, Numbers y, Figure figure) {
        var count = Numbers.finite(x, y);
        int off = count - drawn(x, y, figure).length;
        return (count == 1 ? "1 point" : String.format("%,d points", count))
                + (count < y.size() ? String.format(" (%,d not finite)", y.size() - count) : "")
                + (off > 0
                        ? String.format(" (%,d not above 0, and not on the logarithmic axis)", off)
                        : "");
    }

    private static boolean isOn(Axis axis, double value) {
        return axis.scale() != Axis.Scale.LOG || value > 0;
    }

    private static String blocks(Mark.Blocks blocks, Figure figure) {
        var flat = figure.x().categories().isEmpty() && !figure.y().categories().isEmpty();
        var names = flat ? figure.y().categories() : figure.x().categories();
        var told = new ArrayList<String>();
        int blank = 0;
        for (int i = 0; i < blocks.left().size() && told.size() < SERIES; i++) {
            if (isBlank(blocks, i, flat)) {
                blank++;
                continue;
            }
            var middle =
                    (at(flat ? blocks.bottom() : blocks.left(), i)
                                    + at(flat ? blocks.top() : blocks.right(), i))
                            / 2;
            var position = (int) Math.round(middle);
            var where =
                    names.isEmpty()
                            ? along(figure, blocks.left().at(i))
                                    + " to "
                                    + along(figure, blocks.right().at(i))
                            : position >= 0 && position < names.size() ? names.get(position) : "?";
            var end = flat ? blocks.right().at(i) : blocks.top().at(i);
            told.add(
                    where
                            + " "
                            + value(blocks, i, flat)
                            + (isOn(flat ? figure.x() : figure.y(), end)
                                    ? ""
                                    : " (not on the logarithmic axis)"));
        }
        if (blocks.left().size() - blank > SERIES) {
            told.add("… " + (blocks.left().size() - blank - SERIES) + " more");
        }
        return told.isEmpty() ? "no values" : String.join(", ", told);
    }

    /** Where there is no row there is no bar, and nothing to tell. */
    private static boolean isBlank(Mark.Blocks blocks, int i, boolean flat) {
        var length = flat ? blocks.right().at(i) : blocks.top().at(i);
        return Double.isNaN(length)
                && (i >= blocks.texts().size() || blocks.texts().get(i).isEmpty());
    }

    private static double at(Numbers numbers, int index) {
        return numbers.at(index);
    }

    private static String value(Mark.Blocks blocks, int i, boolean flat) {
        if (i < blocks.texts().size() && !blocks.texts().get(i).isEmpty()) {
            return blocks.texts().get(i);
        }
        var low = flat ? blocks.left().at(i) : blocks.bottom().at(i);
        var high = flat ? blocks.right().at(i) : blocks.top().at(i);
        boolean isBelow = blocks.look() == Mark.Look.STACKED && high < 0;
        return Quantity.of(low == 0 ? high : high == 0 ? low : isBelow ? low - high : high - low);
    }

    private static String cells(Mark.Cells cells, Figure figure) {
        var rows = cells.rows();
        if (rows.isEmpty()) {
            return "no cells";
        }
        var columns = rows.get(0).size();
        if (rows.size() > SERIES || columns > SERIES) {
            var all =
                    rows.stream()
                            .flatMapToDouble(Numbers::stream)
                            .filter(Double::isFinite)
                            .summaryStatistics();
            return rows.size()
                    + " × "
                    + columns
                    + " cells, from "
                    + Quantity.of(all.getMin())
                    + " to "
                    + Quantity.of(all.getMax());
        }
        var lines = new ArrayList<String>();
        for (int i = 0; i < rows.size(); i++) {
            var told = new ArrayList<String>();
            for (int j = 0; j < columns; j++) {
                told.add(name(figure.x().categories(), j) + " " + Quantity.of(rows.get(i).at(j)));
            }
            lines.add(name(figure.y().categories(), i) + ": " + String.join(", ", told));
        }
        return String.join("\n  ", lines);
    }

    private static String name(List<String> names, int index) {
        return index < names.size() ? names.get(index) : String.valueOf(index);
    }
}
