package himalia.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import himalia.features.Onnx;
import himalia.model.Model;
import himalia.model.Predictions;
import himalia.model.Target;
import himalia.onnx.OnnxAnswers;
import himalia.storage.Sql;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** What ONNX Runtime and DuckDB make of a model's forms is held against what the model predicts. */
final class WrittenModels {
    private static final double ERROR = 1e-6;
    private static final double FLOATS = 1e-5;

    private WrittenModels() {}

    static void assertSameByOnnx(Model model, Table rows) throws Exception {
        assertByOnnx(model, rows, ERROR);
    }

    /** Of networks of floats, which add up in another order there. */
    static void assertNearByOnnx(Model model, Table rows) throws Exception {
        assertByOnnx(model, rows, FLOATS);
    }

    private static void assertByOnnx(Model model, Table rows, double error) throws Exception {
        var predicted = model.predict(rows);
        var answers = OnnxAnswers.of(Onnx.bytes(model), rows);
        if (!(model.schema().target() instanceof Target.Classes)) {
            var numbers = answers.numbers("prediction");
            for (int row = 0; row < rows.rowCount(); row++) {
                assertNear(numbers[row][0], predicted.number(row), row, error);
            }
            return;
        }
        assertThat(answers.names()).containsExactly("prediction", "probabilities");
        for (int row = 0; row < rows.rowCount(); row++) {
            for (int k = 0; k < predicted.classes().size(); k++) {
                assertNear(
                        answers.numbers("probabilities")[row][k],
                        predicted.probabilities(row)[k],
                        row,
                        error);
            }
            assertLabel(answers.texts("prediction")[row][0], predicted, row, error);
        }
    }

    static void assertSameBySql(Model model, Table rows) {
        var predicted = model.predict(rows);
        var answers = query(model, rows);
        assertThat(answers.rowCount()).isEqualTo(rows.rowCount());
        for (int row = 0; row < rows.rowCount(); row++) {
            if (!(model.schema().target() instanceof Target.Classes)) {
                double number = answers.numberColumn("prediction").getDouble(row);
                assertNear(number, predicted.number(row), row, ERROR);
                continue;
            }
            for (var name : predicted.classes()) {
                double probability = answers.numberColumn("p(" + name + ")").getDouble(row);
                assertNear(probability, predicted.probability(row, name), row, ERROR);
            }
            assertLabel(answers.column("prediction").getString(row), predicted, row, ERROR);
        }
    }

    /** Returns what DuckDB answers, in the order of the rows. */
    static Table query(Model model, Table rows) {
        var numbered = rows.copy();
        numbered.addColumns(IntColumn.indexColumn("row number", rows.rowCount(), 0));
        try (var database = Sql.open()) {
            return database.with("homes", numbered)
                    .query(
                            "SELECT * FROM (%s) ORDER BY \"row number\""
                                    .formatted(model.sql("homes")));
        }
    }

    private static void assertNear(double answer, double expected, int row, double share) {
        double error = share * Math.max(1, Math.abs(expected));
        assertThat(answer).as("row %d", row).isCloseTo(expected, within(error));
    }

    /** Where two classes are as probable to the last digits, either may be the label. */
    private static void assertLabel(String label, Predictions predicted, int row, double error) {
        double chosen = predicted.probability(row, label);
        double most = predicted.probability(row, predicted.label(row));
        assertThat(chosen).as("row %d", row).isCloseTo(most, within(error));
    }
}
