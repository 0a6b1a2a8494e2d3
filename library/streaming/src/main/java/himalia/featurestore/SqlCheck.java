package himalia.featurestore;

import java.util.List;
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

    private static final List<String> UNTOLD = List.of("…");

    private SqlCheck() {}

    /** Refuses SQL that no rows could be asked with. */
    static void of(OnDemandView view, Definitions definitions) {
        named(view, tried(view, inputs(view, definitions), 0));
    }

    /** Returns the names of the features of a view that was applied; a sign for them where only rows that ask tell. */
    static List<String> names(OnDemandView view, Definitions definitions) {
        if (!view.features().isEmpty()) {
            return view.features();
        }
        try {
            var names = tried(view, inputs(view, definitions), 0);
            return names.isEmpty() ? UNTOLD : names;
        } catch (IllegalArgumentException e) {
            return UNTOLD;
        }
    }

    private static Table inputs(OnDemandView view, Definitions definitions) {
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
        return inputs;
    }

    /** Says of a column that is not there whose it would be. */
    static String words(IllegalArgumentException failure, Table inputs) {
        var unknown = UNKNOWN_COLUMN.matcher(String.valueOf(failure.getMessage()));
        return unknown.matches()
                ? "its SQL reads '%s', which is missing in the rows that features are asked for, and is none of its sources; there are: %s"
                        .formatted(unknown.group(1), String.join(", ", inputs.columnNames()))
                : String.valueOf(failure.getMessage());
    }

    /** A feature is asked for by its name, so what DuckDB calls an expression is none. */
    private static void named(OnDemandView view, List<String> features) {
        for (var feature : features) {
            if (!view.expressions().isEmpty() && !feature.matches("\\w+")) {
                throw new IllegalArgumentException(
                        "on-demand view '%s': a feature of its SQL has no name; write %s as …"
                                .formatted(view.name(), feature));
            }
        }
    }

    /** Returns the names of what it gives; none where that cannot be known yet. */
    private static List<String> tried(OnDemandView view, Table inputs, int asked) {
        try {
            return view.compute(inputs).columnNames();
        } catch (IllegalArgumentException e) {
            var words = e.getCause() == null ? "" : String.valueOf(e.getCause().getMessage());
            var unknown = UNKNOWN_COLUMN.matcher(words);
            if (unknown.matches() && asked < MOST_ASKED) {
                var column = ColumnType.DOUBLE.create(unknown.group(1));
                for (int row = 0; row < ROWS; row++) {
                    column.appendMissing();
                }
                return tried(view, inputs.addColumns(column), asked + 1);
            }
            if (asked == 0 || SURELY_WRONG.matcher(words).matches()) {
                throw e;
            }
            return List.of();
        }
    }
}
