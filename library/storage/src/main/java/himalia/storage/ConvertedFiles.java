package himalia.storage;

import himalia.display.bundle.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tech.tablesaw.columns.Column;

/**
 * The files that a conversion reads: one, or several by a pattern or a folder.
 *
 * @param name as it was said
 * @param sources the files, all of one format
 * @param keys what the folders of each say of all its rows, as SQL
 * @param listed what was named one by one; nothing where the name says all
 */
record ConvertedFiles(
        Path name, List<Source> sources, List<Map<String, String>> keys, List<Path> listed) {
    static ConvertedFiles of(Path from, Optional<CsvOptions> csv) throws IOException {
        var name = FileNames.of(from);
        var many = ManyFiles.of(name);
        if (many.isEmpty()) {
            return new ConvertedFiles(
                    name, List.of(source(name, csv)), List.of(Map.of()), List.of());
        }
        return of(name, many.get(), csv, List.of());
    }

    static ConvertedFiles of(List<Path> files, Optional<CsvOptions> csv) throws IOException {
        if (files.isEmpty()) {
            throw new IllegalArgumentException("there are no files to convert; name one");
        }
        var named = new ArrayList<Path>();
        for (var file : files) {
            named.add(FileNames.of(file));
        }
        return of(named.get(0), ManyFiles.of(named), csv, named);
    }

    private static ConvertedFiles of(
            Path name, ManyFiles many, Optional<CsvOptions> csv, List<Path> listed) {
        var sources = new ArrayList<Source>();
        for (var file : many.files()) {
            sources.add(source(file, csv));
        }
        return new ConvertedFiles(name, sources, many.literals(), listed);
    }

    private static Source source(Path file, Optional<CsvOptions> csv) {
        return csv.isEmpty()
                ? Source.of(file)
                : Source.of(file, csv.get(), Source.Call.CONVERT_WITH_OPTIONS);
    }

    /** Returns the same in UTF-8, in files that are gone when what is pushed is closed. */
    ConvertedFiles inUtf8(Deque<AutoCloseable> open) throws IOException {
        var utf8 = new ArrayList<Source>();
        for (var source : sources) {
            if (source.options().encoding().equals(StandardCharsets.UTF_8)) {
                utf8.add(source);
            } else {
                var written = Transcoded.of(source.file(), source.options().encoding());
                open.push(written);
                utf8.add(
                        new Source(
                                written.file(), source.format(), source.options(), source.call()));
            }
        }
        return new ConvertedFiles(name, utf8, keys, listed);
    }

    /** Reads one column of all, in the type that holds it in each of them; of CSV files as it is written, where they agree. */
    Column<?> column(String column) throws IOException {
        var one = ConvertOptions.defaults().select(column);
        var all =
                new ConvertedFiles(
                        name, sources.stream().map(Source::whole).toList(), keys, listed);
        return FileWork.run(
                name,
                Progress.whenLong("% of " + called(), 100),
                job -> {
                    try (var batches =
                            format() == Format.CSV
                                    ? ChosenRows.of(all, one, Format.CSV, job)
                                    : ChosenRows.of(all, one, job)) {
                        job.measure(batches::share);
                        return TableBuilder.columns(batches.reader())[0];
                    } catch (IOException | RuntimeException e) {
                        FileWork.stopIfInterrupted(name);
                        throw e instanceof BadFile known
                                ? known
                                : ChosenRows.told(all, one, job, e);
                    }
                });
    }

    Source first() {
        return sources.get(0);
    }

    Format format() {
        return first().format();
    }

    /** Returns whether it is one file, of which no folder says anything. */
    boolean isOne() {
        return sources.size() == 1 && keys.get(0).isEmpty();
    }

    String called() {
        return String.valueOf(name.getFileName());
    }

    void check() throws IOException {
        for (var source : sources) {
            Reading.check(source);
        }
    }

    long bytes() throws IOException {
        long bytes = 0;
        for (var source : sources) {
            bytes += Files.size(source.file());
        }
        return bytes;
    }
}
