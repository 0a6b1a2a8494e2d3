package himalia.cluster;

import himalia.remote.ClusterAddress;
import himalia.storage.Conversion;
import himalia.storage.ConvertOptions;
import himalia.storage.Format;
import himalia.storage.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A conversion of many files by several tasks: each makes one file of some, and the last one makes the new file of these. Where
 * that cannot be, because files agree on a column only when all are seen, one task does it all.
 */
final class FarParts {
    /** Of these the rows may be many, and all keep their values from one to the next. */
    private static final Set<Format> LARGE = Set.of(Format.CSV, Format.PARQUET);

    private static final System.Logger LOG = System.getLogger("himalia.cluster");

    private final ClusterAddress address;
    private final Path to;
    private final ConvertOptions options;

    private FarParts(ClusterAddress address, Path to, ConvertOptions options) {
        this.address = address;
        this.to = to.toAbsolutePath().normalize();
        this.options = options;
    }

    /** Returns what was done; nothing where it is the work of one task. */
    static Optional<Conversion> convert(
            ClusterAddress address, Path from, Path to, ConvertOptions options)
            throws InterruptedException {
        var files = files(from);
        int tasks = Math.min(files.size(), address.overview().freeSlots());
        if (tasks < 2 || !LARGE.contains(Format.of(files.get(0)))) {
            return Optional.empty();
        }
        try {
            var parts = new FarParts(address, to, options);
            return parts.areFit(files)
                    ? Optional.of(parts.run(from, files, tasks))
                    : Optional.empty();
        } catch (InterruptedException | IllegalStateException e) {
            throw e;
        } catch (Exception e) {
            // Whoever sees all files says what is wrong, or that nothing is.
            LOG.log(System.Logger.Level.DEBUG, "one task converts " + from, e);
            return Optional.empty();
        }
    }

    /** Whether what is made of the parts is what one task makes of the files, or refuses. */
    private boolean areFit(List<Path> files) throws IOException {
        // From CSV to CSV all is written as it was, and parts have types.
        boolean isVerbatim = Format.of(files.get(0)) == Format.CSV && Format.of(to) == Format.CSV;
        // The parts would lie in a folder such as year=2024, which is a column of what lies in it.
        return !isVerbatim && !SharedPath.folderOf(to).path().contains("=") && !isRead(files);
    }

    /** A part is another file than the one that would be written over. */
    private boolean isRead(List<Path> files) throws IOException {
        if (Files.exists(to)) {
            for (var file : files) {
                if (Files.isSameFile(file, to)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** They may be there alone. */
    private static List<Path> files(Path from) {
        try {
            return Storage.files(from.toAbsolutePath().normalize());
        } catch (IOException | IllegalArgumentException e) {
            return List.of();
        }
    }

    private Conversion run(Path from, List<Path> files, int tasks) throws Exception {
        var folder = SharedPath.folderOf(to);
        var parts = folderIn(Path.of(folder.path()));
        try {
            var calls = new ArrayList<FarPart>();
            for (int task = 0; task < tasks; task++) {
                var some =
                        files.subList(
                                files.size() * task / tasks, files.size() * (task + 1) / tasks);
                var part = parts.resolve(String.format(Locale.ROOT, "%05d.parquet", task));
                calls.add(FarPart.of(some, new SharedPath(parts.toString(), -1), part, options));
            }
            long before = 0;
            for (var each : FarCalls.all(address, calls, tasks)) {
                before += ((FarConversion.Done) Objects.requireNonNull(each)).before();
            }
            var last =
                    FarPart.of(
                            calls.stream().map(call -> Path.of(call.to())).toList(),
                            folder,
                            to,
                            options.isLossy()
                                    ? ConvertOptions.defaults().lossy()
                                    : ConvertOptions.defaults());
            var done = (FarConversion.Done) Objects.requireNonNull(FarCalls.call(address, last));
            new SharedPath(last.to(), done.after()).checkWritten(to);
            return new Conversion(
                    from,
                    to,
                    done.rows(),
                    done.columns(),
                    before,
                    done.after(),
                    done.lost(),
                    List.of(),
                    options);
        } finally {
            delete(parts);
        }
    }

    /** A temporary folder is its owner's alone, and task managers may run as somebody else. */
    static Path folderIn(Path folder) throws IOException {
        return Files.createDirectory(folder.resolve(".himalia-parts-" + UUID.randomUUID()));
    }

    /** Where a task still writes there, its files stay; that must not hide why the work has ended. */
    static void delete(Path folder) {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "files stay in " + folder + ": " + e);
        }
    }
}
