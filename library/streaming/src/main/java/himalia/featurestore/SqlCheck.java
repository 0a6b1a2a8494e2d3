package himalia.featurestore;

import java.util.regex.Pattern;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

/** Tries the SQL of an on-demand view on rows without values, when it is applied: what is wrong with it is told then. */
final class SqlCheck {
    /** What the rows that ask may bring beside features; their types are known when they do. */
    private static final int MOST_ASKED = 100;

    /** One row more than an aggregate makes. */
    private static final int ROWS = 2;

    private static final Pattern UNKNOWN_COLUMN =
            Pattern.compile("(?s)Binder Error: Referenced column \"([^\"]+)\" not found.*");
    private static final Pattern SURELY_WRONG =
            Pattern.compile("(?s).*(Parser|Catalog|Permission) Error: .*");

    private SqlCheck() {}

    /** Refuses SQL that no rows could be asked with. */
    static void of(OnDemandView view, Definitions definitions) {
        var inputs = Table.create("inputs");
        for (var source : view.sources()) {
            var name = FeatureName.of(source);
            for (var feature : definitions.view(name.view()).features()) {
                if (feature.name().equals(name.feature())) {
                    inputs.addColumns(Cells.column(name.called(), feature.type()));
                }
            }
        }
        if (inputs.columnCount() == 0) {
            inputs.addColumns(ColumnType.INSTANT.create(Moments.EVENT_TIMESTAMP));
        }
        for (int row = 0; row < ROWS; row++) {
            inputs.columns().forEach(column -> column.appendMissing());
        }
        tried(view, inputs, 0);
    }

    private static void tried(OnDemandView view, Table inputs, int asked) {
        try {
            view.compute(inputs);
        } catch (IllegalArgumentException e) {
            var words = e.getCause() == null ? "" : String.valueOf(e.getCause().getMessage());
            var unknown = UNKNOWN_COLUMN.matcher(words);
            if (unknown.matches() && asked < MOST_ASKED) {
                var column = ColumnType.DOUBLE.create(unknown.group(1));
                for (int row = 0; row < ROWS; row++) {
                    column.appendMissing();
                }
                tried(view, inputs.addColumns(column), asked + 1);
            } else if (asked == 0 || SURELY_WRONG.matcher(words).matches()) {
                throw e;
            }
        }
    }
}
