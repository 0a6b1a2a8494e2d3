package himalia.install.shown;

import himalia.evaluation.RankingReport;
import himalia.evaluation.RegressionReport;
import himalia.evaluation.Report;
import himalia.experiments.Run;
import himalia.model.Model;
import himalia.model.Predictions;
import himalia.serving.Endpoint;
import himalia.serving.ModelServer;
import himalia.storage.Conversion;
import himalia.training.LinearRegression;
import himalia.training.LogisticRegression;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A model and all that comes of it, to be shown.
 *
 * @param model tells two classes apart by one feature
 */
record ShownModels(
        Model model,
        Report report,
        RegressionReport regression,
        RankingReport ranking,
        Run run,
        Endpoint endpoint,
        Conversion conversion) {
    /** Names the feature, the classes and the run as given. */
    static ShownModels named(String feature, List<String> classes, String run) {
        var values = DoubleColumn.create(feature, 1, 2, 3, 7, 8, 9);
        var labels = StringColumn.create("label");
        for (int i = 0; i < values.size(); i++) {
            labels.append(classes.get(i / 3));
        }
        var table = Table.create(values, labels);
        var numbers = Table.create(values.copy(), DoubleColumn.create("size", 1, 2, 3, 4, 5, 6));
        var model = new LogisticRegression(1.0).fit(table, "label");
        return new ShownModels(
                model,
                Report.of(model, table),
                RegressionReport.of(new LinearRegression().fit(numbers, feature), numbers),
                ranking(feature),
                new Run(
                        3,
                        run,
                        Instant.EPOCH,
                        Map.of(run, run),
                        Map.of("accuracy", 0.9625),
                        Map.of()),
                ModelServer.start(model, 0),
                new Conversion(
                        Path.of("trips.csv"), Path.of("trips.parquet"), 1_200, 7, 98_304, 12_288));
    }

    /** Of the label as it is named. */
    private static RankingReport ranking(String label) {
        var rows =
                Table.create(
                        DoubleColumn.create(label, 2, 0, 1, 1, 0),
                        DoubleColumn.create("of", 1, 1, 1, 2, 2));
        var scores = new double[] {0.5, 0.9, 0.1, 0.7, 0.2};
        return RankingReport.of(Predictions.of(scores), rows, label, "of");
    }
}
