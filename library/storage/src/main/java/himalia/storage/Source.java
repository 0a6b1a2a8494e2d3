package himalia.storage;

import java.nio.file.Path;

/**
 * A file to be read.
 *
 * @param file where it is
 * @param format what its name says
 * @param options how it is written, if it is a CSV file
 * @param call what was called for it: what is told in an error has to fit it
 */
record Source(Path file, Format format, CsvOptions options, Call call) {
    /** The ways to ask for a file. */
    enum Call {
        /** A name alone. */
        READ,
        /** A name, and options. */
        READ_WITH_OPTIONS,
        /** From one file to another. */
        CONVERT
    }

    static Source of(Path file) {
        return new Source(file, Format.of(file), CsvOptions.defaults(), Call.CONVERT);
    }
}
