package himalia.search;

import himalia.table.ColumnNames;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** A study as a table, a row a trial. */
final class StudyTable {
    private static final double MILLIS = 1000;

    private StudyTable() {}

    static Table of(Study study) {
        var trials = study.trials();
        var table =
                Table.create(
                        study.name(),
                        IntColumn.create(
                                "trial", trials.stream().mapToInt(TrialRecord::number).toArray()),
                        StringColumn.create(
                                "state", trials.stream().map(each -> each.state().name()).toList()),
                        DoubleColumn.create(
                                "value",
                                trials.stream().mapToDouble(TrialRecord::value).toArray()));
        var names = new ColumnNames(table.columnNames());
        for (var name : study.space().names()) {
            var column = column(study.space().distribution(name));
            for (var trial : trials) {
                append(column, trial.settings().get(name));
            }
            table.addColumns(column.setName(names.add(name)));
        }
        return table.addColumns(
                DoubleColumn.create(
                        names.add("seconds"),
                        trials.stream()
                                .map(TrialRecord::took)
                                .mapToDouble(Duration::toMillis)
                                .map(millis -> millis / MILLIS)
                                .toArray()),
                StringColumn.create(
                        names.add("why"), trials.stream().map(TrialRecord::why).toList()));
    }

    static Column<?> column(ParameterDistribution distribution) {
        if (distribution instanceof WholeRange || isAll(distribution, Integer.class)) {
            return IntColumn.create("");
        }
        if (distribution instanceof RealRange || isAll(distribution, Number.class)) {
            return DoubleColumn.create("");
        }
        return isAll(distribution, Boolean.class)
                ? BooleanColumn.create("")
                : StringColumn.create("");
    }

    private static boolean isAll(ParameterDistribution distribution, Class<?> type) {
        return distribution instanceof Choice choice
                && choice.values().stream().allMatch(type::isInstance);
    }

    static void append(Column<?> column, @Nullable Object value) {
        if (value == null) {
            column.appendMissing();
        } else if (column instanceof DoubleColumn numbers) {
            numbers.append(((Number) value).doubleValue());
        } else if (column instanceof StringColumn texts) {
            texts.append(value.toString());
        } else {
            column.appendObj(value);
        }
    }
}
