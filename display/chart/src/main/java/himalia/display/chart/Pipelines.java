package himalia.display.chart;

import himalia.display.chart.mark.Axis;
import himalia.display.chart.mark.Figure;
import himalia.display.chart.mark.Mark;
import himalia.display.chart.mark.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Steps from left to right, each to the right of all it needs. */
final class Pipelines {
    private static final double HALF = 0.34;
    private static final double APART = 1.5;

    private final Map<String, List<String>> needs;
    private final Map<String, Integer> ranks = new LinkedHashMap<>();
    private final List<List<String>> columns = new ArrayList<>();

    private Pipelines(Map<String, List<String>> needs) {
        this.needs = needs;
        for (var step : needs.keySet()) {
            rank(step, new ArrayList<>());
        }
        ranks.forEach((step, rank) -> column(rank).add(step));
        // An arrow over several columns gets a place in each, so that it crosses no box.
        needs.forEach(
                (step, before) ->
                        before.forEach(
                                b ->
                                        between(b, step)
                                                .forEach(rank -> column(rank).add(way(b, step)))));
    }

    static Figure pipeline(String title, Map<String, List<String>> needs) {
        return new Pipelines(needs).figure(title);
    }

    private Figure figure(String title) {
        var marks = new ArrayList<Mark>();
        needs.forEach((step, before) -> before.forEach(b -> marks.addAll(path(b, step))));
        marks.add(boxes());
        var told = new ArrayList<String>();
        needs.forEach(
                (step, before) ->
                        told.add(
                                before.isEmpty()
                                        ? step
                                        : step + " needs " + String.join(", ", before)));
        var rows = columns.stream().mapToInt(List::size).max().orElse(1);
        var axis = Axis.numbers("").scaled(Axis.Scale.NONE);
        return Figure.of(
                        "pipeline",
                        title,
                        axis.between(-0.55, (columns.size() - 1) * APART + 0.55),
                        axis,
                        marks)
                .telling(told)
                .sized(
                        Math.min(1000, Math.max(320, 150 * columns.size())),
                        Math.min(800, 90 + 64 * rows));
    }

    private int rank(String step, List<String> path) {
        if (path.contains(step)) {
            throw new IllegalArgumentException(
                    "the pipeline runs in a circle: "
                            + String.join(" needs ", path)
                            + " needs "
                            + step);
        }
        var known = ranks.get(step);
        if (known != null) {
            return known;
        }
        var longer = new ArrayList<>(path);
        longer.add(step);
        var rank =
                needs.getOrDefault(step, List.of()).stream()
                        .mapToInt(b -> 1 + rank(b, longer))
                        .max()
                        .orElse(0);
        ranks.put(step, rank);
        return rank;
    }

    private List<String> column(int rank) {
        while (columns.size() <= rank) {
            columns.add(new ArrayList<>());
        }
        return columns.get(rank);
    }

    private List<Integer> between(String from, String to) {
        var ranksBetween = new ArrayList<Integer>();
        for (int rank = ranks.getOrDefault(from, 0) + 1; rank < ranks.getOrDefault(to, 0); rank++) {
            ranksBetween.add(rank);
        }
        return ranksBetween;
    }

    private static String way(String from, String to) {
        return from + "\0" + to;
    }

    private double y(String name, int rank) {
        var column = column(rank);
        return (column.size() - 1) / 2.0 - column.indexOf(name);
    }

    private List<Mark> path(String from, String to) {
        var first = ranks.getOrDefault(from, 0);
        var last = ranks.getOrDefault(to, 0);
        var marks = new ArrayList<Mark>();
        var x = new ArrayList<>(List.of(first * APART + 0.52));
        var y = new ArrayList<>(List.of(y(from, first)));
        for (var rank : between(from, to)) {
            for (var side : List.of(-0.5, 0.5)) {
                x.add(rank * APART + side);
                y.add(y(way(from, to), rank));
            }
        }
        var end = x.size() - 1;
        marks.add(new Mark.Line("", Numbers.of(x), Numbers.of(y), Mark.Style.OUTLINE));
        marks.add(new Mark.Arrow(x.get(end), y.get(end), last * APART - 0.52, y(to, last)));
        return marks;
    }

    private Mark boxes() {
        var x = Numbers.of(ranks.values().stream().mapToDouble(rank -> rank * APART).toArray());
        var y =
                Numbers.of(
                        ranks.entrySet().stream()
                                .mapToDouble(e -> y(e.getKey(), e.getValue()))
                                .toArray());
        return new Mark.Blocks(
                "step",
                x.map(v -> v - 0.5),
                x.map(v -> v + 0.5),
                y.map(v -> v - HALF),
                y.map(v -> v + HALF),
                List.copyOf(ranks.keySet()),
                Mark.Look.LABELLED);
    }
}
