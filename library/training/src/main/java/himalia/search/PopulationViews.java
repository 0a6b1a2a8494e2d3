package himalia.search;

import himalia.display.bundle.Amount;
import himalia.display.chart.Chart;
import himalia.display.chart.Charts;
import himalia.evaluation.Metric;
import himalia.table.ColumnNames;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A population in words, as a table, and as a picture. */
final class PopulationViews {
    private PopulationViews() {}

    static String line(Population population, int size, String metric) {
        var words =
                "%s of %s"
                        .formatted(
                                Amount.of(population.generations(), "generation"),
                                Amount.of(size, "member"));
        if (population.generations() == 0) {
            return words;
        }
        var best = population.best();
        long copies = population.steps().stream().filter(PopulationStep::isCopy).count();
        long failed = population.steps().stream().filter(step -> !step.why().isEmpty()).count();
        return "%s; best %s %s in generation %d by member %d: %s; %s%s"
                .formatted(
                        words,
                        metric,
                        StudyWords.number(best.score()),
                        best.generation(),
                        best.member(),
                        StudyWords.settings(best.settings()),
                        copies == 1 ? "1 copy" : copies + " copies",
                        failed == 0 ? "" : ", " + failed + " failed");
    }

    static Table table(List<PopulationStep> steps, SearchSpace space, String metric) {
        var table =
                Table.create(
                        "population",
                        IntColumn.create(
                                "generation",
                                steps.stream().mapToInt(PopulationStep::generation).toArray()),
                        IntColumn.create(
                                "member",
                                steps.stream().mapToInt(PopulationStep::member).toArray()),
                        IntColumn.create(
                                "from", steps.stream().mapToInt(PopulationStep::from).toArray()));
        var names = new ColumnNames(table.columnNames());
        for (var name : space.names()) {
            var column = StudyTable.column(space.distribution(name));
            steps.forEach(step -> StudyTable.append(column, step.settings().get(name)));
            table.addColumns(column.setName(names.add(name)));
        }
        return table.addColumns(
                DoubleColumn.create(names.add(metric), scores(steps)),
                StringColumn.create(
                        names.add("why"), steps.stream().map(PopulationStep::why).toList()));
    }

    private static double[] scores(List<PopulationStep> steps) {
        return steps.stream().mapToDouble(PopulationStep::score).toArray();
    }

    private static double[] generations(List<PopulationStep> steps) {
        return steps.stream().mapToDouble(PopulationStep::generation).toArray();
    }

    private static double[] numbers(Collection<Double> values) {
        return values.stream().mapToDouble(value -> value).toArray();
    }

    static Chart chart(List<PopulationStep> steps, Metric metric) {
        var told = steps.stream().filter(step -> Double.isFinite(step.score())).toList();
        var own = told.stream().filter(step -> !step.isCopy()).toList();
        var copies = told.stream().filter(PopulationStep::isCopy).toList();
        var best = new TreeMap<Double, Double>();
        double soFar = Double.NaN;
        for (var step : told) {
            boolean isBetter =
                    metric.isGreaterBetter() ? step.score() > soFar : step.score() < soFar;
            soFar = Double.isNaN(soFar) || isBetter ? step.score() : soFar;
            best.put((double) step.generation(), soFar);
        }
        var chart =
                Charts.line("Population")
                        .x("generation", numbers(best.keySet()))
                        .y("best so far", numbers(best.values()))
                        .asPoints()
                        .x("generation", generations(own))
                        .y(metric.name(), scores(own));
        return copies.isEmpty()
                ? chart
                : chart.x("generation", generations(copies)).y("after a copy", scores(copies));
    }
}
