package himalia.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;

/** The metrics that a report tells, by names that {@link Metric#named} knows. */
final class ReportMetrics {
    private ReportMetrics() {}

    static Map<String, Double> of(Report report) {
        var confusion = report.confusion();
        boolean isOfOne = report.hasPositive();
        var metrics = new LinkedHashMap<String, Double>();
        metrics.put("accuracy", report.accuracy());
        metrics.put("balanced_accuracy", confusion.balancedAccuracy());
        if (isOfOne) {
            metrics.put("precision", report.precision(report.positive()));
            metrics.put("recall", report.recall(report.positive()));
            metrics.put("f1", report.f1(report.positive()));
        } else {
            metrics.put("precision_macro", confusion.precision(Average.MACRO));
            metrics.put("recall_macro", confusion.recall(Average.MACRO));
            metrics.put("f1_macro", confusion.f1(Average.MACRO));
        }
        metrics.put("mcc", report.mcc());
        metrics.put(isOfOne ? "roc_auc" : "roc_auc_ovr", report.rocAuc());
        metrics.put("pr_auc", report.prAuc());
        metrics.put("log_loss", report.logLoss());
        metrics.put("brier", report.brier());
        return metrics;
    }
}
