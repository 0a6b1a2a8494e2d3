package himalia.search;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import himalia.display.bundle.WholeFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines of JSON in a file that grows. Writers take turns by Optuna's lock, a file beside it, and what is written lies on the disk before the next line is thought of.
 */
final class JournalFile {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Duration WAIT = Duration.ofMillis(5);

    /** How each line begins, ours and Optuna's. */
    private static final String BEGIN = "{\"op_code\"";

    private final Path file;
    private long size;

    /** Of a last line that was not at its end when the file was read. */
    private long unfinished;

    JournalFile(Path file) {
        this.file = file;
    }

    Path path() {
        return file;
    }

    @Override
    public String toString() {
        return String.valueOf(file);
    }

    /** Reads all lines but a last one that is not at its end: somebody may be writing it. */
    List<JsonObject> read() {
        try {
            if (!Files.exists(file)) {
                makeFolder();
                return List.of();
            }
            if (Files.isDirectory(file)) {
                throw new IllegalArgumentException(
                        "the study %s is a folder; name a file in it".formatted(file));
            }
            if (!Files.isRegularFile(file)) {
                // Its end may never come.
                throw new IllegalArgumentException(
                        "the study %s is a device or a pipe, and no file; name a file"
                                .formatted(file));
            }
            var bytes = Files.readAllBytes(file);
            int end = bytes.length;
            while (end > 0 && bytes[end - 1] != '\n') {
                end--;
            }
            var lines = parsed(new String(bytes, 0, end, StandardCharsets.UTF_8));
            var rest = new String(bytes, end, bytes.length - end, StandardCharsets.UTF_8);
            if (!rest.startsWith(BEGIN) && !BEGIN.startsWith(rest)) {
                // What is written next takes its place.
                throw noJournal(lines.size(), null);
            }
            size = end;
            unfinished = bytes.length - end;
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the study " + file, e);
        }
    }

    /** Where a file cannot be is a slip of who named it, and nothing was read. */
    private void makeFolder() {
        try {
            WholeFile.makeFolder(file);
        } catch (IOException e) {
            throw unbegun(e);
        }
    }

    private IllegalArgumentException unbegun(IOException e) {
        return new IllegalArgumentException(
                "the study %s cannot be begun: %s".formatted(file, reason(e)), e);
    }

    /** The system often says no more than where. */
    private static String reason(IOException e) {
        if (e instanceof FileSystemException refused) {
            var told = refused.getReason();
            return told != null
                    ? told
                    : "its folder takes no files (%s); name another one"
                            .formatted(e.getClass().getSimpleName());
        }
        return String.valueOf(e.getMessage());
    }

    private List<JsonObject> parsed(String text) {
        var lines = new ArrayList<JsonObject>();
        for (var line : text.lines().toList()) {
            try {
                var read = JsonParser.parseString(line);
                if (!read.isJsonObject() || !read.getAsJsonObject().has("op_code")) {
                    throw noJournal(lines.size(), null);
                }
                lines.add(read.getAsJsonObject());
            } catch (JsonParseException e) {
                throw noJournal(lines.size(), e);
            }
        }
        return lines;
    }

    private IllegalArgumentException noJournal(int line, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "%s is no study of ours or Optuna's: line %d is none of a journal"
                        .formatted(file, line + 1),
                cause);
    }

    /**
     * Writes lines behind those that are there, in place of one that was never written to its end. An interrupted thread writes, too: no channel is asked.
     *
     * @throws IllegalStateException if somebody else has written since the file was read, or keeps the lock
     */
    void append(List<JsonObject> lines) {
        var text = new StringBuilder();
        lines.forEach(line -> text.append(DistributionJson.text(line)).append('\n'));
        var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        try {
            var lock = file.resolveSibling(file.getFileName() + ".lock");
            lock(lock);
            try (var open = new RandomAccessFile(file.toFile(), "rw")) {
                if (open.length() != size + unfinished) {
                    throw new IllegalStateException(
                            "another process has written to the study %s since it was opened; open it again to go on with all of its trials"
                                    .formatted(file));
                }
                write(open, bytes);
            } finally {
                Files.deleteIfExists(lock);
            }
        } catch (IOException e) {
            if (size == 0) {
                throw unbegun(e);
            }
            throw new UncheckedIOException(
                    "cannot write to the study %s: %s; once it can be written, open it again to go on with all of its trials"
                            .formatted(file, reason(e)),
                    e);
        }
    }

    /** All of it or nothing: a full disk leaves no half line. */
    private void write(RandomAccessFile open, byte[] bytes) throws IOException {
        open.setLength(size);
        unfinished = 0;
        open.seek(size);
        try {
            open.write(bytes);
            open.getFD().sync();
            size += bytes.length;
        } catch (IOException | Error e) {
            // An interrupt of a cell is an Error.
            open.setLength(size);
            throw e;
        }
    }

    private static void lock(Path lock) throws IOException {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        boolean isInterrupted = false;
        try {
            while (!isTaken(lock, end)) {
                isInterrupted |= isPauseInterrupted();
            }
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static boolean isTaken(Path lock, long end) throws IOException {
        try {
            Files.createFile(lock);
            return true;
        } catch (FileAlreadyExistsException other) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "another process keeps the study by %s; delete that file if none does"
                                .formatted(lock),
                        other);
            }
            return false;
        }
    }

    /** The lock is kept for milliseconds: the trial is written first, and then the study ends. */
    private static boolean isPauseInterrupted() {
        try {
            Thread.sleep(WAIT.toMillis());
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }
}
