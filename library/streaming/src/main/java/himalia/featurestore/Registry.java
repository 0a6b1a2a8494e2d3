package himalia.featurestore;

import himalia.display.bundle.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The definitions of a store, and the file that keeps them for the next session. */
final class Registry {
    /** Its name in a store's folder. */
    static final String FILE = "registry.json";

    /**
     * A table and a function are in no file: all stores of a folder find those of this process, while memory is not short. It
     * is shared by all on purpose: a store is opened by its folder alone, in one cell and again in the next.
     */
    private static final Map<Path, SoftReference<Registry>> OPEN = new ConcurrentHashMap<>();

    private final Optional<Path> file;
    private Definitions definitions;
    private @Nullable Stamp stamp;
    private volatile String text = "";

    /** What changes where a file is replaced: its time alone may be that of the one before. */
    private record Stamp(FileTime time, long size, Optional<Object> key) {
        static Stamp of(Path file) throws IOException {
            var about = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(
                    about.lastModifiedTime(), about.size(), Optional.ofNullable(about.fileKey()));
        }
    }

    /** Makes new definitions of those that are there. */
    interface Change {
        Definitions of(Definitions before) throws SQLException;
    }

    private Registry(Optional<Path> file, Definitions definitions) {
        this.file = file;
        this.definitions = definitions;
    }

    static Registry inMemory() {
        return new Registry(Optional.empty(), Definitions.none());
    }

    /** Returns the one of this process. */
    static Registry at(Path file) {
        var found = new AtomicReference<@Nullable Registry>();
        OPEN.compute(
                real(file),
                (place, reference) -> {
                    var known = reference == null ? null : reference.get();
                    // What was in a folder that is gone is not in one that is new.
                    boolean isNew = known == null || known.hadFile() && !Files.exists(file);
                    found.set(isNew ? read(file) : known);
                    return isNew ? new SoftReference<>(found.get()) : reference;
                });
        var registry = Objects.requireNonNull(found.get());
        registry.definitions();
        return registry;
    }

    private boolean hadFile() {
        return !text.isEmpty();
    }

    /** Reads what the file says, and knows nothing else. */
    static Registry read(Path file) {
        var registry = new Registry(Optional.of(file), Definitions.none());
        registry.definitions();
        return registry;
    }

    /** A folder may have several names, and need not be there yet. */
    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            var parent = path.getParent();
            return parent == null ? path : real(parent).resolve(String.valueOf(path.getFileName()));
        }
    }

    /** Returns the definitions as they are now: another session may have changed the file. */
    synchronized Definitions definitions() {
        file.filter(Files::exists).ifPresent(this::readWhereChanged);
        return definitions;
    }

    private void readWhereChanged(Path path) {
        try {
            var now = Stamp.of(path);
            if (now.equals(stamp)) {
                return;
            }
            var written = Files.readString(path);
            if (!written.equals(text)) {
                definitions = RegistryJson.joined(definitions, RegistryJson.read(written, path));
                text = written;
            }
            stamp = now;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Changes the definitions as they are in the file now; it is the old one or the new one, whatever happens. Whoever calls
     * this keeps other sessions out.
     */
    synchronized void change(Change change) throws SQLException {
        stamp = null;
        var changed = change.of(definitions());
        if (file.isPresent()) {
            var path = file.get();
            var written = RegistryJson.write(changed);
            try {
                WholeFile.write(path, written);
                stamp = Stamp.of(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            text = written;
        }
        definitions = changed;
    }

    boolean isInMemory() {
        return file.isEmpty();
    }

    String place() {
        return file.map(path -> String.valueOf(path.getParent())).orElse("in memory");
    }
}
