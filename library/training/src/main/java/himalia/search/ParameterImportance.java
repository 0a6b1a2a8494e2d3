package himalia.search;

import static himalia.display.bundle.Given.given;

import himalia.model.Model;
import himalia.table.ColumnNames;
import himalia.table.Seeds;
import himalia.training.RandomForestRegressor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * How much of the differences between trials each setting explains by itself: functional analysis of variance of a random forest that learnt from the complete
 * trials.
 *
 * <pre>{@code
 * ParameterImportance.of(study)     // {rate=0.71, depth=0.18}
 * }</pre>
 *
 * <p>The forest is asked all over the space, and not only where trials are, which crowd where they are good. What is left to 1 is what settings do together.
 *
 * <p>F. Hutter, H. Hoos, K. Leyton-Brown (2014): An Efficient Approach for Assessing Hyperparameter Importance. ICML.
 */
public final class ParameterImportance {
    /** With fewer trials a forest tells of nothing. */
    private static final int FEWEST = 8;

    private static final int TREES = 64;
    private static final int BACKGROUND = 128;
    private static final int POINTS = 16;
    private static final long SEED = 0;
    private static final String VALUE = "value of the trial";

    private ParameterImportance() {}

    /** Returns the share of each setting, from 0 to 1, the largest first; nothing of fewer than eight complete trials, or of equal ones. */
    public static Map<String, Double> of(Study study) {
        var complete =
                given(study, "study").history().of(TrialState.COMPLETE).stream()
                        .filter(trial -> Double.isFinite(trial.value()))
                        .toList();
        var values = complete.stream().mapToDouble(TrialRecord::value).toArray();
        if (values.length < FEWEST || DoubleStream.of(values).distinct().count() < 2) {
            return Map.of();
        }
        var space = study.space();
        var rows = complete.stream().map(trial -> places(space, trial.settings())).toList();
        var trials = table(space.names(), rows).addColumns(DoubleColumn.create(VALUE, values));
        try (var forest = new RandomForestRegressor(TREES, SEED).fit(trials, VALUE)) {
            return shares(space, forest);
        }
    }

    private static double[] places(SearchSpace space, Map<String, Object> settings) {
        return space.names().stream()
                .mapToDouble(
                        name -> {
                            var value = settings.get(name);
                            // Apart from all values: that it is not there may matter.
                            return value == null ? -1 : space.distribution(name).place(value);
                        })
                .toArray();
    }

    private static Table table(List<String> names, List<double[]> rows) {
        var table = Table.create("trials");
        var columns = new ColumnNames(List.of(VALUE));
        for (int i = 0; i < names.size(); i++) {
            int at = i;
            table.addColumns(
                    DoubleColumn.create(
                            columns.add(names.get(i)),
                            rows.stream().mapToDouble(row -> row[at]).toArray()));
        }
        return table;
    }

    private static Map<String, Double> shares(SearchSpace space, Model forest) {
        var random = Seeds.random(SEED);
        var background =
                IntStream.range(0, BACKGROUND)
                        .mapToObj(i -> places(space, space.at(name -> random.nextDouble())))
                        .toList();
        var shares = new LinkedHashMap<String, Double>();
        for (var name : space.names()) {
            shares.put(name, share(space, forest, background, name));
        }
        var sorted = new LinkedHashMap<String, Double>();
        shares.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .forEach(each -> sorted.put(each.getKey(), each.getValue()));
        return sorted;
    }

    /** Returns how much of what the forest says differs by one setting alone, the others being anywhere. */
    private static double share(
            SearchSpace space, Model forest, List<double[]> background, String name) {
        int at = space.names().indexOf(name);
        var with = background.stream().filter(row -> row[at] >= 0).toList();
        int size = space.distribution(name).size();
        int points = size == 0 ? POINTS : Math.min(POINTS, size);
        var rows = new ArrayList<double[]>();
        for (int point = 0; point < points; point++) {
            for (var row : with) {
                var moved = row.clone();
                moved[at] = (point + 0.5) / points;
                rows.add(moved);
            }
        }
        if (rows.isEmpty()) {
            return 0;
        }
        var said = predicted(space, forest, rows);
        double all = variance(said);
        return all > 0 ? variance(means(said, points)) / all : 0;
    }

    /** Returns the means of equal parts. */
    private static double[] means(double[] values, int parts) {
        int length = values.length / parts;
        return IntStream.range(0, parts)
                .mapToDouble(
                        part ->
                                Arrays.stream(values, part * length, (part + 1) * length)
                                        .average()
                                        .orElse(0))
                .toArray();
    }

    private static double[] predicted(SearchSpace space, Model forest, List<double[]> rows) {
        var predictions = forest.predict(table(space.names(), rows));
        return IntStream.range(0, rows.size()).mapToDouble(predictions::number).toArray();
    }

    private static double variance(double[] values) {
        double mean = DoubleStream.of(values).average().orElse(0);
        return DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).average().orElse(0);
    }
}
