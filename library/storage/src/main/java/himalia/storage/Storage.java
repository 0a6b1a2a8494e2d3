package himalia.storage;

import static himalia.display.bundle.Given.given;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import tech.tablesaw.api.Table;

/**
 * Reads, writes and converts tables; the ending of a file's name tells its {@link Format}.
 *
 * <pre>{@code
 * Table train = Storage.read("train.parquet");
 * Storage.write(train, "train.avro");
 * Storage.convert(Path.of("trips.csv"), Path.of("trips.parquet"));
 * }</pre>
 *
 * <p>A file is written beside its place and moved there when it is whole, over one that was there before; who reads it
 * meanwhile sees the old one. Types and missing values are kept, with these exceptions, which lie in the formats: CSV
 * tells no empty text from a missing one, and a {@link Table} neither. A column whose values a {@link Table} cannot hold to
 * the last digit comes as texts: times past milliseconds, decimals past a double's digits, whole numbers past a long's; so
 * do lists and records.
 */
public final class Storage {
    private Storage() {}

    /** How large a table is. */
    record Size(long rows, int columns) {}

    /**
     * Converts a file to another format, in batches: files larger than memory are no trouble.
     *
     * @throws IOException if a file cannot be read or written, naming it and where it is wrong
     */
    public static Conversion convert(Path from, Path to) throws IOException {
        return convert(from, to, ConvertOptions.defaults());
    }

    /** Converts the file at a path, as {@link #convert(Path, Path)} does. */
    public static Conversion convert(String from, String to) throws IOException {
        return convert(FileNames.of(from), FileNames.of(to));
    }

    /**
     * Converts a CSV file that is written in a way which cannot be seen from it.
     *
     * <pre>{@code
     * Storage.convert(Path.of("bills.csv"), Path.of("bills.parquet"), CsvOptions.defaults().decimal(','));
     * }</pre>
     *
     * @throws IllegalArgumentException if the first file is one of another format by its name
     * @throws IOException if a file cannot be read or written, naming it and where it is wrong
     */
    public static Conversion convert(Path from, Path to, CsvOptions options) throws IOException {
        return convert(from, to, ConvertOptions.defaults().csv(options));
    }

    /** Converts the file at a path, as {@link #convert(Path, Path, CsvOptions)} does. */
    public static Conversion convert(String from, String to, CsvOptions options)
            throws IOException {
        return convert(FileNames.of(from), FileNames.of(to), options);
    }

    /**
     * Converts a file, or several, or a part of them.
     *
     * <pre>{@code
     * Storage.convert("logs/*.csv", "errors.parquet", ConvertOptions.defaults().where("level = 'ERROR'"));
     * }</pre>
     *
     * <p>The name of a folder, or one with wildcards, means several files, as {@link #read(Path)} has it. Of a Parquet file no
     * more is read than what is chosen.
     *
     * @throws IllegalArgumentException if a column is not there, naming the nearest, or the condition is no SQL
     * @throws IOException if a file cannot be read or written, naming it and where it is wrong
     */
    public static Conversion convert(Path from, Path to, ConvertOptions options)
            throws IOException {
        given(options, "options", "take ConvertOptions.defaults()");
        return Writing.convert(ConvertedFiles.of(from, options.csv()), FileNames.of(to), options);
    }

    /** Converts what is at a path, as {@link #convert(Path, Path, ConvertOptions)} does. */
    public static Conversion convert(String from, String to, ConvertOptions options)
            throws IOException {
        return convert(FileNames.of(from), FileNames.of(to), options);
    }

    /**
     * Converts files whose rows are put below one another, in the order given, or a part of them.
     *
     * @throws IllegalArgumentException if there are none, or they are of several formats
     */
    public static Conversion convert(List<Path> from, Path to, ConvertOptions options)
            throws IOException {
        given(options, "options", "take ConvertOptions.defaults()");
        return Writing.convert(
                ConvertedFiles.of(List.copyOf(given(from, "from")), options.csv()),
                FileNames.of(to),
                options);
    }

    /**
     * Returns the files that a name means: those of a folder or of a pattern, in the order in which they are read, or the one
     * that has it.
     *
     * <pre>{@code
     * Storage.files(Path.of("trips/*.csv"))
     * }</pre>
     *
     * @throws IOException if there is none
     */
    public static List<Path> files(Path name) throws IOException {
        var path = FileNames.of(name);
        var many = ManyFiles.of(path);
        if (many.isPresent()) {
            return many.get().files();
        }
        Reading.checkReadable(path);
        return List.of(path);
    }

    /**
     * Reads a whole file into memory; the table is named after it.
     *
     * <p>A table takes an empty text for a missing one, also where a file tells them apart, as Parquet and JSON do;
     * {@link #convert(Path, Path)} keeps both.
     *
     * <p>The name of a folder, or one with wildcards, means several files, whose rows are put below one another: {@code
     * Storage.read("trips/*.csv")}. Folders called {@code year=2024} are a column more.
     */
    public static Table read(Path file) throws IOException {
        var path = FileNames.of(file);
        var many = ManyFiles.of(path);
        return many.isPresent() ? many.get().read(Storage::source) : Reading.read(source(path));
    }

    private static Source source(Path path) {
        var format =
                Format.find(path)
                        .orElseThrow(() -> new IllegalArgumentException(NoText.unknown(path)));
        return new Source(path, format, CsvOptions.defaults(), Source.Call.READ);
    }

    /** Reads the file at a path, as {@link #read(Path)} does. */
    public static Table read(String file) throws IOException {
        return read(FileNames.of(file));
    }

    /**
     * Reads a CSV file that is written in a way which cannot be seen from it.
     *
     * <pre>{@code
     * Table bills = Storage.read("bills.csv", CsvOptions.defaults().separator(';').decimal(','));
     * }</pre>
     *
     * <p>A name of no known ending, such as {@code bills.txt}, is one of a CSV file here.
     *
     * @throws IllegalArgumentException if the file is one of another format by its name
     */
    public static Table read(Path file, CsvOptions options) throws IOException {
        var path = FileNames.of(file);
        var many = ManyFiles.of(path);
        return many.isPresent()
                ? many.get().read(each -> source(each, options))
                : Reading.read(source(path, options));
    }

    private static Source source(Path path, CsvOptions options) {
        return Source.of(path, options, Source.Call.READ_WITH_OPTIONS);
    }

    /** Reads the CSV file at a path, as {@link #read(Path, CsvOptions)} does. */
    public static Table read(String file, CsvOptions options) throws IOException {
        return read(FileNames.of(file), options);
    }

    /**
     * Reads all rows that are left of the result of a query, with the types that they would have from a file.
     *
     * <pre>{@code
     * Table sums = Storage.read(statement.executeQuery("SELECT product, sum(price) AS total FROM sales GROUP BY product"));
     * }</pre>
     *
     * <p>What a table's types would cut comes as a text, and so do lists and records, as JSON, and bytes, in hexadecimal.
     *
     * @throws SQLException if the database does not give its rows
     */
    public static Table read(ResultSet result) throws SQLException {
        return ResultReader.read(given(result, "result", "give that of a query"));
    }

    /** Writes a table to the file at a path, as {@link #write(Table, Path)} does. */
    public static Conversion write(Table table, String file) throws IOException {
        return write(given(table, "table", "name the table to write"), FileNames.of(file));
    }

    /** Writes a table to a file. */
    public static Conversion write(Table table, Path file) throws IOException {
        given(table, "table", "name the table to write");
        var path = FileNames.of(file);
        Format.of(path);
        if (table.columnCount() == 0) {
            throw new IllegalArgumentException(
                    "table '%s' has no columns, so there is nothing to write to %s"
                            .formatted(table.name(), path.getFileName()));
        }
        return Writing.write(table, path);
    }
}
