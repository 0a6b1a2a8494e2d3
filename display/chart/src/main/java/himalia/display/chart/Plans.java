package himalia.display.chart;

import himalia.display.chart.mark.Axis;
import himalia.display.chart.mark.Figure;
import himalia.display.chart.mark.Mark;
import himalia.display.chart.mark.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Charts of how systems work: who does what when, where bytes lie. */
final class Plans {
    private static final double HALF = 0.34;

    private Plans() {}

    /** A row for each worker, a bar for each task from its start to its end. */
    static Figure timeline(String title, List<Task> tasks) {
        var workers = tasks.stream().map(Task::worker).distinct().toList();
        var marks = new ArrayList<Mark>();
        for (var name : tasks.stream().map(Task::name).distinct().toList()) {
            var same = tasks.stream().filter(task -> task.name().equals(name)).toList();
            var row =
                    Numbers.of(
                            same.stream()
                                    .mapToDouble(task -> workers.indexOf(task.worker()))
                                    .toArray());
            marks.add(
                    new Mark.Blocks(
                            name,
                            Numbers.of(same.stream().mapToDouble(Task::start).toArray()),
                            Numbers.of(same.stream().mapToDouble(Task::end).toArray()),
                            row.map(r -> r - HALF),
                            row.map(r -> r + HALF),
                            same.stream().map(Task::name).toList(),
                            Mark.Look.LABELLED));
        }
        var told =
                tasks.stream()
                        .limit(50)
                        .map(
                                t ->
                                        t.worker()
                                                + ": "
                                                + t.name()
                                                + " from "
                                                + t.start()
                                                + " to "
                                                + t.end())
                        .toList();
        return Figure.of("timeline", title, Axis.numbers("seconds"), Axis.names("", workers), marks)
                .telling(told)
                .sized(640, Math.min(900, Math.max(170, 110 + 32 * workers.size())));
    }

    /** Where each cell of a table lies in memory or in a file: row after row, or column after column. */
    static Figure byteOrder(String title, List<String> columns, int rows, boolean byRow) {
        var cells = new ArrayList<Numbers>();
        var texts = new ArrayList<List<String>>();
        for (int row = 0; row < rows; row++) {
            var r = row;
            var order =
                    Numbers.positions(columns.size())
                            .map(c -> byRow ? r * columns.size() + c : c * rows + r);
            cells.add(order);
            texts.add(order.stream().mapToObj(place -> Integer.toString((int) place)).toList());
        }
        var names = IntStream.range(0, rows).mapToObj(Integer::toString).toList();
        return Figure.of(
                        "byte order",
                        title,
                        Axis.names("", columns),
                        Axis.names("", names),
                        List.of(new Mark.Cells("place", cells, texts, false)))
                .noted(byRow ? "stored row after row" : "stored column after column")
                .sized(Math.min(640, 140 + 74 * columns.size()), Math.min(700, 120 + 30 * rows));
    }
}
