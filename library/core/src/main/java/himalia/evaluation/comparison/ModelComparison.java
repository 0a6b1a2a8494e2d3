package himalia.evaluation.comparison;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Displayable;
import himalia.display.bundle.Escape;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Visible;
import himalia.display.grid.Grid;
import himalia.display.grid.GridOptions;
import himalia.evaluation.Metric;
import himalia.evaluation.folds.Splitter;
import himalia.evaluation.validation.CrossValidationScores;
import himalia.evaluation.validation.ModelSelector;
import himalia.model.Trainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tech.tablesaw.api.Table;

/**
 * Trainers compared on the same folds: the best of them, and of each other whether it is worse by more than chance.
 *
 * <pre>{@code
 * ModelComparison.of(List.of(new LogisticRegression(0.001), new LogisticRegression(1.0)), table, "churned", new StratifiedKFold(10, 42), "roc_auc")
 * }</pre>
 *
 * <p>Two are compared by the corrected resampled t-test, of several all pairs, with Holm's probabilities: that one of them tells a
 * difference by chance is no more probable than for a single test.
 *
 * @param metric what was compared
 * @param scores of each trainer, by its name
 */
public record ModelComparison(String metric, Map<String, CrossValidationScores> scores)
        implements Displayable {
    /** More seldom by chance than this is called a difference. */
    static final double ALPHA = 0.05;

    private static final double LEAST_SHOWN = 1e-4;

    public ModelComparison {
        given(metric, "metric");
        scores = Collections.unmodifiableMap(new LinkedHashMap<>(given(scores, "scores")));
        Metric.named(metric);
        checkCount(scores.size());
        scores.values().forEach(each -> each.comparable(metric));
    }

    private static void checkCount(int trainers) {
        if (trainers < 2) {
            throw new IllegalArgumentException(
                    "two trainers at least are compared, got " + trainers);
        }
    }

    /**
     * Trains all of them.
     *
     * @param trainers by the names that they are called here
     * @param metric the name of what is compared
     */
    public static ModelComparison of(
            Map<String, ? extends Trainer> trainers,
            Table table,
            String label,
            Splitter splitter,
            String metric) {
        given(trainers, "trainers");
        given(table, "table");
        given(label, "label");
        given(splitter, "splitter");
        Metric.named(metric);
        checkCount(trainers.size());
        var names = List.copyOf(trainers.keySet());
        var each =
                new ModelSelector(List.copyOf(trainers.values()), splitter, metric)
                        .scores(table, label);
        var scores = new LinkedHashMap<String, CrossValidationScores>();
        for (int i = 0; i < names.size(); i++) {
            scores.put(names.get(i), each.get(i));
        }
        return new ModelComparison(metric, scores);
    }

    /**
     * Trains all of them, each called by what differs in its settings.
     *
     * @throws IllegalArgumentException if two of them have the same
     */
    public static ModelComparison of(
            List<? extends Trainer> trainers,
            Table table,
            String label,
            Splitter splitter,
            String metric) {
        var texts = new ArrayList<String>();
        for (var trainer : given(trainers, "trainers")) {
            var text = given(trainer, "trainer").toString();
            if (texts.contains(text)) {
                throw new IllegalArgumentException(
                        "%s is there twice; compare different ones, or give them names in a Map"
                                .formatted(trainer));
            }
            texts.add(text);
        }
        var names = DistinctNames.of(texts);
        var named = new LinkedHashMap<String, Trainer>();
        for (int i = 0; i < names.size(); i++) {
            named.put(names.get(i), trainers.get(i));
        }
        return of(named, table, label, splitter, metric);
    }

    /** Returns the names, the best mean first. */
    public List<String> ranking() {
        int sign = Metric.named(metric).isGreaterBetter() ? -1 : 1;
        var names = new ArrayList<>(scores.keySet());
        names.sort((one, other) -> Double.compare(sign * mean(one), sign * mean(other)));
        return names;
    }

    private double mean(String name) {
        return of(name).mean(metric);
    }

    private CrossValidationScores of(String name) {
        var found = scores.get(given(name, "name"));
        if (found == null) {
            throw new IllegalArgumentException(
                    "no model '%s'; there are: %s"
                            .formatted(name, String.join(", ", scores.keySet())));
        }
        return found;
    }

    /** Compares one with another. */
    public PairedTest test(String first, String second) {
        return PairedTest.correctedResampledT(of(first), of(second), metric);
    }

    /**
     * Returns how probable the distance of each to the best is by chance; the best is not among them. They are Holm's over all pairs: which one is best
     * was not known before.
     */
    public Map<String, Double> probabilities() {
        var ranking = ranking();
        var pairs = new ArrayList<Pair>();
        for (int one = 0; one < ranking.size(); one++) {
            for (int other = one + 1; other < ranking.size(); other++) {
                double p = test(ranking.get(one), ranking.get(other)).p();
                pairs.add(new Pair(one, ranking.get(other), p));
            }
        }
        var corrected = Holm.corrected(pairs.stream().mapToDouble(Pair::p).toArray());
        var found = new HashMap<String, Double>();
        for (int i = 0; i < corrected.length; i++) {
            if (pairs.get(i).first == 0) {
                found.put(pairs.get(i).second, corrected[i]);
            }
        }
        var inOrder = new LinkedHashMap<String, Double>();
        ranking.stream().skip(1).forEach(name -> inOrder.put(name, found.getOrDefault(name, 1.0)));
        return inOrder;
    }

    /** Two trainers, the first by its rank. */
    private record Pair(int first, String second, double p) {}

    /** Returns what may be said. */
    public String verdict() {
        var best = ranking().get(0);
        var told = new ArrayList<String>();
        probabilities()
                .forEach(
                        (name, p) ->
                                told.add(
                                        (isEqual(best, name)
                                                        ? "'%s' and '%s' score the same on every fold"
                                                        : p < ALPHA
                                                                ? "'%s' is better than '%s' (%s)"
                                                                : "that '%s' is better than '%s' may be chance (%s)")
                                                .formatted(best, name, chance(p))));
        return "By %s on %d folds and the corrected resampled t-test%s: %s."
                .formatted(
                        metric,
                        of(best).folds().size(),
                        scores.size() == 2 ? "" : ", p by Holm over all pairs",
                        String.join("; ", told));
    }

    private boolean isEqual(String one, String other) {
        return Arrays.equals(of(one).values(metric), of(other).values(metric));
    }

    static String chance(double p) {
        if (p < LEAST_SHOWN) {
            return "p < 0.0001";
        }
        return String.format(Locale.ROOT, p < ALPHA ? "p %.4f" : "p %.2f", p);
    }

    @Override
    public MimeBundle bundle() {
        var grid = Grid.of(new ComparisonGrid(this)).with(GridOptions.DEFAULT.precision(4));
        var verdict = Visible.line(verdict());
        return MimeBundle.plain(verdict + "\n\n" + grid.text())
                .html(
                        Escape.verbatim(
                                "<p>"
                                        + Escape.html(verdict)
                                        + "</p>"
                                        + new ComparisonGrid(this).drawn().html()));
    }

    @Override
    public String toString() {
        return verdict();
    }
}
