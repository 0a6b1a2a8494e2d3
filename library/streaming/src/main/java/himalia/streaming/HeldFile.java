package himalia.streaming;

import himalia.display.bundle.Given;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * A file that others write, held open until it has been read to its end and another one has its name, as log files turn.
 *
 * <pre>{@code
 * try (var held = new HeldFile(Path.of("orders.jsonl"))) {
 *     var open = held.open();                // nothing while there is no such file
 *     if (open.isPresent() && new WholeLines(held.file(), 64 * 1024).read(open.get(), 0).length == 0) {
 *         held.turn();                       // to the one that has its name now, if it is another
 *     }
 * }
 * }</pre>
 *
 * <p>Where the system does not tell files apart, as Windows, none is held, so that others can move it; what was written to one
 * after it was read last, and before another one took its place, is not seen then.
 */
public final class HeldFile implements AutoCloseable {
    private final Path file;
    private Optional<RandomAccessFile> held = Optional.empty();
    private Optional<Object> key = Optional.empty();
    private Optional<Object> seen = Optional.empty();
    private boolean isRefused;

    public HeldFile(Path file) {
        this.file = Given.given(file, "file");
    }

    /** Returns where it is. */
    public Path file() {
        return file;
    }

    /**
     * Returns the file to read from, the one that was held before if there was one; nothing while there is none.
     *
     * @throws IOException if it cannot be opened
     */
    public Optional<RandomAccessFile> open() throws IOException {
        seen = key();
        if (held.isEmpty()) {
            hold();
        }
        return held;
    }

    private void hold() throws IOException {
        try {
            held = Optional.of(new RandomAccessFile(file.toFile(), "r"));
            key = seen;
            isRefused = false;
            if (!key.equals(key())) {
                // Nobody can say which of the two it is.
                close();
            }
        } catch (FileNotFoundException e) {
            // Between one that was moved away and the next one there is none.
            boolean isThere = Files.exists(file);
            if (isThere && isRefused) {
                throw e;
            }
            isRefused = isThere;
        }
    }

    /** Returns whether another file has the name of the one that is held. */
    public boolean isReplaced() throws IOException {
        return held.isPresent() && isOther(key());
    }

    private boolean isOther(Optional<Object> now) {
        return now.isPresent() && !now.equals(key);
    }

    /**
     * Goes on to the next file, where the one that is held had no more when another had its name already; called when nothing was
     * read.
     *
     * @return whether there is another one
     */
    public boolean turn() throws IOException {
        boolean isOther = held.isPresent() && isOther(seen);
        if (isOther || key.isEmpty()) {
            close();
        }
        return isOther;
    }

    /** Returns what another file of the same name has otherwise; nothing where the system does not tell, or there is no file. */
    private Optional<Object> key() throws IOException {
        try {
            return Optional.ofNullable(
                    Files.readAttributes(file, BasicFileAttributes.class).fileKey());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        if (held.isPresent()) {
            held.get().close();
            held = Optional.empty();
        }
    }
}
