package himalia.storage;

import himalia.display.bundle.Progress;
import himalia.display.bundle.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tech.tablesaw.api.Table;

/** How a file is written, from a table or from another file, and read again before it takes its place. */
final class Writing {
    private static final double ALL_BUT_CHECKED = 0.999;

    private Writing() {}

    static Conversion write(Table table, Path path) throws IOException {
        var format = Format.of(path);
        return FileWork.run(
                path,
                Progress.whenLong("rows of " + path.getFileName(), table.rowCount()),
                job -> moved(path, part -> write(table, part, format, path, job)));
    }

    static Conversion convert(ConvertedFiles from, Path target, ConvertOptions options)
            throws IOException {
        var format = Format.of(target);
        from.check();
        refuseItself(from, target, options);
        return from.isOne() && options.takesAll()
                ? convert(from.first(), target, format, options)
                : FileWork.run(
                        from.name(),
                        Progress.whenLong("% of " + from.called(), 100),
                        job -> chosen(from, target, format, options, job));
    }

    /** What was not chosen would be gone. */
    private static void refuseItself(ConvertedFiles from, Path target, ConvertOptions options)
            throws IOException {
        if ((from.isOne() && options.takesAll()) || !Files.exists(target)) {
            return;
        }
        for (var source : from.sources()) {
            if (Files.isSameFile(source.file(), target)) {
                throw new IllegalArgumentException(
                        "%s is read here, and what is not chosen would be gone from it: write the new one under another name"
                                .formatted(target.getFileName()));
            }
        }
    }

    private static Conversion convert(
            Source source, Path target, Format format, ConvertOptions options) throws IOException {
        var file = source.file();
        return FileWork.run(
                file,
                Reading.progress(file),
                job ->
                        Transcoded.with(
                                source,
                                job,
                                utf8 ->
                                        convert(
                                                source.file(),
                                                utf8,
                                                target,
                                                format,
                                                options,
                                                job)));
    }

    private static Conversion chosen(
            ConvertedFiles from, Path to, Format target, ConvertOptions options, FileWork job)
            throws IOException {
        return moved(
                to,
                part -> {
                    try (var batches = ChosenRows.of(from, options, target, job)) {
                        var losses =
                                ChosenRows.areVerbatim(from, options, target)
                                        ? Losses.ofTexts(target, options)
                                        : Losses.of(target, options);
                        long rows = write(batches, part, target, losses, job);
                        var written = checked(rows, part, target, to, job);
                        return new Conversion(
                                from.name(),
                                to,
                                rows,
                                written.columns(),
                                from.bytes(),
                                Files.size(part),
                                losses.lost(),
                                from.listed(),
                                options);
                    } catch (IllegalArgumentException slip) {
                        throw slip;
                    } catch (IOException | RuntimeException e) {
                        FileWork.stopIfInterrupted(from.name());
                        throw e instanceof BadFile known
                                ? known
                                : ChosenRows.told(from, options, job, e);
                    }
                });
    }

    private static Conversion write(Table table, Path part, Format format, Path file, FileWork job)
            throws IOException {
        try (var batches = ArrowBatches.of(table)) {
            var losses = Losses.ofTexts(format, ConvertOptions.defaults());
            write(batches.flatFor(format), part, format, losses, job);
        }
        var written = checked(table.rowCount(), part, format, file, job);
        return new Conversion(file, file, written.rows(), written.columns(), 0, Files.size(part));
    }

    private static Conversion convert(
            Path from, Source source, Path to, Format target, ConvertOptions options, FileWork job)
            throws IOException {
        return moved(
                to,
                part -> {
                    var losses = Losses.of(target, options);
                    var rows = copy(source, part, target, losses, job);
                    var written = checked(rows, part, target, to, job);
                    return new Conversion(
                            from,
                            to,
                            rows,
                            written.columns(),
                            Files.size(from),
                            Files.size(part),
                            losses.lost(),
                            List.of(),
                            options);
                });
    }

    /** DuckDB writes the rows that are read here; where they cannot be, it reads them too. */
    private static long packed(Source source, Path part, FileWork job) throws IOException {
        var quick = QuickTables.open(source);
        if (quick.isPresent()) {
            try (var tables = quick.get();
                    var batches = tables.batches()) {
                TwinNames.refuseTwins(source.file(), batches.names());
                long rows = Duck.write(batches, part, Format.PARQUET, job);
                if (!tables.isSurprised()) {
                    return rows;
                }
            } catch (IOException | RuntimeException e) {
                FileWork.stopIfInterrupted(source.file());
                if (!quick.get().isSurprised()) {
                    throw e;
                }
            }
        }
        return Duck.copy(source, part, Format.PARQUET, job);
    }

    private static long copy(Source source, Path part, Format target, Losses losses, FileWork job)
            throws IOException {
        var from = source.file();
        try {
            boolean isPlain = target == Format.PARQUET || source.format() == Format.CSV;
            if (isDucks(source.format())
                    && isDucks(target)
                    && isPlain
                    && !(source.format() == Format.PARQUET && Duck.hasDurations(from, job))) {
                return source.format() == Format.CSV && target == Format.PARQUET
                        ? packed(source, part, job)
                        : Duck.copy(source, part, target, job);
            }
            try (var batches = ArrowBatches.of(source, target, job)) {
                if (isDucks(target)) {
                    TwinNames.refuseTwins(from, batches.names());
                }
                return write(batches, part, target, losses, job);
            }
        } catch (IOException | RuntimeException e) {
            FileWork.stopIfInterrupted(from);
            throw BadFile.of(from, e);
        }
    }

    private static long write(
            ArrowBatches batches, Path part, Format format, Losses losses, FileWork job)
            throws IOException {
        job.measure(batches::share);
        NamelessColumns.refuse(batches.names(), format);
        return switch (format) {
            case PARQUET -> Duck.write(batches, part, format, job);
            case CSV -> {
                if (!losses.tellsTexts()) {
                    yield Duck.write(batches, part, format, job);
                }
                var texts = new UnquotedTexts(batches.stored());
                batches.look(texts);
                long rows = Duck.write(batches, part, format, job);
                texts.told(part, job).forEach(losses::note);
                yield rows;
            }
            case JSON_LINES, JSON -> JsonFiles.write(batches, part, format == Format.JSON, losses);
            case ARROW -> batches.writeArrow(part);
            case AVRO -> AvroFiles.write(batches.reader(), part);
            case LIBSVM -> LibsvmWriter.write(losses.table(batches), part);
            case ARFF -> ArffWriter.write(losses.table(batches), part);
            case NUMPY -> NumpyWriter.write(losses.table(batches), part);
            case EXCEL -> ExcelWriter.write(losses.table(batches), part);
        };
    }

    private static Storage.Size size(Path file, Format format, FileWork job) throws IOException {
        var source = new Source(file, format, CsvOptions.defaults(), Source.Call.CONVERT);
        if (isDucks(format)) {
            return Duck.size(source, job);
        }
        if (format == Format.AVRO) {
            return AvroFiles.size(file);
        }
        if (format == Format.JSON || format == Format.JSON_LINES) {
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
    private static Storage.Size checked(
            long rows, Path part, Format format, Path file, FileWork job) throws IOException {
        job.measure(() -> ALL_BUT_CHECKED);
        job.note("checking what was written");
        Storage.Size written;
        try {
            written = size(part, format, job);
        } catch (BadFile e) {
            throw BadFile.because(
                    "%s was not written, for it could not be read again: %s"
                            .formatted(file.getFileName(), e.of(part, file).getMessage()));
        }
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
                    try {
                        var result = writer.write(part);
                        FileWork.stopIfInterrupted(file);
                        return result;
                    } catch (BadFile e) {
                        throw e.of(part, file);
                    }
                });
    }
}
