package himalia.features;

import himalia.model.Feature;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;

/** Columns without rows, which tell what a step makes of them. */
final class NoRows {
    private NoRows() {}

    static Column<?> of(Feature feature) {
        var name = feature.name();
        return switch (feature.type()) {
            case NUMBER, WHOLE_NUMBER, LONG_NUMBER, TENSOR -> DoubleColumn.create(name);
            case BOOLEAN -> BooleanColumn.create(name);
            case CATEGORY, TEXT -> StringColumn.create(name);
            case DATE -> DateColumn.create(name);
            case TIME -> TimeColumn.create(name);
            case DATE_TIME -> DateTimeColumn.create(name);
            case INSTANT -> InstantColumn.create(name);
        };
    }
}
