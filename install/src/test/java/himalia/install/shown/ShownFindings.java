package himalia.install.shown;

import himalia.evaluation.costs.ClassWeights;
import himalia.evaluation.costs.OperatingPoint;
import himalia.evaluation.costs.SamplingEffect;
import himalia.features.ColumnTransformer;
import himalia.features.FittedStep;
import himalia.features.OneHotEncoder;
import himalia.features.Pipeline;
import himalia.features.SparseRows;
import himalia.features.StandardScaler;
import himalia.features.leakage.Leak;
import himalia.features.leakage.LeakageReport;
import himalia.model.Model;
import himalia.sampling.Resampling;
import himalia.sampling.Smote;
import himalia.sampling.TomekLinks;
import himalia.sampling.drawing.Sample;
import himalia.sampling.drawing.SystematicSample;
import himalia.training.LogisticRegression;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
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

    static SamplingEffect effect(String positive) {
        return new SamplingEffect(
                positive,
                20_000,
                3000,
                0.1,
                List.of(
                        new SamplingEffect.Way("as it is", 0.1, 0.071, 0.31, 0.21, 0.52),
                        new SamplingEffect.Way("balanced weights", 0.32, 0.14, 0.5, 0.6, 0.51),
                        new SamplingEffect.Way("sampled", 0.33, 0.15, 0.5, 0.62, 0.52),
                        new SamplingEffect.Way("sampled, corrected", 0.11, 0.072, 0.3, 0.2, 0.52)));
    }

    /** Five rows of which a sampler drops one that is too near to another. */
    static Resampling resampling(String column, String label) {
        var rows =
                Table.create(
                        "rows",
                        DoubleColumn.create(column, 0, 3, 3.5, 9, -4),
                        DoubleColumn.create("width", 0, 1, 1.5, 2, -4),
                        IntColumn.create(label, 0, 0, 1, 1, 0));
        return new TomekLinks().trace(rows, label);
    }

    static ColumnTransformer transformer(String column) {
        return ColumnTransformer.of(ColumnTransformer.Kind.NUMBERS, new StandardScaler())
                .and(List.of(column), new OneHotEncoder());
    }

    static Pipeline pipeline(String column) {
        return Pipeline.of(transformer(column))
                .then(new Smote(1, 42))
                .train(new LogisticRegression(1.0));
    }

    static Model pipelineModel(String column, String label) {
        return pipeline(column)
                .fit(
                        Table.create(
                                "rows",
                                DoubleColumn.create("width", 0, 1, 1.5, 2, -4),
                                StringColumn.create(column, "a", "b", "a", "b", "a"),
                                IntColumn.create(label, 0, 0, 1, 1, 0)),
                        label);
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
                0.52,
                List.of("column 'id' was not looked at: it holds another text in every row"));
    }
}
