package himalia.storage;

import himalia.display.bundle.Nearest;
import himalia.display.bundle.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tech.tablesaw.api.Table;

/** How a file is read into memory. */
final class Reading {
    /** In bytes: less is read in an instant, but for the first file of a session, for which libraries are loaded. */
    private static final long WORTH_SHOWING = 1_000_000;

    private Reading() {}

    static Table read(Source source) throws IOException {
        var file = source.file();
        check(source);
        return FileWork.run(
                file,
                progress(file),
                job -> Transcoded.with(source, job, utf8 -> read(utf8, name(file), job)));
    }

    private static Table read(Source source, String name, FileWork job) throws IOException {
        var file = source.file();
        var quick =
                switch (source.format()) {
                    case CSV -> QuickCsv.read(source, name, job);
                    case JSON_LINES -> JsonParts.read(source, name, job);
                    default -> Optional.<Table>empty();
                };
        if (quick.isPresent()) {
            return quick.get();
        }
        try (var batches = ArrowBatches.of(source, job)) {
            job.measure(batches::share);
            TwinNames.refuseTwins(file, batches.names());
            return TableBuilder.read(batches.reader(), name);
        } catch (IOException | RuntimeException e) {
            FileWork.stopIfInterrupted(file);
            throw BadFile.of(file, e);
        }
    }

    /** Counts in bytes: how many rows a file has is not known before it is read. */
    static Progress progress(Path file) throws IOException {
        long bytes = Files.size(file);
        boolean isLarge = bytes >= 10_000_000;
        var unit = (isLarge ? "MB" : "kB") + " of " + file.getFileName();
        long total = Math.max(1, bytes / (isLarge ? 1_000_000 : 1_000));
        return bytes < WORTH_SHOWING
                ? Progress.unseen(unit, total)
                : Progress.whenLong(unit, total);
    }

    /** Refuses what is no file, or not one of its format. */
    static void check(Source source) throws IOException {
        checkReadable(source.file());
        Magic.check(source);
    }

    /** Refuses what is no file. */
    static void checkReadable(Path file) throws IOException {
        if (Files.isRegularFile(file)) {
            return;
        }
        var folder = folder(file);
        var name = String.valueOf(file.getFileName());
        if (Files.isDirectory(file)) {
            throw new IOException("'" + name + "' is a folder; name a file in it");
        }
        if (name.contains("*")) {
            throw new IOException(
                    "no file is called '%s', and one file is taken here; Storage.read and Storage.convert take all that match"
                            .formatted(name));
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

    static String name(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\..*$", "");
    }
}
