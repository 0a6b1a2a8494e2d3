package himalia.evaluation.slices;

import himalia.evaluation.Evaluation;
import himalia.evaluation.Metric;
import himalia.evaluation.Report;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Of some rows, how many are right: metrics that are such a share have exact intervals and probabilities. */
record SlicedShare(long hits, long rows) {
    private static final List<String> KNOWN =
            List.of("accuracy", "recall", "precision", "specificity");
    private static final Pattern NAME = Pattern.compile("(\\w+)(?:\\((.+)\\))?");

    /** Returns the metric of a part; a share of no rows is no score, while scikit-learn's metrics call it 0. */
    static double score(Metric metric, Evaluation part) {
        boolean isEmpty = of(metric.name(), part).map(share -> share.rows() == 0).orElse(false);
        return isEmpty ? Double.NaN : metric.of(part);
    }

    /** Returns the share that a metric is, or nothing if it is something else. */
    static Optional<SlicedShare> of(String metric, Evaluation evaluation) {
        var name = NAME.matcher(metric);
        if (!(evaluation instanceof Report report)
                || !name.matches()
                || !KNOWN.contains(name.group(1))) {
            return Optional.empty();
        }
        var confusion = report.confusion();
        var classes = report.classes();
        if (name.group(1).equals("accuracy")) {
            double right = classes.stream().mapToDouble(each -> confusion.count(each, each)).sum();
            return Optional.of(new SlicedShare((long) right, report.rows()));
        }
        var positive = name.group(2) == null ? report.positive() : name.group(2);
        double found = confusion.count(positive, positive);
        double called = classes.stream().mapToDouble(each -> confusion.count(each, positive)).sum();
        return Optional.of(
                switch (name.group(1)) {
                    case "precision" -> new SlicedShare((long) found, (long) called);
                    case "recall" -> new SlicedShare((long) found, (long) confusion.rows(positive));
                    default -> {
                        double others = report.rows() - confusion.rows(positive);
                        yield new SlicedShare((long) (others - (called - found)), (long) others);
                    }
                });
    }
}
