package himalia.storage;

import java.nio.file.Path;

/**
 * A file to be read.
 *
 * @param file where it is
 * @param format what its name says
 * @param options how it is written, if it is a CSV file
 */
record Source(Path file, Format format, CsvOptions options) {
    static Source of(Path file) {
        return new Source(file, Format.of(file), CsvOptions.defaults());
    }
}
