package himalia.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/** The metrics of classes. */
final class ClassMetrics {
    private static final int BINS = 10;
    private static final int TOP = 2;

    /** What is 0 by chance, and less than that of answers that are the wrong way round. */
    private static final Set<String> SIGNED =
            Set.of("mcc", "matthews_corrcoef", "cohen_kappa", "cohen_kappa_quadratic");

    private final List<Metric> metrics = new ArrayList<>();

    private ClassMetrics() {}

    static List<Metric> all() {
        var all = new ClassMetrics();
        all.add("accuracy", Report::accuracy);
        all.add("balanced_accuracy", r -> r.confusion().balancedAccuracy());
        all.add("mcc", Report::mcc);
        all.add("matthews_corrcoef", Report::mcc);
        all.add("cohen_kappa", r -> r.confusion().kappa());
        all.add("cohen_kappa_quadratic", ClassMetrics::kappaQuadratic);
        all.add("geometric_mean", r -> r.confusion().geometricMean());
        all.add("top_k_accuracy", r -> r.topK(TOP));
        all.averaged("precision", Confusion::precision, Confusion::precision);
        all.averaged("recall", Confusion::recall, Confusion::recall);
        all.averaged("specificity", Confusion::specificity, Confusion::specificity);
        all.averaged("f1", Confusion::f1, Confusion::f1);
        all.averaged("jaccard", Confusion::jaccard, Confusion::jaccard);
        all.add("roc_auc", Report::rocAuc);
        all.add("roc_auc_ovr", r -> r.rocAucOvr(Average.MACRO));
        all.add("roc_auc_ovr_weighted", r -> r.rocAucOvr(Average.WEIGHTED));
        all.add("roc_auc_ovo", r -> r.rocAucOvo(Average.MACRO));
        all.add("roc_auc_ovo_weighted", r -> r.rocAucOvo(Average.WEIGHTED));
        all.add("pr_auc", Report::prAuc);
        all.add("average_precision", Report::prAuc);
        all.add("best_f1", r -> r.scores(r.positive()).bestF1());
        all.add("kolmogorov_smirnov", r -> r.scores(r.positive()).kolmogorovSmirnov());
        all.loss("log_loss", "neg_log_loss", Report::logLoss);
        all.loss("brier", "neg_brier_score", Report::brier);
        all.loss("ece", "neg_ece", r -> r.calibration(BINS).expectedError());
        return all.metrics;
    }

    /** Of two classes, either order gives the same. */
    private static double kappaQuadratic(Report report) {
        for (var name : report.isBinary() ? List.<String>of() : report.classes()) {
            if (!name.matches("[-+]?\\d+(\\.\\d+)?")) {
                throw new IllegalArgumentException(
                        "cohen_kappa_quadratic is of classes in an order, and class '%s' is no number; name them 1, 2, 3 in their order, or ask cohen_kappa"
                                .formatted(name));
            }
        }
        return report.confusion().kappaQuadratic();
    }

    private void add(String name, ToDoubleFunction<Report> value) {
        add(name, SIGNED.contains(name) ? -1 : 0, 1, value);
    }

    private void add(String name, double least, double greatest, ToDoubleFunction<Report> value) {
        metrics.add(
                Metric.of(name, true, e -> value.applyAsDouble(report(name, e)))
                        .within(least, greatest));
    }

    private void loss(String name, String negative, ToDoubleFunction<Report> value) {
        metrics.add(
                Metric.of(name, false, e -> value.applyAsDouble(report(name, e)))
                        .within(0, Double.POSITIVE_INFINITY));
        add(negative, Double.NEGATIVE_INFINITY, 0, report -> -value.applyAsDouble(report));
    }

    private void averaged(
            String name,
            ToDoubleBiFunction<Confusion, String> ofClass,
            ToDoubleBiFunction<Confusion, Average> averaged) {
        add(name, report -> ofClass.applyAsDouble(report.confusion(), positive(name, report)));
        for (var average : Average.values()) {
            add(
                    name + "_" + average.name().toLowerCase(Locale.ROOT),
                    report -> averaged.applyAsDouble(report.confusion(), average));
        }
    }

    private static String positive(String name, Report report) {
        if (!report.isBinary()) {
            throw new IllegalArgumentException(
                    "%s is of one class, and there are %d: %s; ask %s_macro, %s_micro or %s_weighted"
                            .formatted(
                                    name,
                                    report.classes().size(),
                                    String.join(", ", report.classes()),
                                    name,
                                    name,
                                    name));
        }
        return report.positive();
    }

    private static Report report(String name, Evaluation evaluation) {
        if (evaluation instanceof Report report) {
            return report;
        }
        throw new IllegalArgumentException(
                "%s judges classes, and numbers were predicted; ask r2, rmse or mae"
                        .formatted(name));
    }
}
