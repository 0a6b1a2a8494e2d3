package himalia.search;

import java.time.Duration;
import java.util.List;
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
        for (var name : study.space().names()) {
            table.addColumns(column(name, study.space().distribution(name), trials));
        }
        return table.addColumns(
                DoubleColumn.create(
                        free(table, "seconds"),
                        trials.stream()
                                .map(TrialRecord::took)
                                .mapToDouble(Duration::toMillis)
                                .map(millis -> millis / MILLIS)
                                .toArray()),
                StringColumn.create(
                        free(table, "why"), trials.stream().map(TrialRecord::why).toList()));
    }

    private static Column<?> column(
            String name, ParameterDistribution distribution, List<TrialRecord> trials) {
        var called = List.of("trial", "state", "value").contains(name) ? "setting " + name : name;
        if (distribution instanceof WholeRange) {
            var column = IntColumn.create(called);
            trials.forEach(each -> column.appendObj(each.settings().get(name)));
            return column;
        }
        if (distribution instanceof RealRange) {
            var column = DoubleColumn.create(called);
            trials.forEach(each -> column.appendObj(each.settings().get(name)));
            return column;
        }
        if (distribution instanceof Choice choice
                && choice.values().stream().allMatch(Boolean.class::isInstance)) {
            var column = BooleanColumn.create(called);
            trials.forEach(
                    each ->
                            column.append(
                                    each.settings().get(name) instanceof Boolean truth
                                            ? truth
                                            : null));
            return column;
        }
        var column = StringColumn.create(called);
        trials.forEach(each -> column.append(text(each.settings().get(name))));
        return column;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String free(Table table, String name) {
        return table.containsColumn(name) ? "trial's " + name : name;
    }
}
