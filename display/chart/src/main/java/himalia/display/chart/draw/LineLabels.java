package himalia.display.chart.draw;

import himalia.display.chart.mark.Axis;
import himalia.display.chart.mark.Figure;
import himalia.display.chart.mark.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Names written at the ends of lines, where the eye already is; no legend to travel to and back.
 *
 * @param lines the line that carries each name
 */
record LineLabels(Map<String, Mark.Line> lines) {
    static final LineLabels NONE = new LineLabels(Map.of());
    private static final int MOST = 14;
    private static final double APART = 14;
    private static final double WIDEST = 150;

    static LineLabels of(Figure figure) {
        var lines = new LinkedHashMap<String, Mark.Line>();
        for (var mark : figure.marks()) {
            if (mark instanceof Mark.Line line
                    && !line.name().isEmpty()
                    && line.style() != Mark.Style.THIN) {
                lines.put(line.name(), line);
            }
        }
        if (lines.size() == 1
                && (lines.containsKey(figure.y().label()) || lines.containsKey(figure.note()))) {
            return new LineLabels(Map.of());
        }
        var all =
                lines.keySet().containsAll(figure.series())
                        && lines.size() <= MOST
                        && !meet(lines)
                        && !isAmongData(figure, lines);
        return new LineLabels(all && figure.x().categories().isEmpty() ? lines : Map.of());
    }

    /** Curves that all end in one place, as ROC curves do, cannot be told apart there. */
    private static boolean meet(Map<String, Mark.Line> lines) {
        if (lines.size() < 2) {
            return false;
        }
        var low = lines.values().stream().mapToDouble(line -> line.y().min()).min().orElse(0);
        var high = lines.values().stream().mapToDouble(line -> line.y().max()).max().orElse(0);
        var ends = lines.values().stream().mapToDouble(LineLabels::end).summaryStatistics();
        return ends.getMax() - ends.getMin() < (high - low) * 0.01 * lines.size();
    }

    /** The name of a line that ends before the others, or among points, would stand on them. */
    private static boolean isAmongData(Figure figure, Map<String, Mark.Line> lines) {
        if (lines.size() < 2) {
            return false;
        }
        var series = figure.series();
        boolean points =
                figure.marks().stream()
                        .anyMatch(m -> m instanceof Mark.Points p && series.contains(p.name()));
        var extent = Extent.ofX(figure);
        var room = (extent.high() - extent.low()) * 0.05;
        return points
                || figure.x().scale() != Axis.Scale.LOG
                        && lines.values().stream()
                                .map(Mark.Line::x)
                                .anyMatch(x -> x.max() < extent.high() - room);
    }

    private static double end(Mark.Line line) {
        return line.y().size() == 0 ? Double.NaN : line.y().at(line.y().size() - 1);
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    double width() {
        return lines.keySet().stream()
                .mapToDouble(name -> Math.min(WIDEST, TextWidth.of(name, Layout.SMALL, true)) + 8)
                .max()
                .orElse(0);
    }

    private record Label(String text, double x, double wanted, Ink ink) {}

    void draw(Figure figure, Layout layout, Theme theme, Canvas canvas) {
        var labels = new ArrayList<Label>();
        var series = figure.series();
        lines.forEach(
                (name, line) -> {
                    var last = line.y().size() - 1;
                    while (last >= 0
                            && !(Double.isFinite(line.y().at(last))
                                    && Double.isFinite(line.x().at(last)))) {
                        last--;
                    }
                    if (last >= 0) {
                        labels.add(
                                new Label(
                                        TextWidth.cut(name, Layout.SMALL, true, WIDEST),
                                        Math.min(
                                                        layout.x().pixel(line.x().at(last)),
                                                        layout.plot().right())
                                                + 8,
                                        layout.y().pixel(line.y().at(last)),
                                        theme.series(series.indexOf(name))));
                    }
                });
        labels.sort(Comparator.comparingDouble(Label::wanted));
        var places = spread(labels, layout.plot());
        for (int i = 0; i < labels.size(); i++) {
            var label = labels.get(i);
            var ink = label.ink().towards(theme.text(), 0.2);
            canvas.text(
                    label.text(),
                    label.x(),
                    places[i] + 4,
                    Lettering.of(Layout.SMALL, ink).bold(true));
        }
    }

    /** Pushes labels down until none overlaps, then up again from the bottom edge. */
    private static double[] spread(List<Label> labels, PixelBox plot) {
        var places = labels.stream().mapToDouble(Label::wanted).toArray();
        for (int i = 0; i < places.length; i++) {
            places[i] = Math.max(places[i], i == 0 ? plot.y() : places[i - 1] + APART);
        }
        for (int i = places.length - 1; i >= 0; i--) {
            var most = i == places.length - 1 ? plot.bottom() : places[i + 1] - APART;
            places[i] = Math.min(places[i], most);
        }
        return places;
    }
}
