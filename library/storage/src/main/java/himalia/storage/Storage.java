package himalia.storage;

import static himalia.display.bundle.Given.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import himalia.display.bundle.Nearest;
import himalia.display.bundle.Progress;
import himalia.display.bundle.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
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
    private static final double ALL_BUT_CHECKED = 0.999;

    /** In bytes: less is read in an instant, but for the first file of a session, for which libraries are loaded. */
    private static final long WORTH_SHOWING = 1_000_000;

    private Storage() {}

    /** How large a table is. */
    record Size(long rows, int columns) {}

    /**
     * Converts a file to another format, in batches: files larger than memory are no trouble.
     *
     * @throws IOException if a file cannot be read or written, naming it and where it is wrong
     */
    public static Conversion convert(Path from, Path to) throws IOException {
        var source = Source.of(FileNames.of(from));
        var target = FileNames.of(to);
        var format = Format.of(target);
        var file = source.file();
        checkReadable(file);
        return FileWork.run(file, progress(file), job -> convert(source, target, format, job));
    }

    /** Reads a whole file into memory; the table is named after it. */
    public static Table read(Path file) throws IOException {
        var path = FileNames.of(file);
        var format =
                Format.find(path)
                        .orElseThrow(() -> new IllegalArgumentException(NoText.unknown(path)));
        return read(new Source(path, format, CsvOptions.defaults(), Source.Call.READ));
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
    public static Table read(String file, CsvOptions options) throws IOException {
        var path = FileNames.of(file);
        if (Format.find(path).orElse(Format.CSV) != Format.CSV) {
            throw new IllegalArgumentException(
                    "'%s' is no CSV file, and its values are written in one way only: leave the CsvOptions out"
                            .formatted(path.getFileName()));
        }
        if (Format.find(path).isEmpty()) {
            NoText.refuse(path, given(options, "options", "take CsvOptions.defaults()"));
        }
        return read(
                new Source(
                        path,
                        Format.CSV,
                        given(options, "options", "take CsvOptions.defaults()"),
                        Source.Call.READ_WITH_OPTIONS));
    }

    private static Table read(Source source) throws IOException {
        var file = source.file();
        checkReadable(file);
        return FileWork.run(
                file,
                progress(file),
                job -> {
                    var encoding = source.options().encoding();
                    if (encoding.equals(UTF_8)) {
                        return read(source, name(file), job);
                    }
                    try (var utf8 = Transcoded.of(file, encoding)) {
                        return read(
                                new Source(
                                        utf8.file(),
                                        source.format(),
                                        source.options(),
                                        source.call()),
                                name(file),
                                job);
                    }
                });
    }

    private static Table read(Source source, String name, FileWork job) throws IOException {
        var file = source.file();
        try (var batches = ArrowBatches.of(source, job)) {
            job.measure(batches::share);
            ColumnNames.refuseTwins(file, batches.names());
            return TableBuilder.read(batches.reader(), name);
        } catch (IOException | RuntimeException e) {
            FileWork.stopIfInterrupted(file);
            throw BadFile.of(file, e);
        }
    }

    /** Writes a table to the file at a path, as {@link #write(Table, Path)} does. */
    public static Conversion write(Table table, String file) throws IOException {
        return write(given(table, "table", "name the table to write"), FileNames.of(file));
    }

    /** Writes a table to a file. */
    public static Conversion write(Table table, Path file) throws IOException {
        given(table, "table", "name the table to write");
        var path = FileNames.of(file);
        var format = Format.of(path);
        if (table.columnCount() == 0) {
            throw new IllegalArgumentException(
                    "table '%s' has no columns, so there is nothing to write to %s"
                            .formatted(table.name(), path.getFileName()));
        }
        return FileWork.run(
                path,
                Progress.whenLong("rows of " + path.getFileName(), table.rowCount()),
                job -> moved(path, part -> write(table, part, format, path, job)));
    }

    private static Conversion write(Table table, Path part, Format format, Path file, FileWork job)
            throws IOException {
        try (var batches = ArrowBatches.of(table)) {
            write(batches.flatFor(format), part, format, job);
        }
        var written = checked(table.rowCount(), part, format, file, job);
        return new Conversion(file, file, written.rows(), written.columns(), 0, Files.size(part));
    }

    /** Counts in bytes: how many rows a file has is not known before it is read. */
    private static Progress progress(Path file) throws IOException {
        long bytes = Files.size(file);
        boolean isLarge = bytes >= 10_000_000;
        var unit = (isLarge ? "MB" : "kB") + " of " + file.getFileName();
        long total = Math.max(1, bytes / (isLarge ? 1_000_000 : 1_000));
        return bytes < WORTH_SHOWING
                ? Progress.unseen(unit, total)
                : Progress.whenLong(unit, total);
    }

    private static Conversion convert(Source source, Path to, Format target, FileWork job)
            throws IOException {
        var from = source.file();
        return moved(
                to,
                part -> {
                    var rows = copy(source, part, target, job);
                    var written = checked(rows, part, target, to, job);
                    return new Conversion(
                            from, to, rows, written.columns(), Files.size(from), Files.size(part));
                });
    }

    private static long copy(Source source, Path part, Format target, FileWork job)
            throws IOException {
        var from = source.file();
        try {
            boolean isPlain = target == Format.PARQUET || source.format() == Format.CSV;
            if (isDucks(source.format()) && isDucks(target) && isPlain) {
                return Duck.copy(source, part, target, job);
            }
            try (var batches = ArrowBatches.of(source, target, job)) {
                if (isDucks(target)) {
                    ColumnNames.refuseTwins(from, batches.names());
                }
                return write(batches, part, target, job);
            }
        } catch (IOException | RuntimeException e) {
            FileWork.stopIfInterrupted(from);
            throw BadFile.of(from, e);
        }
    }

    private static long write(ArrowBatches batches, Path part, Format format, FileWork job)
            throws IOException {
        job.measure(batches::share);
        return switch (format) {
            case CSV, PARQUET -> Duck.write(batches, part, format, job);
            case JSON_LINES, JSON -> JsonFiles.write(batches, part, format == Format.JSON);
            case ARROW -> batches.writeArrow(part);
            case AVRO -> AvroFiles.write(batches.reader(), part);
        };
    }

    private static Size size(Path file, Format format, FileWork job) throws IOException {
        var source = new Source(file, format, CsvOptions.defaults(), Source.Call.CONVERT);
        if (isDucks(format)) {
            return Duck.size(source, job);
        }
        if (format == Format.AVRO) {
            return AvroFiles.size(file);
        }
        if (format != Format.ARROW) {
            return JsonScan.size(source);
        }
        try (var batches = ArrowBatches.of(source, job)) {
            return batches.size();
        }
    }

    private static boolean isDucks(Format format) {
        return format == Format.CSV || format == Format.PARQUET;
    }

    /** What was written is read again before it takes its place. */
    private static Size checked(long rows, Path part, Format format, Path file, FileWork job)
            throws IOException {
        job.measure(() -> ALL_BUT_CHECKED);
        job.note("checking what was written");
        var written = size(part, format, job);
        job.note("");
        if (written.rows() != rows) {
            throw new IOException(
                    "%s was not written: %d rows went in and %d came out"
                            .formatted(file.getFileName(), rows, written.rows()));
        }
        return written;
    }

    private static <T> T moved(Path file, WholeFile.Writer<T> writer) throws IOException {
        WholeFile.makeFolder(file);
        return WholeFile.replace(
                file,
                part -> {
                    var result = writer.write(part);
                    FileWork.stopIfInterrupted(file);
                    return result;
                });
    }

    private static void checkReadable(Path file) throws IOException {
        if (Files.isRegularFile(file)) {
            return;
        }
        var folder = folder(file);
        var name = String.valueOf(file.getFileName());
        if (Files.isDirectory(file)) {
            throw new IOException("'" + name + "' is a folder; name a file");
        }
        throw new IOException(
                "no file '%s' in %s%s".formatted(name, folder, Nearest.hint(name, names(folder))));
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    private static List<String> names(Path folder) {
        try (var files = Files.list(folder)) {
            return files.limit(10_000).map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\..*$", "");
    }
}
