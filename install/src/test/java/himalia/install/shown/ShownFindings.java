package himalia.install.shown;

import himalia.evaluation.costs.ClassWeights;
import himalia.evaluation.costs.OperatingPoint;
import himalia.features.FittedStep;
import himalia.features.OneHotEncoder;
import himalia.features.SparseRows;
import himalia.features.leakage.Leak;
import himalia.features.leakage.LeakageReport;
import himalia.sampling.drawing.Sample;
import himalia.sampling.drawing.SystematicSample;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

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

    static Sample sample(Table table) {
        return new SystematicSample(1, 42).draw(table);
    }

    static FittedStep fitted(String column) {
        var table = Table.create(StringColumn.create(column, "Oslo", "Bonn", "Oslo", column));
        return new OneHotEncoder(List.of(column)).fit(table);
    }

    static SparseRows sparse() {
        return new SparseRows(1_000, new int[] {0, 1, 1}, new int[] {7}, new double[] {2});
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
