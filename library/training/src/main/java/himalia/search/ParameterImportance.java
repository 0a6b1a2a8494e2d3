package himalia.search;

import static himalia.display.bundle.Given.given;

import himalia.table.ColumnNames;
import himalia.table.Seeds;
import himalia.table.Shuffle;
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
 * trials. What they explain together is never more than 1.
 *
 * <pre>{@code
 * ParameterImportance.of(study)     // {rate=0.71, depth=0.18}
 * }</pre>
 *
 * <p>The forest is asked all over the space, and not only where trials are, which crowd where they are good: logarithmic settings evenly by their logarithm
 * (Optuna's evaluator takes them evenly by the number itself), and settings that are for some values of others as often as they are there. What is left to 1 is
 * what settings do together.
 *
 * <p>F. Hutter, H. Hoos, K. Leyton-Brown (2014): An Efficient Approach for Assessing Hyperparameter Importance. ICML.
 */
public final class ParameterImportance {
    /** With fewer trials a forest tells of nothing. */
    private static final int FEWEST = 8;

    private static final int TREES = 64;
    private static final int DRAWS = 1024;
    private static final long SEED = 0;
    private static final String VALUE = "value of the trial";

    private ParameterImportance() {}

    /** Returns the share of each setting, from 0 to 1, the largest first; nothing of fewer than eight complete trials, or of equal ones. */
    public static Map<String, Double> of(Study study) {
        var space = given(study, "study").space();
        var complete =
                study.history().of(TrialState.COMPLETE).stream()
                        .filter(trial -> Double.isFinite(trial.value()))
                        .filter(trial -> isInside(space, trial.settings()))
                        .toList();
        var values = complete.stream().mapToDouble(TrialRecord::value).toArray();
        if (values.length < FEWEST || DoubleStream.of(values).distinct().count() < 2) {
            return Map.of();
        }
        var rows = complete.stream().map(trial -> places(space, trial.settings())).toList();
        var trials = table(space.names(), rows);
        var absent = absent(space);
        var random = Seeds.random(SEED);
        var each = new ArrayList<double[]>();
        for (int tree = 0; tree < TREES; tree++) {
            // Of settings that part the trials alike a tree asks for the one that stands first.
            var order = Shuffle.all(IntStream.range(0, absent.length).toArray(), random);
            each.add(shares(trials, values, absent, order, random.nextLong()));
        }
        return sorted(space, each);
    }

    /** Returns the shares by one tree of some of the trials; nothing where it says the same everywhere. */
    private static double[] shares(
            Table trials, double[] values, double[] absent, int[] order, long seed) {
        var mixed = Table.create("trials");
        IntStream.of(order).forEach(at -> mixed.addColumns(trials.column(at)));
        mixed.addColumns(DoubleColumn.create(VALUE, values));
        var seldom = IntStream.of(order).mapToDouble(at -> absent[at]).toArray();
        try (var forest = new RandomForestRegressor(1, seed).fit(mixed, VALUE)) {
            var found = TreeVariance.shares(forest.trees().get(0), seldom);
            var shares = new double[found.length];
            for (int i = 0; i < found.length; i++) {
                shares[order[i]] = found[i];
            }
            return shares;
        }
    }

    /** The bounds may have moved since it was tried. */
    private static boolean isInside(SearchSpace space, Map<String, Object> settings) {
        return space.names().stream()
                .allMatch(
                        name ->
                                !settings.containsKey(name)
                                        || space.distribution(name).contains(settings.get(name)));
    }

    private static double[] places(SearchSpace space, Map<String, Object> settings) {
        return space.names().stream()
                .mapToDouble(
                        name -> {
                            var value = settings.get(name);
                            // Apart from all values: that it is not there may matter.
                            return value == null
                                    ? TreeVariance.ABSENT
                                    : space.distribution(name).place(value);
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

    private static Map<String, Double> sorted(SearchSpace space, List<double[]> each) {
        var means = new LinkedHashMap<String, Double>();
        for (int i = 0; i < space.names().size(); i++) {
            int at = i;
            double mean =
                    each.stream()
                            .filter(shares -> shares.length > 0)
                            .mapToDouble(shares -> shares[at])
                            .average()
                            .orElse(0);
            means.put(space.names().get(i), mean);
        }
        var sorted = new LinkedHashMap<String, Double>();
        means.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .forEach(share -> sorted.put(share.getKey(), share.getValue()));
        return sorted;
    }

    /** Returns how often each setting is not there, by many draws. */
    private static double[] absent(SearchSpace space) {
        var random = Seeds.random(SEED);
        var absent = new double[space.names().size()];
        for (int draw = 0; draw < DRAWS; draw++) {
            var places = places(space, space.at(name -> random.nextDouble()));
            Arrays.setAll(
                    absent,
                    at -> absent[at] + (places[at] == TreeVariance.ABSENT ? 1.0 / DRAWS : 0));
        }
        return absent;
    }
}
