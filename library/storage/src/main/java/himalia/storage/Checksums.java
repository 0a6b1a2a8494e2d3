package himalia.storage;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Displayable;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Progress;
import himalia.storage.ValueHash.Way;
import himalia.table.TableRenderer;
import himalia.table.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A number for each column that tells whether two tables hold the same values, in the same order, wherever they lie.
 *
 * <pre>{@code
 * Storage.write(train, "train.avro");
 * Checksums.of(train).differences(Checksums.of(Path.of("train.avro")))   // none: nothing was lost on the way
 * }</pre>
 *
 * <p>It is of the values, not of their bytes: 3 and 3.0 are one number, a time is the same in milliseconds and in
 * nanoseconds. A float is the number with its fewest digits; that a file has other digits of the same float is seen by {@link
 * Conversion#verify()}. As in a table, an empty text counts as a missing one, and so does NaN. A file is read in batches. Two columns
 * that differ have the same number once in 10<sup>19</sup>; nobody who wants to deceive is kept from it.
 *
 * @param rows how many rows there are
 * @param columns the number of each column, by its name
 */
public record Checksums(long rows, Map<String, Long> columns) implements Displayable {
    public Checksums {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(given(columns, "columns")));
    }

    /** Goes through a table. */
    public static Checksums of(Table table) {
        try (var batches = ArrowBatches.of(Tables.given(table))) {
            return ValueHash.all(batches, Way.VALUES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Goes through a file of any {@link Format}.
     *
     * @throws IOException if it cannot be read
     */
    public static Checksums of(Path file) throws IOException {
        return of(FileNames.of(file), Way.VALUES);
    }

    /**
     * Goes through a CSV file that is written in a way which cannot be seen from it.
     *
     * @throws IOException if it cannot be read
     */
    public static Checksums of(Path file, CsvOptions options) throws IOException {
        return of(
                Source.of(FileNames.of(file), options, Source.Call.CONVERT_WITH_OPTIONS),
                Way.VALUES);
    }

    static Checksums of(Path file, Way way) throws IOException {
        return of(Source.of(file), way);
    }

    /** Goes through what a conversion has read. */
    static Checksums of(ConvertedFiles from, ConvertOptions options, Way way) throws IOException {
        if (from.isOne() && options.takesAll()) {
            return of(from.first(), way);
        }
        from.check();
        return FileWork.run(
                from.name(),
                Progress.whenLong("% of " + from.called(), 100),
                job -> {
                    try (var batches = ChosenRows.of(from, options, job)) {
                        job.measure(batches::share);
                        return ValueHash.all(batches, way);
                    }
                });
    }

    private static Checksums of(Source source, Way way) throws IOException {
        var file = source.file();
        Reading.check(source);
        return FileWork.run(
                file,
                Progress.whenLong("% of " + file.getFileName(), 100),
                job -> Transcoded.with(source, job, utf8 -> of(utf8, way, job)));
    }

    private static Checksums of(Source source, Way way, FileWork job) throws IOException {
        var file = source.file();
        try (var batches = ArrowBatches.of(source, job)) {
            job.measure(batches::share);
            return ValueHash.all(batches, way);
        } catch (IOException | RuntimeException e) {
            FileWork.stopIfInterrupted(file);
            throw BadFile.of(file, e);
        }
    }

    /** Returns the names of columns that the two do not have alike, or that one of them lacks. */
    public List<String> differences(Checksums other) {
        var names = new ArrayList<String>();
        for (var name : columns.keySet()) {
            if (rows != other.rows || !Objects.equals(columns.get(name), other.columns.get(name))) {
                names.add(name);
            }
        }
        other.columns.keySet().stream()
                .filter(name -> !columns.containsKey(name))
                .forEach(names::add);
        return names;
    }

    private Table table() {
        var names = StringColumn.create("column");
        var sums = StringColumn.create("checksum");
        columns.forEach(
                (name, sum) -> {
                    names.append(name);
                    sums.append("%016x".formatted(sum));
                });
        return Table.create("checksums of %,d rows".formatted(rows), names, sums);
    }

    @Override
    public MimeBundle bundle() {
        return new TableRenderer().render(table());
    }
}
