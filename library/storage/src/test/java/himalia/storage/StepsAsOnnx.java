package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import himalia.features.FittedStep;
import himalia.features.Onnx;
import himalia.model.Feature;
import himalia.onnx.OnnxAnswers;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** What ONNX Runtime makes of rows by a step's file is held against what the step makes of them. */
final class StepsAsOnnx {
    private StepsAsOnnx() {}

    static void assertSame(FittedStep fitted, Table rows, Table expected) throws Exception {
        var answers = OnnxAnswers.of(Onnx.bytes(fitted), rows);
        var reads = fitted.reads().stream().map(Feature::name).toList();
        // What a step does not read is no part of its file.
        assertThat(answers.names())
                .containsExactlyInAnyOrderElementsOf(
                        expected.columnNames().stream()
                                .filter(name -> !rows.containsColumn(name) || reads.contains(name))
                                .map(name -> "out:" + name)
                                .toList());
        for (var name : answers.names()) {
            assertSame(answers, name, expected.column(name.substring("out:".length())));
        }
    }

    private static void assertSame(OnnxAnswers answers, String name, Column<?> column) {
        if (!(column instanceof NumericColumn
                || column instanceof BooleanColumn
                || column instanceof StringColumn)) {
            return;
        }
        for (int row = 0; row < column.size(); row++) {
            var where = "%s of row %d by ONNX".formatted(name, row);
            if (column instanceof StringColumn texts) {
                assertThat(answers.texts(name)[row][0]).as(where).isEqualTo(texts.get(row));
            } else if (column.isMissing(row)) {
                assertThat(answers.numbers(name)[row][0]).as(where).isNaN();
            } else {
                double number =
                        column instanceof BooleanColumn flags
                                ? flags.getByte(row)
                                : ((NumericColumn<?>) column).getDouble(row);
                assertThat(answers.numbers(name)[row][0]).as(where).isCloseTo(number, within(1e-6));
            }
        }
    }
}
