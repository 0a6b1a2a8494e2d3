package himalia.features.leakage;

import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/** What names no class: a check compares classes, and has no word on a label of numbers. */
final class LabelClasses {
    private LabelClasses() {}

    static void check(Table train, Table test, String label) {
        for (var table : List.of(train, test)) {
            if (table.column(label) instanceof NumericColumn<?> numbers) {
                var fraction =
                        Arrays.stream(numbers.asDoubleArray())
                                .filter(x -> !Double.isNaN(x) && x != Math.rint(x))
                                .findFirst();
                if (fraction.isPresent()) {
                    throw new IllegalArgumentException(
                            "label '%s' holds numbers such as %s, and a leakage check compares classes; give both tables a column of ranges instead: table.intColumn or a text such as low and high, and leave '%s' out with without(\"%s\")"
                                    .formatted(label, fraction.getAsDouble(), label, label));
                }
            }
        }
    }
}
