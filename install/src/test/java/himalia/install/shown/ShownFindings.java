package himalia.install.shown;

import himalia.evaluation.costs.ClassWeights;
import himalia.evaluation.costs.OperatingPoint;
import himalia.features.leakage.Leak;
import himalia.features.leakage.LeakageReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What is said of classes and of tables, to be shown. */
final class ShownFindings {
    private ShownFindings() {}

    static ClassWeights weights(String positive) {
        var weights = new LinkedHashMap<String, Double>();
        weights.put("no", 0.5576208178438662);
        weights.put(positive, 4.838709677419355);
        return ClassWeights.of(weights);
    }

    static OperatingPoint point(String positive) {
        return new OperatingPoint("least cost, 20", "no", positive, 0.4, 4, 4, 0, 2);
    }

    static LeakageReport leakage(String column) {
        var rows = IntStream.range(0, 12).boxed().toList();
        return new LeakageReport(
                200,
                100,
                List.of(
                        new Leak(
                                Leak.Kind.FITTED_ON_TEST,
                                "StandardScaler",
                                "StandardScaler has learnt from 12 of 100 test rows",
                                "split first and fit it on the training table alone, or put it into a Pipeline",
                                rows),
                        new Leak(
                                Leak.Kind.LABEL_PROXY,
                                column,
                                "column '%s' alone tells the label, with an AUC of 1.000"
                                        .formatted(column),
                                "ask when it is known",
                                List.of())),
                Map.of(),
                Map.of(column, 1.0),
                0.52);
    }
}
