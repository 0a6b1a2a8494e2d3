package himalia.storage;

import static himalia.display.bundle.Given.given;

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
        CONVERT,
        /** From one file to another, with options. */
        CONVERT_WITH_OPTIONS
    }

    static Source of(Path file) {
        return new Source(file, Format.of(file), CsvOptions.defaults(), Call.CONVERT);
    }

    /** Returns a CSV file, whatever its name, unless that tells of another format. */
    static Source of(Path file, CsvOptions options, Call call) {
        if (Format.find(file).orElse(Format.CSV) != Format.CSV) {
            throw new IllegalArgumentException(
                    "'%s' is no CSV file, and its values are written in one way only: leave the CsvOptions out"
                            .formatted(file.getFileName()));
        }
        given(options, "options", "take CsvOptions.defaults()");
        if (Format.find(file).isEmpty()) {
            NoText.refuse(file, options);
        }
        return new Source(file, Format.CSV, options, call);
    }

    /** Returns the same, written in another way. */
    Source with(CsvOptions other) {
        return new Source(file, format, other, call);
    }

    /** Returns the same, with the types that files have. */
    Source whole() {
        return switch (call) {
            case READ -> new Source(file, format, options, Call.CONVERT);
            case READ_WITH_OPTIONS -> new Source(file, format, options, Call.CONVERT_WITH_OPTIONS);
            case CONVERT, CONVERT_WITH_OPTIONS -> this;
        };
    }

    /** Returns whether a table is made of it, whose types hold less than those of files. */
    boolean isTable() {
        return call == Call.READ || call == Call.READ_WITH_OPTIONS;
    }
}
