package himalia.evaluation.card;

import himalia.display.grid.IntervalTable;
import himalia.evaluation.Bootstrap;
import himalia.evaluation.CalibrationCurve;
import himalia.evaluation.Evaluation;
import himalia.evaluation.Interval;
import himalia.evaluation.Metric;
import himalia.evaluation.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How good a model is, with intervals. */
final class CardNumbers {
    static final int DRAWS = 200;
    private static final double CONFIDENCE = 0.95;
    private static final long SEED = 42;
    private static final int BINS = 10;

    /** A page has no room for a square of more. */
    private static final int MOST_CLASSES = 12;

    private CardNumbers() {}

    static List<CardBlock> of(Evaluation evaluation) {
        var blocks = new ArrayList<CardBlock>();
        blocks.add(metrics(evaluation));
        if (evaluation instanceof Report report) {
            if (report.classes().size() == 2) {
                blocks.add(
                        new CardBlock.Words(
                                "Where a metric is of one class, it is of '%s'."
                                        .formatted(report.positive())));
            }
            if (report.classes().size() <= MOST_CLASSES) {
                blocks.add(confusion(report));
            }
            var curve = report.calibration(BINS);
            blocks.add(new CardBlock.Words("Calibration: " + curve + "."));
            blocks.add(new CardBlock.Drawn(calibration(curve)));
        }
        return blocks;
    }

    private static CardBlock metrics(Evaluation evaluation) {
        var names = List.copyOf(evaluation.metrics().keySet());
        var intervals =
                new Bootstrap(DRAWS, CONFIDENCE, SEED)
                        .intervalsOrNone(evaluation, names.stream().map(Metric::named).toList());
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < names.size(); i++) {
            var interval = intervals.get(i);
            rows.add(
                    List.of(
                            names.get(i),
                            number(interval.value()),
                            number(interval.low()),
                            number(interval.high())));
        }
        return new CardBlock.Facts(List.of("metric", "value", "95 % from", "to"), rows);
    }

    private static CardBlock confusion(Report report) {
        var columns = new ArrayList<>(List.of("is"));
        report.classes().forEach(each -> columns.add("called " + each));
        var rows = new ArrayList<List<String>>();
        for (var actual : report.classes()) {
            var row = new ArrayList<>(List.of(actual));
            report.classes()
                    .forEach(
                            called ->
                                    row.add(
                                            "%,d"
                                                    .formatted(
                                                            (long)
                                                                    report.confusion()
                                                                            .count(
                                                                                    actual,
                                                                                    called))));
            rows.add(row);
        }
        return new CardBlock.Facts(columns, rows);
    }

    private static IntervalTable calibration(CalibrationCurve curve) {
        var rows = new ArrayList<IntervalTable.Row>();
        for (var bin : curve.bins()) {
            var share =
                    Interval.wilson(
                            Math.round(bin.sharePositive() * bin.rows()), bin.rows(), CONFIDENCE);
            boolean isOff =
                    bin.meanProbability() < share.low() || bin.meanProbability() > share.high();
            rows.add(
                    new IntervalTable.Row(
                            List.of(
                                    number(bin.meanProbability()),
                                    number(bin.sharePositive()),
                                    "%,d".formatted(bin.rows())),
                            share.value(),
                            share.low(),
                            share.high(),
                            isOff));
        }
        return new IntervalTable(List.of("said on the mean", "is so", "rows"), rows, Double.NaN);
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "n/a" : String.format(Locale.ROOT, "%.4f", value);
    }
}
