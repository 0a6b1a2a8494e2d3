package himalia.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** A large packed CSV file as it is unpacked, in a folder of its own: packed, one core reads it, and nobody knows how far it is. */
final class Unpacked {
    /** In bytes: less is read in an instant. */
    private static final long WORTH_IT = 1_000_000;

    /** The disk keeps so many parts of what was free for others. */
    private static final int PARTS = 2;

    private Unpacked() {}

    /** Does something with the file, or with the same one unpacked, where there is room for it. */
    static <T> T with(Source source, FileWork job, Transcoded.Work<T> work) throws IOException {
        var from = source.file();
        if (source.format() != Format.CSV || !Csv.isPacked(from) || Files.size(from) < WORTH_IT) {
            return work.with(source);
        }
        var folder = Files.createTempDirectory("himalia-csv");
        // Of the same name, which is what an error tells.
        var to = folder.resolve(Packing.unpacked(from));
        try {
            var options = source.options();
            return work.with(
                    unpacked(from, to, job)
                            ? new Source(to, source.format(), options, source.call())
                            : source);
        } finally {
            Files.deleteIfExists(to);
            Files.deleteIfExists(folder);
        }
    }

    private static boolean unpacked(Path from, Path to, FileWork job) throws IOException {
        long room = Files.getFileStore(to.getParent()).getUsableSpace() / PARTS;
        double all = Math.max(1, Files.size(from));
        var read = new AtomicLong();
        job.measure(() -> read.get() / all);
        job.note("unpacking");
        try (var in = Packing.opened(from, read);
                var out = Files.newOutputStream(to)) {
            var chunk = new byte[1 << 16];
            long written = 0;
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                FileWork.stopIfInterrupted(from);
                written += count;
                if (written > room) {
                    return false;
                }
                out.write(chunk, 0, count);
            }
            return true;
        } catch (IOException | RuntimeException e) {
            FileWork.stopIfInterrupted(from);
            throw BadFile.of(from, e);
        } finally {
            job.note("");
        }
    }
}
