package himalia.storage;

import static himalia.display.bundle.Given.given;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tech.tablesaw.api.Table;

/**
 * Workbooks of several sheets; of those with one, {@link Storage} reads and writes it.
 *
 * <pre>{@code
 * List<String> sheets = Excel.sheets("prices.xlsx");       // 2023, 2024
 * Table prices = Excel.read("prices.xlsx", "2024");
 * }</pre>
 *
 * <p>The first row that is not empty names the columns. A column holds one kind of values, or else texts; numbers that the
 * workbook shows as dates and times are these; of a formula the value counts that was computed last; {@code #N/A} is missing.
 */
public final class Excel {
    private Excel() {}

    /** Returns the names of the sheets, in their order. */
    public static List<String> sheets(String file) throws IOException {
        return ExcelReader.sheets(checked(file));
    }

    /**
     * Reads one sheet.
     *
     * @throws IOException if the file is no workbook, or has no such sheet, naming those there are
     */
    public static Table read(String file, String sheet) throws IOException {
        given(sheet, "sheet", "name one; Excel.sheets(file) has those there are");
        var path = checked(file);
        return FileWork.run(
                path,
                Reading.progress(path),
                job -> ExcelReader.read(path, Optional.of(sheet), sheet));
    }

    private static Path checked(String file) throws IOException {
        var path = FileNames.of(file);
        Reading.check(new Source(path, Format.EXCEL, CsvOptions.defaults(), Source.Call.READ));
        return path;
    }
}
