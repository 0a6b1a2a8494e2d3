package himalia.display.chart;

import static himalia.display.bundle.Given.given;

import himalia.display.chart.mark.Axis;
import himalia.display.chart.mark.Figure;
import himalia.display.chart.mark.Mark;
import himalia.display.chart.mark.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Charts that judge a classifier over all its thresholds. */
final class Curves {
    private static final int BINS = 10;

    private Curves() {}

    /** Reads ones and zeros as true and false. */
    static boolean[] truth(int[] ones) {
        given(ones, "truth");
        var truth = new boolean[ones.length];
        for (int i = 0; i < ones.length; i++) {
            if (ones[i] != 0 && ones[i] != 1) {
                throw new IllegalArgumentException(
                        "truth[%d] is %d; the truth is a boolean[], or an int[] of 0 and 1"
                                .formatted(i, ones[i]));
            }
            truth[i] = ones[i] == 1;
        }
        return truth;
    }

    static Figure roc(String title, boolean[] truth, Map<String, double[]> scores) {
        var marks = new ArrayList<Mark>();
        marks.add(new Mark.Reference(0, 0, 1, 1, "chance"));
        var y = "true positive rate";
        scores.forEach(
                (name, values) -> {
                    var ranking = Ranking.of(truth, values);
                    var area = "area " + three(ranking.area());
                    marks.add(
                            line(
                                    name,
                                    area,
                                    scores.size(),
                                    ranking.falsePositiveRate(),
                                    ranking.truePositiveRate()));
                });
        return unit("ROC curve", title, "false positive rate", y, marks);
    }

    static Figure precisionRecall(String title, boolean[] truth, Map<String, double[]> scores) {
        var marks = new ArrayList<Mark>();
        scores.forEach(
                (name, values) -> {
                    var ranking = Ranking.of(truth, values);
                    if (marks.isEmpty()) {
                        var rate =
                                (double) ranking.positives()
                                        / (ranking.positives() + ranking.negatives());
                        marks.add(new Mark.Reference(0, rate, 1, rate, "chance " + three(rate)));
                    }
                    var area = "average precision " + three(ranking.averagePrecision());
                    marks.add(
                            line(
                                    name,
                                    area,
                                    scores.size(),
                                    ranking.truePositiveRate(),
                                    ranking.precision()));
                });
        return unit("precision-recall curve", title, "recall", "precision", marks);
    }

    /** In ten bins of equal width, how often the event happened against how likely it was said to be. */
    static Figure calibration(String title, boolean[] truth, Map<String, double[]> scores) {
        var marks = new ArrayList<Mark>();
        marks.add(new Mark.Reference(0, 0, 1, 1, "perfect"));
        scores.forEach((name, values) -> marks.add(calibrated(name, truth, values)));
        return unit("calibration curve", title, "predicted probability", "observed share", marks);
    }

    private static Mark calibrated(String name, boolean[] truth, double[] scores) {
        Ranking.check(truth, scores);
        for (int row = 0; row < scores.length; row++) {
            if (scores[row] < 0 || scores[row] > 1) {
                throw new IllegalArgumentException(
                        "calibration takes probabilities from 0 to 1, got "
                                + scores[row]
                                + " in row "
                                + row);
            }
        }
        var said = new double[BINS];
        var happened = new double[BINS];
        var count = new double[BINS];
        for (int i = 0; i < scores.length; i++) {
            var bin = Math.min(BINS - 1, (int) (scores[i] * BINS));
            said[bin] += scores[i];
            happened[bin] += truth[i] ? 1 : 0;
            count[bin]++;
        }
        var bins =
                Numbers.positions(BINS).stream()
                        .mapToInt(i -> (int) i)
                        .filter(i -> count[i] > 0)
                        .toArray();
        return new Mark.Line(
                name,
                Numbers.of(Arrays.stream(bins).mapToDouble(i -> said[i] / count[i]).toArray()),
                Numbers.of(Arrays.stream(bins).mapToDouble(i -> happened[i] / count[i]).toArray()),
                Mark.Style.SOLID);
    }

    /** Among several, the name tells the area; a single curve is what the title says, and tells it all the same. */
    private static Mark line(String name, String area, int curves, Numbers x, Numbers y) {
        return new Mark.Line(curves > 1 ? name + ", " + area : area, x, y, Mark.Style.SOLID);
    }

    static Figure unit(String kind, String title, String x, String y, List<Mark> marks) {
        var figure =
                Figure.of(
                                kind,
                                title,
                                Axis.numbers(x).between(0, 1),
                                Axis.numbers(y).between(0, 1),
                                marks)
                        .sized(520, 460);
        var names = figure.series();
        // A single name would hide in the corner where the curve ends.
        return names.size() == 1 ? figure.noted(names.get(0)) : figure;
    }

    static String three(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
