package himalia.storage;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * A text file as UTF-8, beside no user's files, until it is closed: the reader of CSV files knows three encodings, Java all.
 *
 * @param file where it is
 */
record Transcoded(Path file) implements AutoCloseable {
    /** So many characters are nothing to wait for. */
    private static final int CHUNK = 1 << 16;

    /** What is done with a file. */
    interface Work<T> {
        T with(Source utf8) throws IOException;
    }

    /** Does it with the file, or with the same one in UTF-8; a large one is unpacked, and read on all cores. */
    static <T> T with(Source source, FileWork job, Work<T> work) throws IOException {
        var encoding = source.options().encoding();
        var copy =
                encoding.equals(StandardCharsets.UTF_8)
                        ? Unpacked.of(source, job)
                        : Optional.of(of(source.file(), encoding));
        if (copy.isEmpty()) {
            return work.with(source);
        }
        try (var utf8 = copy.get()) {
            return work.with(
                    new Source(utf8.file(), source.format(), source.options(), source.call()));
        } catch (BadFile e) {
            throw e.of(copy.get().file(), source.file());
        }
    }

    static Transcoded of(Path from, Charset encoding) throws IOException {
        var to = place(from);
        try (var reader =
                        new InputStreamReader(
                                Csv.opened(from),
                                encoding.newDecoder()
                                        .onMalformedInput(CodingErrorAction.REPORT)
                                        .onUnmappableCharacter(CodingErrorAction.REPORT));
                var writer = Files.newBufferedWriter(to)) {
            var chunk = new char[CHUNK];
            for (int count = reader.read(chunk); count >= 0; count = reader.read(chunk)) {
                FileWork.stopIfInterrupted(from);
                writer.write(chunk, 0, count);
            }
            return new Transcoded(to);
        } catch (CharacterCodingException e) {
            var told =
                    new IOException(
                            "%s is not written in %s: name its encoding in the CsvOptions"
                                    .formatted(from.getFileName(), encoding.name()),
                            e);
            deleteAfter(told, to);
            throw told;
        } catch (IOException | RuntimeException | Error e) {
            deleteAfter(e, to);
            throw e;
        }
    }

    /** Returns where a file is written as text: in a folder of its own, by its name. */
    static Path place(Path from) throws IOException {
        return Files.createTempDirectory("himalia-csv").resolve(Packing.unpacked(from));
    }

    /** What went wrong first is what is told. */
    static void deleteAfter(Throwable failure, Path file) {
        try {
            delete(file);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    @Override
    public void close() throws IOException {
        delete(file);
    }

    static void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(Objects.requireNonNull(file.getParent()));
    }
}
