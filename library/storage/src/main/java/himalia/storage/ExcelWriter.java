package himalia.storage;

import himalia.table.ExactDoubles;
import himalia.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** A table as the one sheet of a workbook. What a workbook would change is refused before anything is written. */
final class ExcelWriter {
    /** Of a sheet, without the one that names the columns. */
    private static final int MOST_ROWS = 1_048_575;

    private static final int MOST_COLUMNS = 16_384;

    /** Of a cell. */
    private static final int LONGEST = 32_767;

    private static final int ROWS_AT_ONCE = 1_000;

    private final Table table;

    /** A table has texts for them. */
    private final Set<Column<?>> durations = Collections.newSetFromMap(new IdentityHashMap<>());

    private ExcelWriter(Table table) {
        this.table = table;
    }

    /** Returns how many rows were written. */
    static long write(Table table, Path file) throws IOException {
        var writer = new ExcelWriter(table);
        writer.check();
        try (var out = Files.newOutputStream(file);
                var book = new Workbook(out, "Himalia", "1.0");
                var sheet = book.newWorksheet(sheetName(table.name()))) {
            writer.write(sheet);
        }
        return table.rowCount();
    }

    /** Names of sheets are short, and have none of some characters. */
    private static String sheetName(String name) {
        var plain = name == null ? "" : name.replaceAll("[\\[\\]:*?/\\\\]|^'|'$", " ").strip();
        return plain.isEmpty() ? "table" : plain.substring(0, Math.min(31, plain.length()));
    }

    /** Says so before that many columns are made, which takes long. */
    static void refuseWide(int columns) throws IOException {
        if (columns > MOST_COLUMNS) {
            throw BadFile.because(
                    "a sheet has at most %,d columns, and these are %,d: write Parquet, or a part"
                            .formatted(MOST_COLUMNS, columns));
        }
    }

    private void check() throws IOException {
        if (table.rowCount() > MOST_ROWS) {
            throw BadFile.because(
                    "a sheet has at most %,d rows below its first, and these are %,d: write Parquet, or a part"
                            .formatted(MOST_ROWS, table.rowCount()));
        }
        for (var column : table.columns()) {
            check(column);
            if (column instanceof StringColumn texts && isDurations(texts)) {
                durations.add(column);
            }
        }
    }

    private static boolean isDurations(StringColumn texts) {
        for (int row = 0; row < texts.size(); row++) {
            if (!texts.isMissing(row) && ExcelDates.duration(texts.get(row)).isEmpty()) {
                return false;
            }
        }
        return texts.countMissing() < texts.size();
    }

    /** Refuses a column that a workbook would change. */
    static void check(Column<?> column) throws IOException {
        for (int row = 0; row < column.size(); row++) {
            if (!Tables.isMissing(column, row)) {
                check(column, row, column.get(row));
            }
        }
    }

    private static void check(Column<?> column, int row, Object value) throws IOException {
        if (value instanceof Long whole && !ExactDoubles.isExact(whole)) {
            throw refused(
                    column,
                    row,
                    value,
                    "a workbook keeps doubles, and none is this number: make the column texts");
        }
        if (value instanceof Number number && !Double.isFinite(number.doubleValue())) {
            throw refused(column, row, value, "a workbook has no infinity: take it out");
        }
        if (value instanceof String text && text.length() > LONGEST) {
            throw refused(
                    column,
                    row,
                    BadFile.shortened(text),
                    "a cell holds %,d characters, and these are %,d"
                            .formatted(LONGEST, text.length()));
        }
        if (value instanceof String text && text.chars().anyMatch(ExcelWriter::isLost)) {
            throw refused(
                    column,
                    row,
                    "a character of control",
                    "a workbook has none but tabs and ends of lines: take it out");
        }
        if (value instanceof Instant) {
            throw refused(
                    column,
                    row,
                    value,
                    "a workbook has no time zones: %%%%sql select * replace (timezone('UTC', %s) as %1$s) from … makes local times of them"
                            .formatted(column.name()));
        }
        var day =
                value instanceof LocalDateTime time
                        ? time.toLocalDate()
                        : value instanceof LocalDate date ? date : ExcelDates.FIRST;
        if (day.isBefore(ExcelDates.FIRST) || day.getYear() > 9999) {
            throw refused(
                    column,
                    row,
                    value,
                    "a workbook's days go from 1 March 1900 to the year 9999: make the column texts");
        }
    }

    /** XML has no such character. */
    private static boolean isLost(int c) {
        return c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == 0xFFFE || c == 0xFFFF;
    }

    private static IOException refused(Column<?> column, int row, Object value, String why) {
        return BadFile.because(
                "column '%s' holds %s in row %d; %s".formatted(column.name(), value, row, why));
    }

    private void write(Worksheet sheet) throws IOException {
        for (int at = 0; at < table.columnCount(); at++) {
            sheet.value(0, at, table.column(at).name());
            sheet.style(0, at).bold().set();
        }
        sheet.freezePane(0, 1);
        for (int row = 0; row < table.rowCount(); row++) {
            for (int at = 0; at < table.columnCount(); at++) {
                var column = table.column(at);
                boolean isDuration = durations.contains(column);
                if (!Tables.isMissing(column, row)) {
                    var value = column.get(row);
                    cell(sheet, row + 1, at, isDuration ? Duration.parse((String) value) : value);
                }
            }
            if (row % ROWS_AT_ONCE == 0) {
                sheet.flush();
            }
        }
        int last = table.rowCount() - 1;
        if (last >= 0 && table.columns().stream().allMatch(it -> Tables.isMissing(it, last))) {
            // A row of no cells at the end would not be there.
            sheet.value(last + 1, 0, "");
        }
    }

    private static void cell(Worksheet sheet, int row, int at, Object value) {
        if (value instanceof Boolean flag) {
            sheet.value(row, at, flag);
        } else if (value instanceof Number number) {
            sheet.value(row, at, number);
        } else if (value instanceof LocalDate date) {
            sheet.value(row, at, date);
            sheet.style(row, at).format("yyyy-mm-dd").set();
        } else if (value instanceof LocalDateTime time) {
            sheet.value(row, at, time);
            sheet.style(row, at).format("yyyy-mm-dd hh:mm:ss.000").set();
        } else if (value instanceof LocalTime time) {
            sheet.value(row, at, ExcelDates.days(time));
            sheet.style(row, at).format("hh:mm:ss.000").set();
        } else if (value instanceof Duration duration) {
            sheet.value(row, at, ExcelDates.days(duration));
            sheet.style(row, at).format("[h]:mm:ss.000").set();
        } else {
            sheet.value(row, at, value.toString());
        }
    }
}
