package himalia.storage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The lines of a text in UTF-8, counted: what is wrong in one is told with its number. */
final class TextLines implements AutoCloseable {
    private final Path file;
    private final BufferedReader reader;
    private int number;

    private TextLines(Path file, BufferedReader reader) {
        this.file = file;
        this.reader = reader;
    }

    static TextLines of(Path file) throws IOException {
        Bom.refuse(file, "save it in UTF-8");
        // A decoder of its own refuses what is no UTF-8; a charset's name would make question
        // marks.
        return new TextLines(
                file,
                new BufferedReader(
                        new InputStreamReader(
                                Packing.opened(file), StandardCharsets.UTF_8.newDecoder())));
    }

    /** Returns the next line, or null where there is none. */
    @Nullable String next() throws IOException {
        if ((number & 0x3ff) == 0) {
            FileWork.stopIfInterrupted(file);
        }
        number++;
        try {
            var line = reader.readLine();
            return number == 1 && line != null && line.startsWith("\uFEFF")
                    ? line.substring(1)
                    : line;
        } catch (CharacterCodingException e) {
            throw refused("not written in UTF-8; save it so");
        }
    }

    /** Returns what is said of the line that was read last. */
    BadFile refused(String why) {
        return BadFile.because(
                "%s, line %d: %s".formatted(file.getFileName(), number, BadFile.shortened(why)));
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
