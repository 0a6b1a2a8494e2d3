package himalia.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/** The metrics of classes. */
final class ClassMetrics {
    private static final int BINS = 10;
    private static final int TOP = 2;

    private final List<Metric> metrics = new ArrayList<>();

    private ClassMetrics() {}

    static List<Metric> all() {
        var all = new ClassMetrics();
        all.add("accuracy", Report::accuracy);
        all.add("balanced_accuracy", r -> r.confusion().balancedAccuracy());
        all.add("mcc", -1, 1, Report::mcc);
        all.add("matthews_corrcoef", -1, 1, Report::mcc);
        all.add("cohen_kappa", -1, 1, r -> r.confusion().kappa());
        all.add("cohen_kappa_quadratic", -1, 1, ClassMetrics::kappaQuadratic);
        all.add("geometric_mean", r -> r.confusion().geometricMean());
        all.add("top_k_accuracy", r -> r.topK(TOP));
        all.averaged("precision", Confusion::precision, Confusion::precision);
        all.averaged("recall", Confusion::recall, Confusion::recall);
        all.averaged("specificity", Confusion::specificity, Confusion::specificity);
        all.averaged("f1", Confusion::f1, Confusion::f1);
        all.averaged("jaccard", Confusion::jaccard, Confusion::jaccard);
        all.add("roc_auc", ClassMetrics::rocAuc);
        all.add("roc_auc_ovr", r -> r.rocAucOvr(Average.MACRO));
        all.add("roc_auc_ovr_weighted", r -> r.rocAucOvr(Average.WEIGHTED));
        all.add("roc_auc_ovo", r -> r.rocAucOvo(Average.MACRO));
        all.add("roc_auc_ovo_weighted", r -> r.rocAucOvo(Average.WEIGHTED));
        all.add("pr_auc", Report::prAuc);
        all.add("average_precision", Report::prAuc);
        all.add("best_f1", r -> r.scores(r.positive()).bestF1());
        all.add("kolmogorov_smirnov", r -> r.scores(r.positive()).kolmogorovSmirnov());
        all.loss("log_loss", "neg_log_loss", Double.POSITIVE_INFINITY, Report::logLoss);
        all.loss("brier", "neg_brier_score", 2, Report::brier);
        all.loss("ece", "neg_ece", 1, r -> r.calibration(BINS).expectedError());
        return all.metrics;
    }

    /** Of two classes, either order gives the same. */
    private static double kappaQuadratic(Report report) {
        double before = Double.NEGATIVE_INFINITY;
        for (var name : report.isBinary() ? List.<String>of() : report.classes()) {
            boolean isNumber = name.matches("[-+]?\\d+(\\.\\d+)?");
            if (!isNumber || Double.parseDouble(name) <= before) {
                throw new IllegalArgumentException(
                        "cohen_kappa_quadratic is of classes in an order, and class '%s' %s, or ask cohen_kappa"
                                .formatted(
                                        name,
                                        isNumber
                                                ? "stands where texts sort it; make the label a column of numbers"
                                                : "is no number; name them 1, 2, 3 in their order"));
            }
            before = Double.parseDouble(name);
        }
        return report.confusion().kappaQuadratic();
    }

    /** As scikit-learn's scoring: of several classes there are several areas, and which is meant must be said. */
    private static double rocAuc(Report report) {
        if (!report.hasPositive()) {
            throw ofOne("roc_auc", report, "roc_auc_ovr or roc_auc_ovo");
        }
        return report.rocAuc();
    }

    private void add(String name, ToDoubleFunction<Report> value) {
        add(name, 0, 1, value);
    }

    private void add(String name, double least, double most, ToDoubleFunction<Report> value) {
        metrics.add(
                Metric.of(name, true, e -> value.applyAsDouble(report(name, e)))
                        .within(least, most));
    }

    private void loss(String name, String negative, double most, ToDoubleFunction<Report> value) {
        metrics.add(
                Metric.of(name, false, e -> value.applyAsDouble(report(name, e))).within(0, most));
        add(negative, -most, 0, report -> -value.applyAsDouble(report));
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
        if (!report.hasPositive()) {
            throw ofOne(
                    name, report, "%s_macro, %s_micro or %s_weighted".formatted(name, name, name));
        }
        return report.positive();
    }

    private static IllegalArgumentException ofOne(String name, Report report, String others) {
        return new IllegalArgumentException(
                "%s is of one class, and there are %d: %s; ask %s, or %s(%s)"
                        .formatted(
                                name,
                                report.classes().size(),
                                String.join(", ", report.classes()),
                                others,
                                name,
                                report.classes().get(0)));
    }

    private static Report report(String name, Evaluation evaluation) {
        if (evaluation instanceof Report report) {
            return report;
        }
        throw new IllegalArgumentException(
                evaluation instanceof RankingReport
                        ? "%s judges classes, and scores of a ranking were predicted; ask ndcg, map or mrr"
                                .formatted(name)
                        : "%s judges classes, and numbers were predicted; ask r2, rmse or mae"
                                .formatted(name));
    }
}
