package himalia.storage;

import java.nio.file.Path;

/**
 * A file to be read.
 *
 * @param file where it is
 * @param format what its name says
 * @param options how it is written, if it is a CSV file
 * @param careful whether types are guessed from all rows, and not from the first ones
 */
record Source(Path file, Format format, CsvOptions options, boolean careful) {
    static Source of(Path file) {
        return new Source(file, Format.of(file), CsvOptions.defaults(), false);
    }

    Source with(CsvOptions other) {
        return new Source(file, format, other, careful);
    }

    Source carefully() {
        return new Source(file, format, options, true);
    }

    /** Returns whether its types are guessed. */
    boolean isGuessed() {
        return format == Format.CSV || format == Format.JSON_LINES || format == Format.JSON;
    }
}
