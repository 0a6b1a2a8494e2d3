package himalia.storage;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A file that cannot be read or written as what its name says. */
final class BadFile extends IOException {
    private static final long serialVersionUID = 1L;

    private static final String OURS = BadFile.class.getName() + ": ";

    private static final Pattern LINE = Pattern.compile("CSV Error on Line: (\\d+)");
    private static final Pattern ORIGINAL = Pattern.compile("Original Line: ?(.*)");
    private static final Pattern COUNTS =
            Pattern.compile("Expected Number of Columns: (\\d+) Found: (\\d+)");

    /** Longer than that, it is an account of DuckDB's settings, which the reader cannot follow. */
    private static final int CAUSE_LINES = 3;

    private BadFile(String message, @Nullable Throwable cause) {
        super(message, cause == null || said(cause).lines().count() > CAUSE_LINES ? null : cause);
    }

    static BadFile because(String message) {
        return new BadFile(message, null);
    }

    static BadFile of(Path file, Throwable cause) {
        if (cause instanceof BadFile known) {
            return known;
        }
        var told = said(cause);
        // DuckDB wraps what a reader of ours throws in words about itself.
        int ours = told.lastIndexOf(OURS);
        if (ours >= 0) {
            return new BadFile(firstLine(told.substring(ours + OURS.length())), cause);
        }
        var line = LINE.matcher(told);
        if (!line.find()) {
            return new BadFile("%s: %s".formatted(file.getFileName(), firstLine(told)), cause);
        }
        if (told.contains("not utf-8 encoded")) {
            return new BadFile(
                    "%1$s, line %2$s is not written in UTF-8: Storage.read(\"%3$s\", CsvOptions.defaults().encoding(\"windows-1252\")) reads it in another encoding"
                            .formatted(file.getFileName(), line.group(1), FileNames.typed(file)),
                    cause);
        }
        var original = ORIGINAL.matcher(told);
        var counts = COUNTS.matcher(told);
        return new BadFile(
                "%s, line %s: %s%s"
                        .formatted(
                                file.getFileName(),
                                line.group(1),
                                counts.find()
                                        ? "%s values where the header names %s columns"
                                                .formatted(counts.group(2), counts.group(1))
                                        : reason(told),
                                original.find() ? ": " + shortened(original.group(1)) : ""),
                cause);
    }

    private static String said(Throwable cause) {
        if (cause instanceof OutOfMemoryError) {
            return "wants more memory than there is (%s)".formatted(cause.getMessage());
        }
        if (cause instanceof EOFException) {
            return "ends in the middle of its data";
        }
        return cause.getMessage() == null || cause.getMessage().isBlank()
                ? "cannot be read (%s)".formatted(cause.getClass().getSimpleName())
                : cause.getMessage();
    }

    private static String firstLine(String told) {
        return shortened(told.lines().findFirst().orElse(told));
    }

    /** The line after the one that quotes the row. */
    private static String reason(String told) {
        return told.lines()
                .dropWhile(line -> !line.startsWith("Original Line"))
                .skip(1)
                .findFirst()
                .orElse("cannot be read");
    }

    static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }
}
