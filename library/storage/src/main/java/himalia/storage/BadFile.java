package himalia.storage;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A file that cannot be read or written as what its name says. */
final class BadFile extends IOException {
    private static final long serialVersionUID = 1L;

    private static final String OURS = BadFile.class.getName() + ": ";

    private static final Pattern LINE = Pattern.compile("CSV Error on Line: (\\d+)");
    private static final Pattern SEPARATOR = Pattern.compile("(?m)^ +delimiter = (.)");
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

    /** Returns the same of the file that a copy is of: the copy is gone when the message is read. */
    BadFile of(Path copy, Path original) {
        var name = Pattern.quote(String.valueOf(copy.getFileName()));
        var told =
                String.valueOf(getMessage())
                        .replace(FileNames.typed(copy), FileNames.typed(original))
                        .replaceFirst(
                                "(?<![\\w/.-])" + name + "(?![\\w/-]|\\.\\w)",
                                Matcher.quoteReplacement(String.valueOf(original.getFileName())));
        var same = new BadFile(told, getCause());
        same.setStackTrace(getStackTrace());
        for (var other : getSuppressed()) {
            same.addSuppressed(other);
        }
        return same;
    }

    /** The line of a row that DuckDB names; as it says, where the file cannot be read again. */
    private static long line(Path file, long row, String told) {
        var separator = SEPARATOR.matcher(told);
        try {
            return separator.find() ? CsvRows.line(file, row, separator.group(1).charAt(0)) : row;
        } catch (IOException e) {
            return row;
        }
    }

    /** What checks a place, for Arrow and for all others. */
    private static final Pattern ASIDE =
            Pattern.compile("java\\.|jdk\\.|com\\.google\\.flatbuffers\\.");

    /** Arrow follows a place in a file wherever it leads; a slip of ours is none of the file's. */
    private static boolean isAstray(Throwable cause) {
        var frames = cause.getStackTrace();
        return cause instanceof IndexOutOfBoundsException
                && Arrays.stream(frames)
                        .map(StackTraceElement::getClassName)
                        .dropWhile(name -> ASIDE.matcher(name).lookingAt())
                        .findFirst()
                        .filter(name -> name.startsWith("org.apache.arrow."))
                        .isPresent();
    }

    static BadFile of(Path file, Throwable cause) {
        if (cause instanceof BadFile known) {
            return known;
        }
        var told = said(cause);
        var ours = within(told);
        if (ours.isPresent()) {
            return new BadFile(ours.get(), cause);
        }
        if (isAstray(cause) || told.contains("Invalid Input Error: Invalid result set")) {
            return new BadFile(
                    "%s is damaged, and cannot be read to its end; copy or download it again"
                            .formatted(name(file)),
                    cause);
        }
        if (told.contains("state machine reached an invalid state")) {
            return CsvRows.otherEnd(file).orElseGet(() -> new BadFile(firstLine(told), cause));
        }
        var line = LINE.matcher(told);
        if (!line.find()) {
            return new BadFile("%s: %s".formatted(name(file), firstLine(told)), cause);
        }
        long number = line(file, Long.parseLong(line.group(1)), told);
        if (told.contains("not utf-8 encoded")) {
            return new BadFile(
                    "%1$s, line %2$d is not written in UTF-8: Storage.read(\"%3$s\", CsvOptions.defaults().encoding(\"windows-1252\")) reads it in another encoding"
                            .formatted(file.getFileName(), number, FileNames.typed(file)),
                    cause);
        }
        var original = ORIGINAL.matcher(told);
        if (told.contains("unterminated quote") && original.find()) {
            return FirstLine.mayBeOpen(original.group(1))
                    ? openQuote(file, number, Optional.of(original.group(1)))
                    : because(
                            "%s, line %d: something stands behind the quote that closes a value; a quote within quotes is written twice: %s"
                                    .formatted(
                                            file.getFileName(),
                                            number,
                                            shortened(original.group(1))));
        }
        original.reset();
        var counts = COUNTS.matcher(told);
        return new BadFile(
                "%s, line %d: %s%s"
                        .formatted(
                                file.getFileName(),
                                number,
                                counts.find()
                                        ? "%s values where the header names %s columns"
                                                .formatted(counts.group(2), counts.group(1))
                                        : reason(told),
                                (original.find() ? ": " + shortened(original.group(1)) : "")
                                        + remark(file)),
                cause);
    }

    /** Other programs write remarks above the names. */
    private static String remark(Path file) {
        try {
            return FirstLine.of(file, 0, Csv.SEPARATORS).text().startsWith("#")
                    ? "; if the first line is a remark, CsvOptions.defaults().skip(1) passes it over, and --skip 1"
                    : "";
        } catch (IOException e) {
            return "";
        }
    }

    /** Returns what is said of a quote that goes on to the end of the file, and of the line where it opens. */
    static BadFile openQuote(Path file, long line, Optional<String> text) {
        return because(
                "%s, line %d: the quote that opens here is never closed%s"
                        .formatted(
                                file.getFileName(),
                                line,
                                text.map(words -> ": " + shortened(words)).orElse("")));
    }

    /** DuckDB wraps what a reader of ours throws in words about itself. */
    static Optional<String> within(String told) {
        int ours = told.lastIndexOf(OURS);
        return ours < 0
                ? Optional.empty()
                : Optional.of(firstLine(told.substring(ours + OURS.length())));
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

    /** A file is written beside its place, under a name that nobody knows. */
    private static String name(Path file) {
        return String.valueOf(file.getFileName())
                .replaceFirst("^\\.himalia-[0-9a-f]{8}-[-0-9a-f]{27}\\.", "");
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
