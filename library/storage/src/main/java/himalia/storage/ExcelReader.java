package himalia.storage;

import himalia.table.Tables;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellAddress;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/** A sheet of a workbook as a table: its first row that is not empty names the columns. */
final class ExcelReader {
    /** What a sheet of a million rows takes unpacked is less. */
    private static final long MOST_BYTES = 4L << 30;

    /** What a formula comes to that failed. */
    private static final Pattern ERROR =
            Pattern.compile(
                    "#(?:DIV/0!|N/A|NAME\\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|GETTING_DATA)");

    /** What the library says of cells that few programs write, and does not read. */
    private static final String TEXTS_OF_DATES = "Unknown cell type : d";

    private final Path file;
    private final String sheet;
    private final ReadableWorkbook book;
    private final Set<CellAddress> uncomputed;
    private final List<ExcelColumn> columns = new ArrayList<>();
    private @Nullable List<String> names;
    private int first;
    private int rows;
    private boolean hasEmptyFormula;

    private ExcelReader(Path file, Sheet sheet, ReadableWorkbook book, Set<CellAddress> uncomputed)
            throws IOException {
        this.file = file;
        this.sheet = sheet.getName();
        this.book = book;
        this.uncomputed = uncomputed;
        try (var all = sheet.openStream()) {
            all.forEach(this::add);
        }
    }

    /** Returns the names of the sheets, in their order. */
    static List<String> sheets(Path file) throws IOException {
        try (var book = open(file)) {
            return book.getSheets().map(Sheet::getName).toList();
        }
    }

    /** Returns the sheet of a name, without one the first. */
    static Table read(Path file, Optional<String> sheet, String name) throws IOException {
        try (var book = open(file)) {
            var names = book.getSheets().map(Sheet::getName).toList();
            var wanted =
                    sheet.isEmpty()
                            ? Optional.of(book.getFirstSheet())
                            : book.findSheet(sheet.get());
            if (wanted.isEmpty()) {
                throw new IOException(
                        "%s has no sheet '%s'; there are: %s"
                                .formatted(
                                        file.getFileName(), sheet.get(), String.join(", ", names)));
            }
            var reader = new ExcelReader(file, wanted.get(), book, Set.of());
            var uncomputed =
                    reader.hasEmptyFormula
                            ? UncomputedFormulas.of(file, wanted.get())
                            : Set.<CellAddress>of();
            return uncomputed.isEmpty()
                    ? reader.table(name)
                    : new ExcelReader(file, wanted.get(), book, uncomputed).table(name);
        } catch (RuntimeException broken) {
            throw String.valueOf(broken.getMessage()).endsWith(TEXTS_OF_DATES)
                    ? BadFile.because(
                            "%s has dates that are texts of ISO (cells of type d), which are not read here; open and save it in a spreadsheet program, or write it without them: in openpyxl iso_dates=False"
                                    .formatted(file.getFileName()))
                    : BadFile.of(file, broken);
        }
    }

    private static ReadableWorkbook open(Path file) throws IOException {
        boolean hasStyles = hasStyles(file.toFile());
        try {
            // With formats: only they tell dates from numbers. A cell that cannot be read is an
            // error of its own.
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(hasStyles, false));
        } catch (RuntimeException broken) {
            throw BadFile.of(file, broken);
        }
    }

    /** Returns whether cells have formats at all; refuses a file that fills the memory. */
    private static boolean hasStyles(File file) throws IOException {
        long bytes;
        boolean hasStyles;
        try (var zip = new ZipFile(file)) {
            bytes = zip.stream().mapToLong(entry -> Math.max(0, entry.getSize())).sum();
            hasStyles = zip.stream().anyMatch(entry -> entry.getName().endsWith("styles.xml"));
        }
        if (bytes > MOST_BYTES) {
            throw BadFile.because(
                    "%s holds %,d bytes in %,d: more than a workbook has"
                            .formatted(file.getName(), bytes, file.length()));
        }
        return hasStyles;
    }

    private void add(Row row) {
        if (names == null) {
            if (row.getFirstNonEmptyCell().isPresent()) {
                names = header(row);
                first = row.getRowNum() + 1;
            }
            return;
        }
        int at = row.getRowNum() - first;
        for (var cell : row) {
            // An empty text says that there is a row.
            rows = cell != null && cell.getType() == CellType.STRING ? at + 1 : rows;
            var value = cell == null ? null : value(cell);
            if (value != null) {
                while (columns.size() <= cell.getColumnIndex()) {
                    columns.add(new ExcelColumn());
                }
                columns.get(cell.getColumnIndex()).set(at, value);
                rows = at + 1;
            }
        }
    }

    private static List<String> header(Row row) {
        var header = new ArrayList<String>();
        for (int at = 0; at < row.getCellCount(); at++) {
            header.add(row.getCellText(at).strip());
        }
        while (!header.isEmpty() && header.get(header.size() - 1).isEmpty()) {
            header.remove(header.size() - 1);
        }
        return header;
    }

    private @Nullable Object value(Cell cell) {
        return switch (cell.getType()) {
            case EMPTY -> null;
            case BOOLEAN -> cell.asBoolean();
            case STRING -> cell.asString().isEmpty() ? null : cell.asString();
            case NUMBER -> number(cell, cell.asNumber());
            // The value that the program computed last.
            case FORMULA -> computed(cell);
            // What stands for a value that is not there; beside texts, other errors are texts.
            case ERROR -> failed(String.valueOf(cell.getRawValue()));
        };
    }

    private static @Nullable Object failed(String error) {
        return "#N/A".equals(error) ? null : new ExcelColumn.Failed(error);
    }

    private @Nullable Object computed(Cell cell) {
        var value = cell.getValue();
        var raw = cell.getRawValue();
        if (value == null && (raw == null || raw.isEmpty())) {
            hasEmptyFormula = true;
            // No program has computed it yet; missing it would look as if it had come to nothing.
            return uncomputed.contains(cell.getAddress())
                    ? "=" + Objects.requireNonNullElse(cell.getFormula(), "…")
                    : null;
        }
        if (value instanceof BigDecimal number) {
            return number(cell, number);
        }
        if (value instanceof Boolean) {
            return value;
        }
        // A text stays one, whatever it looks like: =TEXT(A1,"00000") is a key.
        if (raw == null || raw.isEmpty()) {
            return null;
        }
        return ERROR.matcher(raw).matches() ? failed(raw) : raw;
    }

    private Object number(Cell cell, BigDecimal number) {
        var kind = ExcelDates.kind(cell.getDataFormatId(), cell.getDataFormatString());
        return switch (kind) {
            // BigDecimal knows no zero below zero.
            case NUMBER ->
                    number.signum() == 0 && String.valueOf(cell.getRawValue()).startsWith("-")
                            ? ExcelColumn.ZERO_BELOW_ZERO
                            : number;
            case TIME -> Objects.requireNonNullElse(ExcelDates.time(number), number);
            case DURATION -> ExcelDates.duration(number);
            case MOMENT -> ExcelDates.moment(number, book.isDate1904());
        };
    }

    private Table table(String name) throws IOException {
        if (names == null) {
            throw BadFile.because(
                    "the sheet '%s' of %s is empty, and no table"
                            .formatted(sheet, file.getFileName()));
        }
        var header = new ArrayList<>(names);
        while (header.size() < columns.size()) {
            header.add("");
        }
        var values = new ArrayList<List<@Nullable Object>>();
        for (int at = 0; at < header.size(); at++) {
            var column = at < columns.size() ? columns.get(at) : new ExcelColumn();
            values.add(column.values(rows));
        }
        var distinct = TwinNames.distinct(header).toArray(String[]::new);
        return Tables.of(TurnedColumns.rows(values), distinct).setName(name);
    }
}
