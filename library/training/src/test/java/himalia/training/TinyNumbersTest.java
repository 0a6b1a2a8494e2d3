package himalia.training;

import himalia.features.MinMaxScaler;
import himalia.features.Pipeline;
import himalia.features.RobustScaler;
import himalia.features.StandardScaler;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Likelihoods and p-values are smaller than any float, and are scaled the same in Java, SQL and ONNX. */
class TinyNumbersTest {
    private static Table genes(double unit) {
        var likelihoods = new Random(3).doubles(80).map(v -> (v + 2) * unit).toArray();
        var rows = Table.create("genes", DoubleColumn.create("likelihood", likelihoods));
        rows.addColumns(
                DoubleColumn.create("length", new Random(4).doubles(80).toArray()),
                StringColumn.create(
                        "active",
                        rows.doubleColumn("likelihood").asList().stream()
                                .map(each -> each > 2.5 * unit ? "yes" : "no")
                                .toList()));
        return rows;
    }

    @Test
    void scaledNumbersThatNoFloatTellsFromZeroAreThoseOfJava() throws Exception {
        for (double unit : new double[] {1e-44, 1e-46, 1e-50, 1e-150, 1e-290}) {
            var rows = genes(unit);
            for (var step : List.of(new StandardScaler(), new MinMaxScaler(), new RobustScaler())) {
                var trainer = Pipeline.of(step).train(new LogisticRegression(1.0));
                try (var model = trainer.fit(rows, "active")) {
                    WrittenModels.assertSameByOnnx(model, rows);
                    WrittenModels.assertSameBySql(model, rows);
                }
            }
            var alone = rows.selectColumns("likelihood", "active");
            try (var model = new LogisticRegression(1.0).fit(alone, "active")) {
                WrittenModels.assertSameByOnnx(model, alone);
                WrittenModels.assertSameBySql(model, alone);
            }
        }
    }
}
