package himalia.storage;

import himalia.table.Tables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** A table as a format can hold it: a column that would be refused becomes texts, and where these are too, is left out. */
final class LossyTable {
    /** Advice that is carried out here. */
    private static final Pattern DONE =
            Pattern.compile("(?:: make (?:the column|it) texts[^:]*|, or leave the column out)\\z");

    private LossyTable() {}

    /** Tells what was lost, by column. */
    static Table of(Table table, Format target, List<String> lost) throws IOException {
        if (target == Format.LIBSVM) {
            LibsvmWriter.refuseUnlabelled(table);
        }
        var columns = new ArrayList<Column<?>>();
        for (var column : table.columns()) {
            var why = refusal(column, target);
            if (why.isEmpty()) {
                columns.add(column);
                continue;
            }
            var texts = texts(column);
            boolean isText = refusal(texts, target).isEmpty();
            if (isText) {
                columns.add(texts);
            }
            lost.add(
                    "%s: %s"
                            .formatted(
                                    isText ? "made texts" : "left out",
                                    DONE.matcher(why).replaceFirst("")));
        }
        return Table.create(table.name(), columns);
    }

    private static String refusal(Column<?> column, Format target) {
        try {
            switch (target) {
                case EXCEL -> ExcelWriter.check(column);
                case NUMPY -> NumpyWriter.type(column);
                case LIBSVM -> LibsvmWriter.numbers(column);
                case ARFF -> ArffWriter.check(column);
                default -> {
                    // These hold all that a table has.
                }
            }
            return "";
        } catch (IOException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static Column<?> texts(Column<?> column) {
        var texts = StringColumn.create(column.name());
        for (int row = 0; row < column.size(); row++) {
            if (Tables.isMissing(column, row)) {
                texts.appendMissing();
            } else {
                texts.append(String.valueOf(column.get(row)));
            }
        }
        return texts;
    }
}
