package himalia.features;

import himalia.display.bundle.Listed;
import himalia.features.ColumnTransformer.Branch;
import himalia.features.ColumnTransformer.Kind;
import himalia.model.RecordParts;
import himalia.table.Tables;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * What is said of a column that a step of a {@link ColumnTransformer} names and is not given: the step sees a part of the table, and
 * calls that the table.
 */
final class OutsideOfBranch {
    private static final int LISTED = 20;

    private OutsideOfBranch() {}

    /**
     * Returns a refusal in words of the whole table, or as it was where it is about something else.
     *
     * @param rows the table as the steps before have left it
     * @param given the columns that the step is given
     */
    static IllegalArgumentException told(
            IllegalArgumentException refused,
            Step step,
            Table rows,
            List<String> given,
            String label,
            Branch branch) {
        for (var other : rows.columnNames()) {
            if (!given.contains(other) && Tables.isLacking(refused, other)) {
                return new IllegalArgumentException(
                        "%s takes column '%s', and is for %s alone; give it that column too, as ColumnTransformer.of(List.of(…, \"%s\"), …) does"
                                .formatted(step.name(), other, columns(branch), other),
                        refused);
            }
        }
        // Its names are asked, for which no cell has to be copied.
        var whole =
                Table.create(
                        rows.name(),
                        rows.columns().stream()
                                .filter(column -> !column.name().equals(label))
                                .toArray(Column<?>[]::new));
        return Stream.concat(step.columns().stream(), texts(step))
                .filter(name -> Tables.isLacking(refused, name))
                .findFirst()
                .map(name -> inNone(whole, name, step, given, refused))
                .orElse(refused);
    }

    private static IllegalArgumentException inNone(
            Table whole,
            String name,
            Step step,
            List<String> given,
            IllegalArgumentException refused) {
        try {
            Tables.column(whole, name);
            return refused;
        } catch (IllegalArgumentException ofWhole) {
            return new IllegalArgumentException(
                    "%s; of these %s is given %s alone"
                            .formatted(ofWhole.getMessage(), step.name(), Listed.of(given, LISTED)),
                    refused);
        }
    }

    private static Object columns(Branch branch) {
        return branch.kind() == Kind.NAMED ? branch.columns() : branch.kind();
    }

    /** The texts among the settings of a step, and of those in it. */
    private static Stream<String> texts(Object setting) {
        if (setting instanceof String text) {
            return Stream.of(text);
        }
        var parts =
                setting instanceof Collection<?> many
                        ? many
                        : setting instanceof Record record ? parts(record) : List.of();
        return parts.stream().filter(Objects::nonNull).flatMap(OutsideOfBranch::texts);
    }

    /** A record of a user's own may fail as it is asked, and who is told of a refusal has no use for another one. */
    private static Collection<?> parts(Record record) {
        try {
            return RecordParts.of(record).values();
        } catch (IllegalStateException e) {
            return List.of();
        }
    }
}
