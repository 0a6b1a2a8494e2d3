package himalia.featurestore;

import himalia.display.bundle.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The definitions of a store, and the file that keeps them for the next session. */
final class Registry {
    private final Optional<Path> file;
    private Definitions definitions;
    private @Nullable FileTime read;

    private Registry(Optional<Path> file, Definitions definitions) {
        this.file = file;
        this.definitions = definitions;
    }

    static Registry inMemory() {
        return new Registry(Optional.empty(), Definitions.none());
    }

    static Registry at(Path file) {
        var registry = new Registry(Optional.of(file), Definitions.none());
        registry.definitions();
        return registry;
    }

    /** Returns the definitions as they are now: another session may have changed the file. */
    synchronized Definitions definitions() {
        file.filter(Files::exists).ifPresent(this::readWhereChanged);
        return definitions;
    }

    private void readWhereChanged(Path path) {
        try {
            var now = Files.getLastModifiedTime(path);
            if (!now.equals(read)) {
                var written = RegistryJson.read(Files.readString(path), path);
                definitions = RegistryJson.joined(definitions, written);
                read = now;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes new definitions; the file is the old one or the new one, whatever happens. */
    synchronized void set(Definitions definitions) {
        file.ifPresent(
                path -> {
                    try {
                        WholeFile.write(path, RegistryJson.write(definitions));
                        read = Files.getLastModifiedTime(path);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
        this.definitions = definitions;
    }

    String place() {
        return file.map(path -> String.valueOf(path.getParent())).orElse("in memory");
    }
}
