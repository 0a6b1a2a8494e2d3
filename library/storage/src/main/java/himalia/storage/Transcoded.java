package himalia.storage;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A text file as UTF-8, beside no user's files, until it is closed: the reader of CSV files knows three encodings, Java all.
 *
 * @param file where it is
 */
record Transcoded(Path file) implements AutoCloseable {
    static Transcoded of(Path from, Charset encoding) throws IOException {
        var name = String.valueOf(from.getFileName()).replaceFirst("\\.gz$", "");
        // Of the same name, which is what an error tells.
        var to = Files.createTempDirectory("himalia-csv").resolve(name);
        try (var reader =
                        new InputStreamReader(
                                Csv.opened(from),
                                encoding.newDecoder()
                                        .onMalformedInput(CodingErrorAction.REPORT)
                                        .onUnmappableCharacter(CodingErrorAction.REPORT));
                var writer = Files.newBufferedWriter(to)) {
            reader.transferTo(writer);
            return new Transcoded(to);
        } catch (CharacterCodingException e) {
            delete(to);
            throw new IOException(
                    "%s is not written in %s: name its encoding in the CsvOptions"
                            .formatted(from.getFileName(), encoding.name()),
                    e);
        } catch (IOException | RuntimeException e) {
            delete(to);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        delete(file);
    }

    private static void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(Objects.requireNonNull(file.getParent()));
    }
}
