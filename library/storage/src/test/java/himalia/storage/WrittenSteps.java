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

/** What DuckDB and ONNX Runtime make of rows is held against what the step itself makes of them. */
final class WrittenSteps {
    private WrittenSteps() {}

    static void assertSame(FittedStep fitted, Table rows) throws Exception {
        var sql = fitted.sql("homes");
        var expected = fitted.apply(rows);
        assertEqual(ask(rows, sql), expected, sql);
        assertSameByOnnx(fitted, rows, expected);
    }

    static Table ask(Table rows, String sql) {
        try (var database = Sql.open()) {
            return database.with("homes", rows).query(sql);
        }
    }

    static void assertEqual(Table asked, Table expected, String sql) {
        assertThat(asked.columnNames())
                .as(sql)
                .containsExactlyInAnyOrderElementsOf(expected.columnNames());
        for (var column : expected.columns()) {
            var other = asked.column(column.name());
            for (int row = 0; row < expected.rowCount(); row++) {
                var where = column.name() + " of row " + row + " by " + sql;
                assertThat(other.isMissing(row)).as(where).isEqualTo(column.isMissing(row));
                if (column.isMissing(row)) {
                    continue;
                }
                if (column instanceof NumericColumn<?> numbers) {
                    assertThat(((NumericColumn<?>) other).getDouble(row))
                            .as(where)
                            .isCloseTo(numbers.getDouble(row), within(1e-6));
                } else {
                    assertThat(other.getString(row)).as(where).isEqualTo(column.getString(row));
                }
            }
        }
    }

    static void assertSameByOnnx(FittedStep fitted, Table rows, Table expected) throws Exception {
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
