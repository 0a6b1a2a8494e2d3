package himalia.display.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is shown, held against a file that a person has looked at. */
final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private Golden() {}

    /** Compares; with {@code himalia golden}, writes the file instead. */
    static void check(String name, String shown) {
        try {
            var file = FOLDER.resolve(name);
            if ("write".equals(System.getProperty("himalia.golden"))) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, shown + "\n");
            }
            assertThat(shown + "\n").isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
