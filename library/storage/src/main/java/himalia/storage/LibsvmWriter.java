package himalia.storage;

import himalia.display.bundle.Listed;
import himalia.table.ExactDoubles;
import himalia.table.Tables;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A table as rows of libsvm: the column {@code label}, the column {@code qid} where there is one, and all others as values,
 * counted from 1. What a file of numbers cannot hold is refused before anything is written.
 */
final class LibsvmWriter {
    private static final int LISTED = 20;

    private final Table table;
    private final NumericColumn<?> label;
    private final List<NumericColumn<?>> features = new ArrayList<>();
    private @Nullable NumericColumn<?> queries;

    private LibsvmWriter(Table table) throws IOException {
        this.table = table;
        refuseUnlabelled(table);
        label = numbers(table.column(LibsvmReader.LABEL));
        refuseMissing(label);
        for (var column : table.columns()) {
            if (isQuery(column)) {
                queries = numbers(column);
                refuseMissing(queries);
            } else if (column != label) {
                features.add(numbers(column));
            }
        }
    }

    /** Refuses a table whose rows have no label that is a number. */
    static void refuseUnlabelled(Table table) throws IOException {
        // Tablesaw's own search takes capitals for small letters.
        if (!table.columnNames().contains(LibsvmReader.LABEL)) {
            throw BadFile.because(
                    "a libsvm file has a label in each row, and no column is called 'label'; there are: %s. Give the one to be learnt that name, with setName(\"label\")"
                            .formatted(Listed.of(table.columnNames(), LISTED)));
        }
        numbers(table.column(LibsvmReader.LABEL));
    }

    /** Returns how many rows were written. */
    static long write(Table table, Path file) throws IOException {
        var writer = new LibsvmWriter(table);
        try (var out = Packing.written(file)) {
            writer.write(out);
        }
        return table.rowCount();
    }

    private static boolean isQuery(Column<?> column) {
        return column.name().equals(LibsvmReader.QUERY);
    }

    /** Returns a column as numbers, refused where a file would change them. */
    static NumericColumn<?> numbers(Column<?> column) throws IOException {
        if (!(column instanceof NumericColumn<?> numbers)) {
            throw BadFile.because(
                    "column '%s' holds %s, and a libsvm file holds numbers: make numbers of them, or leave the column out"
                            .formatted(column.name(), Tables.kind(column)));
        }
        boolean isPoint = column.type().name().matches("FLOAT|DOUBLE");
        if (isPoint && isQuery(column)) {
            throw BadFile.because("column 'qid' holds decimals, and a qid is a whole number");
        }
        if (column instanceof LongColumn whole && !isQuery(column)) {
            for (int row = 0; row < whole.size(); row++) {
                if (!whole.isMissing(row) && !ExactDoubles.isExact(whole.getLong(row))) {
                    throw BadFile.because(
                            "column '%s' holds %d in row %d, and values of a libsvm file are doubles, of which none is this number"
                                    .formatted(column.name(), whole.getLong(row), row));
                }
            }
        }
        return numbers;
    }

    private static void refuseMissing(Column<?> column) throws IOException {
        int missing = Tables.countMissing(column);
        if (missing > 0) {
            throw BadFile.because(
                    "column '%s' misses %d value%s, and each row of a libsvm file has one"
                            .formatted(column.name(), missing, missing == 1 ? "" : "s"));
        }
    }

    private void write(Writer out) throws IOException {
        boolean isPlain =
                table.rowCount() > 0
                        && IntStream.range(0, features.size())
                                .allMatch(at -> features.get(at).name().equals("f" + at));
        if (!isPlain) {
            out.write(names());
        }
        var line = new StringBuilder();
        for (int row = 0; row < table.rowCount(); row++) {
            line.setLength(0);
            line.append(number(label, row));
            if (queries != null) {
                line.append(" qid:").append(((Number) queries.get(row)).longValue());
            }
            for (int at = 0; at < features.size(); at++) {
                append(line, at, row);
            }
            out.append(line.append('\n'));
        }
    }

    /** Zeros are left out, but for the last of the first row: it tells how many columns there are. */
    private void append(StringBuilder line, int at, int row) {
        var column = features.get(at);
        boolean isMissing = Tables.isMissing(column, row);
        boolean isTold = row == 0 && at == features.size() - 1;
        if (isTold || isMissing || Double.doubleToRawLongBits(column.getDouble(row)) != 0) {
            line.append(' ').append(at + 1).append(':').append(number(column, row));
        }
    }

    private static String number(NumericColumn<?> column, int row) {
        return PlainNumber.text(Tables.isMissing(column, row) ? Double.NaN : column.getDouble(row));
    }

    private String names() {
        var line = new StringBuilder(LibsvmReader.NAMES).append('[');
        for (int at = 0; at < features.size(); at++) {
            line.append(at == 0 ? "" : ", ");
            JsonTexts.quote(line, features.get(at).name());
        }
        return line.append("]\n").toString();
    }
}
