package himalia.storage;

import static himalia.display.bundle.Given.given;

import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a CSV file is written, where that cannot be seen from it.
 *
 * <pre>{@code
 * Table bills = Storage.read("bills.csv", CsvOptions.defaults()
 *         .separator(';').decimal(',').dateFormat("dd.MM.yyyy").missing("NA", "-").encoding("ISO-8859-1"));
 * }</pre>
 *
 * <p>Nothing of it is needed for most files: the separator is the one of comma, semicolon, tab and {@code |} that parts the
 * first line into most columns, and where a column holds numbers or dates but for {@code NA} and the like, these are
 * missing there, while they stay texts among texts. All rows tell a column's type, and what a type would change stays a
 * text: {@code 01067}, keys of twenty digits, and {@code 03/04/2024}, which is a day of March here and of April there,
 * until {@link #dateFormat} says it or another row shows it, as {@code 25/12/2024} does. Once {@link #missing} names marks, these are missing in every column,
 * and no others.
 */
public final class CsvOptions implements Serializable {
    /** Among them the spaces that do not break. */
    private static final String THOUSANDS = ",.'_ \u00A0\u202F\u2019";

    private static final String NAME_MARKS =
            "name texts, such as NA; an empty one is missing anyway";

    private final Optional<Character> separator;
    private final Optional<Boolean> header;
    private final int skip;
    private final Charset encoding;
    private final char decimal;
    private final Optional<Character> thousands;
    private final Optional<DatePattern> dates;
    private final Optional<List<String>> missing;

    private CsvOptions(
            Optional<Character> separator,
            Optional<Boolean> header,
            int skip,
            Charset encoding,
            char decimal,
            Optional<Character> thousands,
            Optional<DatePattern> dates,
            Optional<List<String>> missing) {
        this.separator = separator;
        this.header = header;
        this.skip = skip;
        this.encoding = encoding;
        this.decimal = decimal;
        this.thousands = thousands;
        this.dates = dates;
        this.missing = missing;
    }

    /** Returns what holds where nothing is said. */
    public static CsvOptions defaults() {
        return new CsvOptions(
                Optional.empty(),
                Optional.empty(),
                0,
                StandardCharsets.UTF_8,
                '.',
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * Returns the same with the character between two values.
     *
     * @throws IllegalArgumentException if it is a quote or the end of a line
     */
    public CsvOptions separator(char between) {
        if (between == '"' || between == '\n' || between == '\r') {
            throw new IllegalArgumentException(
                    "a quote or the end of a line cannot part values; the separator is most often , ; or \\t");
        }
        return new CsvOptions(
                Optional.of(between), header, skip, encoding, decimal, thousands, dates, missing);
    }

    /**
     * Returns the same where the first line names the columns, or does not: then they are {@code column0} and so on. Where
     * nobody says it, a first line that looks like values is refused.
     */
    public CsvOptions header(boolean names) {
        return new CsvOptions(
                separator, Optional.of(names), skip, encoding, decimal, thousands, dates, missing);
    }

    /**
     * Returns the same with lines before the table that are no part of it.
     *
     * @throws IllegalArgumentException if there are fewer than 0
     */
    public CsvOptions skip(int lines) {
        if (lines < 0) {
            throw new IllegalArgumentException("skip is " + lines + "; it is 0 or more lines");
        }
        return new CsvOptions(
                separator, header, lines, encoding, decimal, thousands, dates, missing);
    }

    /**
     * Returns the same with how characters are bytes: {@code ISO-8859-1}, {@code windows-1252}, {@code UTF-16}, …
     *
     * @throws IllegalArgumentException if Java has no such charset
     */
    public CsvOptions encoding(String charset) {
        given(charset, "encoding", "name one, such as ISO-8859-1");
        if (!isCharset(charset)) {
            throw new IllegalArgumentException(
                    "no encoding is called '%s'; common ones are UTF-8, ISO-8859-1, windows-1252, UTF-16"
                            .formatted(charset));
        }
        return new CsvOptions(
                separator,
                header,
                skip,
                Charset.forName(charset),
                decimal,
                thousands,
                dates,
                missing);
    }

    private static boolean isCharset(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * Returns the same with what stands before a number's decimals.
     *
     * @throws IllegalArgumentException if it is neither {@code .} nor {@code ,}
     */
    public CsvOptions decimal(char point) {
        if (point != '.' && point != ',') {
            throw new IllegalArgumentException("the decimal is '" + point + "'; it is . or ,");
        }
        return new CsvOptions(
                separator, header, skip, encoding, point, other(thousands, point), dates, missing);
    }

    private static Optional<Character> other(Optional<Character> mark, char point) {
        if (mark.isPresent() && mark.get() == point) {
            throw new IllegalArgumentException(
                    "'%c' cannot part thousands and stand before decimals too".formatted(point));
        }
        return mark;
    }

    /**
     * Returns the same with what stands between a number's groups of three digits: {@code 1,234,567} is a text where nobody
     * says it. Where it is a dot, say {@code decimal(',')} before.
     *
     * @throws IllegalArgumentException if it is none of {@code , . ' _} and a space, or stands before decimals
     */
    public CsvOptions thousands(char mark) {
        if (THOUSANDS.indexOf(mark) < 0) {
            throw new IllegalArgumentException(
                    "thousands are parted by '%c'; it is , . ' _ or a space".formatted(mark));
        }
        if (mark == decimal) {
            throw new IllegalArgumentException(
                    "'%c' stands before decimals: say decimal('%c') before thousands('%c')"
                            .formatted(mark, mark == '.' ? ',' : '.', mark));
        }
        return new CsvOptions(
                separator, header, skip, encoding, decimal, Optional.of(mark), dates, missing);
    }

    /**
     * Returns the same with how dates are written, in Java's letters: {@code dd.MM.yyyy}, {@code MM/dd/yyyy HH:mm}.
     *
     * @throws IllegalArgumentException if a letter in it is none of yyyy, yy, MM, MMM, dd, HH, mm, ss
     */
    public CsvOptions dateFormat(String pattern) {
        return dates(DatePattern.of(given(pattern, "dateFormat", "write one, such as dd.MM.yyyy")));
    }

    CsvOptions dates(DatePattern pattern) {
        return new CsvOptions(
                separator,
                header,
                skip,
                encoding,
                decimal,
                thousands,
                Optional.of(pattern),
                missing);
    }

    /** Returns the same with the texts that stand for a missing value, beside the empty one. */
    public CsvOptions missing(String... marks) {
        for (var mark : given(marks, "missing", NAME_MARKS)) {
            given(mark, "a mark of missing", NAME_MARKS);
        }
        return new CsvOptions(
                separator,
                header,
                skip,
                encoding,
                decimal,
                thousands,
                dates,
                Optional.of(List.of(marks)));
    }

    private Object writeReplace() {
        return new CsvWritten(
                separator.orElse(null),
                header.orElse(null),
                skip,
                encoding.name(),
                decimal,
                thousands.orElse(null),
                dates.orElse(null),
                missing.map(ArrayList::new).orElse(null));
    }

    Optional<Character> separator() {
        return separator;
    }

    boolean header() {
        return header.orElse(true);
    }

    /** Returns whether somebody who has seen the file says that it names its columns, or does not. */
    boolean isHeaderSaid() {
        return header.isPresent();
    }

    int skip() {
        return skip;
    }

    Charset encoding() {
        return encoding;
    }

    char decimal() {
        return decimal;
    }

    Optional<Character> thousands() {
        return thousands;
    }

    Optional<DatePattern> dates() {
        return dates;
    }

    Optional<List<String>> missing() {
        return missing;
    }
}
