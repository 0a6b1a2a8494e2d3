package himalia.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A large packed CSV file as it is unpacked, in a folder of its own: packed, one core reads it, and nobody knows how far it is. */
final class Unpacked {
    /** In bytes: less is read in an instant. */
    private static final long WORTH_IT = 1_000_000;

    /** The disk keeps so many parts of what was free for others. */
    private static final int PARTS = 2;

    private Unpacked() {}

    /** Returns the same file unpacked, where that is worth it and there is room for it. */
    static Optional<Transcoded> of(Source source, FileWork job) throws IOException {
        var from = source.file();
        if (source.format() != Format.CSV || !Csv.isPacked(from) || Files.size(from) < WORTH_IT) {
            return Optional.empty();
        }
        Path to;
        long room;
        try {
            to = Transcoded.place(from);
            room = Files.getFileStore(to.getParent()).getUsableSpace() / PARTS;
        } catch (IOException full) {
            return Optional.empty();
        }
        return of(from, to, room, job);
    }

    /** Returns it in a place of so many bytes; where it does not fit, nothing of it stays. */
    static Optional<Transcoded> of(Path from, Path to, long room, FileWork job) throws IOException {
        job.note("unpacking");
        try {
            if (isUnpacked(from, to, room, job)) {
                return Optional.of(new Transcoded(to));
            }
        } catch (IOException | RuntimeException | Error e) {
            Transcoded.deleteAfter(e, to);
            FileWork.stopIfInterrupted(from);
            throw BadFile.of(from, e);
        } finally {
            job.note("");
        }
        Transcoded.delete(to);
        return Optional.empty();
    }

    private static boolean isUnpacked(Path from, Path to, long room, FileWork job)
            throws IOException {
        double all = Math.max(1, Files.size(from));
        var read = new AtomicLong();
        job.measure(() -> read.get() / all);
        try (var in = Packing.opened(from, read);
                var out = Files.newOutputStream(to)) {
            var chunk = new byte[1 << 16];
            long written = 0;
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                FileWork.stopIfInterrupted(from);
                written += count;
                if (written > room || !isWritten(out, chunk, count)) {
                    FileWork.stopIfInterrupted(from);
                    return false;
                }
            }
            return true;
        }
    }

    /** A disk that others have filled meanwhile is no fault of the file. */
    private static boolean isWritten(OutputStream out, byte[] chunk, int count) {
        try {
            out.write(chunk, 0, count);
            return true;
        } catch (IOException full) {
            return false;
        }
    }
}
