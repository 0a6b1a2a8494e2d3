package himalia.featurestore;

import himalia.display.bundle.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The definitions of a store, and the file that keeps them for the next session. */
final class Registry {
    private final Optional<Path> file;
    private Definitions definitions;

    private Registry(Optional<Path> file, Definitions definitions) {
        this.file = file;
        this.definitions = definitions;
    }

    static Registry inMemory() {
        return new Registry(Optional.empty(), Definitions.none());
    }

    static Registry at(Path file) {
        if (!Files.exists(file)) {
            return new Registry(Optional.of(file), Definitions.none());
        }
        try {
            return new Registry(Optional.of(file), RegistryJson.read(Files.readString(file), file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized Definitions definitions() {
        return definitions;
    }

    /** Takes new definitions; the file is the old one or the new one, whatever happens. */
    synchronized void set(Definitions definitions) {
        file.ifPresent(
                path -> {
                    try {
                        WholeFile.write(path, RegistryJson.write(definitions));
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
