package himalia.search;

import static himalia.display.bundle.Given.given;

import himalia.display.chart.Chart;
import himalia.display.chart.Charts;
import himalia.display.chart.Panels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of a study.
 *
 * <pre>{@code
 * study.charts().history()
 * study.charts().slice("depth")
 * study.charts().panels()          // all of them
 * }</pre>
 */
public final class StudyCharts {
    private static final int MOST_SLICES = 6;

    private final Study study;
    private final List<TrialRecord> complete;
    private @Nullable Map<String, Double> shares;

    StudyCharts(Study study) {
        this.study = given(study, "study");
        complete = finite(study.history().of(TrialState.COMPLETE));
    }

    private static List<TrialRecord> finite(List<TrialRecord> trials) {
        return trials.stream().filter(trial -> Double.isFinite(trial.value())).toList();
    }

    /** Returns each trial's value, and the best up to there. */
    public Chart history() {
        var chart =
                Charts.line("History")
                        .x("trial", numbers(complete))
                        .y("best so far", bestSoFar())
                        .asPoints()
                        .y("value", values(complete));
        var pruned = finite(study.history().of(TrialState.PRUNED));
        return pruned.isEmpty()
                ? chart
                : chart.x("trial", numbers(pruned)).y("ended early", values(pruned));
    }

    private double[] bestSoFar() {
        var values = values(complete);
        for (int i = 1; i < values.length; i++) {
            values[i] =
                    study.direction().isBetter(values[i - 1], values[i])
                            ? values[i - 1]
                            : values[i];
        }
        return values;
    }

    private static double[] numbers(List<TrialRecord> trials) {
        return trials.stream().mapToDouble(TrialRecord::number).toArray();
    }

    private static double[] values(List<TrialRecord> trials) {
        return trials.stream().mapToDouble(TrialRecord::value).toArray();
    }

    /** Returns the importance of each setting: a forest is grown for it, and once is enough. */
    Map<String, Double> shares() {
        var known = shares;
        if (known == null) {
            known = study.importance();
            shares = known;
        }
        return known;
    }

    /** Returns how much each setting matters; see {@link ParameterImportance}. */
    public Chart importance() {
        var rounded = new LinkedHashMap<String, Double>();
        shares().forEach((name, share) -> rounded.put(name, Math.rint(100 * share) / 100));
        return Charts.featureImportance("Importance", rounded);
    }

    /**
     * Returns the value over one setting.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public Chart slice(String name) {
        var distribution = study.space().distribution(given(name, "name"));
        var having = complete.stream().filter(trial -> trial.settings().containsKey(name)).toList();
        if (distribution instanceof Choice choice) {
            var groups = new LinkedHashMap<String, double[]>();
            for (var value : choice.values()) {
                var of =
                        having.stream().filter(trial -> value.equals(trial.setting(name))).toList();
                if (!of.isEmpty()) {
                    groups.put(value.toString(), values(of));
                }
            }
            return Charts.box(name, groups);
        }
        var chart =
                Charts.scatter(name)
                        .x(
                                name,
                                having.stream()
                                        .mapToDouble(
                                                trial -> distribution.number(trial.setting(name)))
                                        .toArray())
                        .y("value", values(having));
        return isLog(distribution) ? chart.logX() : chart;
    }

    private static boolean isLog(ParameterDistribution distribution) {
        return distribution instanceof RealRange real && real.log()
                || distribution instanceof WholeRange whole && whole.log();
    }

    /** Returns each trial as a line across its settings and its value, the best quarter in a colour of its own. */
    public Chart parallelCoordinates() {
        // The best are drawn last, above the others.
        var ranked =
                complete.stream()
                        .sorted(
                                Comparator.comparingDouble(
                                        trial -> -study.direction().loss(trial.value())))
                        .toList();
        var columns = new LinkedHashMap<String, double[]>();
        for (var name : study.space().names()) {
            var distribution = study.space().distribution(name);
            var numbers =
                    ranked.stream()
                            .mapToDouble(trial -> number(trial, name, distribution))
                            .toArray();
            if (Arrays.stream(numbers).anyMatch(number -> !Double.isNaN(number))) {
                columns.put(label(name, distribution), numbers);
            }
        }
        columns.put("value", values(ranked));
        var classes = new ArrayList<String>();
        for (int i = 0; i < ranked.size(); i++) {
            boolean isBest = 4 * (ranked.size() - 1 - i) < ranked.size();
            classes.add(isBest ? "best quarter" : "others");
        }
        return Charts.parallelCoordinates("Parallel coordinates", columns, classes);
    }

    private static double number(
            TrialRecord trial, String name, ParameterDistribution distribution) {
        var value = trial.settings().get(name);
        if (value == null) {
            return Double.NaN;
        }
        double number = distribution.number(value);
        return isLog(distribution) ? Math.log10(number) : number;
    }

    private static String label(String name, ParameterDistribution distribution) {
        return isLog(distribution) ? "log10 " + name : name;
    }

    /** Returns all of them, with slices of the settings that matter most. */
    public Panels panels() {
        return panels(MOST_SLICES);
    }

    /** Returns them with some slices. */
    Panels panels(int slices) {
        var charts = new ArrayList<Chart>();
        var history = history();
        charts.add(
                study.history()
                        .best()
                        .map(trial -> history.note(StudyWords.settings(trial.settings())))
                        .orElse(history));
        var importance = shares();
        if (!importance.isEmpty()) {
            // As high as its neighbour: bars have room for their names.
            var figure = history.figure();
            charts.add(importance().size(figure.width(), figure.height()));
        }
        charts.add(parallelCoordinates());
        var names = importance.isEmpty() ? study.space().names() : List.copyOf(importance.keySet());
        names.stream()
                .filter(name -> complete.stream().anyMatch(t -> t.settings().containsKey(name)))
                .limit(slices)
                .forEach(name -> charts.add(slice(name)));
        return Charts.panels(StudyWords.title(study), 2, charts.toArray(Chart[]::new));
    }
}
