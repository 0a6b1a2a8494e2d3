package himalia.evaluation;

import static himalia.display.bundle.Given.given;

import himalia.model.Model;
import tech.tablesaw.api.Table;

/**
 * What a report is of.
 *
 * @param title the model's algorithm
 * @param warning why the model looks better than it is, or an empty text
 */
record Judged(String title, String warning) {
    static final Judged PREDICTIONS = new Judged("predictions", "");

    /** Takes a model; where it has learnt from some of the rows that it is judged by, the report tells so. */
    static Judged of(Model model, Table test) {
        int seen = model.provenance().learntFrom(test, model.schema().label());
        return new Judged(
                model.trainer().name(),
                seen == 0
                        ? ""
                        : "The model has learnt from %s; judge it by rows it has not seen."
                                .formatted(
                                        test.rowCount() == 1
                                                ? "this row"
                                                : "%,d of these %,d rows"
                                                        .formatted(seen, test.rowCount())));
    }

    static void checkRows(Table test) {
        if (test.rowCount() == 0) {
            throw new IllegalArgumentException(
                    "the test table has no rows; there is nothing to judge by");
        }
    }

    static void checkChosen(int[] rows, int all) {
        given(rows, "rows");
        if (rows.length == 0) {
            throw new IllegalArgumentException("no row is named, and there is nothing to judge by");
        }
        for (int row : rows) {
            if (row < 0 || row >= all) {
                throw new IllegalArgumentException(
                        "no row %d among %d that were judged, numbered from 0".formatted(row, all));
            }
        }
    }

    /** Returns a line and the warning behind it, if there is one. */
    String after(String line, String between) {
        return warning.isEmpty() ? line : line + between + warning;
    }
}
