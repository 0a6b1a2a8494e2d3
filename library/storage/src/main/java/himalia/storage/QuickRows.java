package himalia.storage;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of a CSV file from bytes. It ends where a row is not written as most are: with other columns, a quote within a
 * value, another end of the line, or bytes that are no UTF-8; whether that is right or wrong, DuckDB knows.
 */
final class QuickRows {
    /** So many bytes behind the last row may be looked at. */
    static final int PADDING = 64;

    private static final byte[] NO_BYTES = {};

    private static final Set<String> MARKS = Set.copyOf(CsvScan.MARKS);

    private static final int LONGEST_MARK =
            CsvScan.MARKS.stream().mapToInt(String::length).max().orElse(0);

    private final byte separator;
    private final int columns;
    private final boolean[] stops = new boolean[256];
    private final @Nullable QuickCells[] cells;
    private final @Nullable Texts[] texts;
    private final QuickTally[] tallies;
    private final boolean[] isOther;
    private byte[] unquoted = new byte[256];
    private byte[] bytes = NO_BYTES;
    private final List<List<String>> made = new ArrayList<>();
    private int textFrom;
    private int textTo;

    /** Where the texts of a column go: their numbers, and what is numbered. */
    private record Texts(int[] numbers, TextNumbers known) {
        Texts(int[] numbers) {
            this(numbers, new TextNumbers());
        }

        void put(int row, byte[] source, int from, int to, int hash) {
            numbers[row] =
                    from == to ? ColumnsOfArrays.NO_TEXT : known.number(source, from, to, hash);
        }
    }

    /** Begins to read; for each column there are cells, or parts where it is one of texts, or neither where nobody knows. */
    QuickRows(QuickLayout layout, @Nullable QuickCells[] cells, @Nullable TextParts[] parts) {
        separator = layout.separator();
        columns = layout.columns();
        this.cells = cells;
        texts =
                Stream.of(parts)
                        .map(part -> part == null ? null : new Texts(part.numbers()))
                        .toArray(Texts[]::new);
        tallies = Stream.generate(QuickTally::new).limit(columns).toArray(QuickTally[]::new);
        isOther = new boolean[columns];
        for (byte stop : new byte[] {separator, '"', '\n', '\r', 0}) {
            stops[stop] = true;
        }
    }

    /** Reads all rows between two places, the first as the given one; returns how many there are, -1 if one is otherwise. */
    int read(byte[] rows, int from, int to, int first) {
        bytes = rows;
        int row = first;
        int at = from;
        while (at < to) {
            // An empty line is a row to some readers, and none to others.
            if (bytes[at] == '\n' || bytes[at] == '\r') {
                return -1;
            }
            for (int column = 0; column < columns; column++) {
                at = cell(column, at, row);
                if (at < 0) {
                    return -1;
                }
            }
            row++;
        }
        return at == to ? row - first : -1;
    }

    /** Reads a cell; returns where the next one begins. */
    private int cell(int column, int from, int row) {
        var typed = cells[column];
        int end = typed != null ? typed.plain(bytes, from, row) : text(column, from, row);
        int next = end < 0 ? -1 : next(column, end);
        return next >= 0 ? next : slowly(column, from, row);
    }

    /** Returns where the next cell begins if one ends here. */
    private int next(int column, int end) {
        byte stop = bytes[end];
        if (column < columns - 1) {
            return stop == separator ? end + 1 : -1;
        }
        // Programs that append to a file end its lines in their own way.
        if (stop == '\r' && bytes[end + 1] == '\n') {
            return end + 2;
        }
        return stop == '\n' ? end + 1 : -1;
    }

    private int text(int column, int from, int row) {
        var into = texts[column];
        if (into == null) {
            return -1;
        }
        int hash = 0;
        int at = from;
        while (!stops[bytes[at] & 0xff]) {
            hash = TextNumbers.hash(hash, bytes[at++]);
        }
        if (bytes[at] == '"') {
            return -1;
        }
        into.put(row, bytes, from, at, hash);
        return at;
    }

    /** Reads a cell that is quoted, missing, or written in a way of its own. */
    private int slowly(int column, int from, int row) {
        int end = bytes[from] == '"' ? quoted(from) : unquoted(from);
        int next = end < 0 ? -1 : next(column, end);
        if (next < 0) {
            return -1;
        }
        put(column, bytes[from] == '"' ? unquoted : bytes, row);
        return next;
    }

    private void put(int column, byte[] source, int row) {
        var into = texts[column];
        if (into != null) {
            into.put(row, source, textFrom, textTo, hash(source));
            return;
        }
        var typed = cells[column];
        if (textFrom == textTo || isMark(source)) {
            isOther[column] |= typed == null && textFrom < textTo;
            if (typed != null) {
                typed.none(row);
            }
            return;
        }
        int form = QuickForm.of(source, textFrom, textTo);
        tallies[column].add(form);
        if (typed == null || (form & typed.form()) == 0 || isUnsureReal(form, typed)) {
            isOther[column] = true;
        } else {
            typed.put(source, textFrom, textTo, row);
        }
    }

    private static boolean isUnsureReal(int form, QuickCells typed) {
        return typed.form() == QuickForm.REAL && (form & QuickForm.UNSURE_REAL) != 0;
    }

    private int hash(byte[] source) {
        int hash = 0;
        for (int i = textFrom; i < textTo; i++) {
            hash = TextNumbers.hash(hash, source[i]);
        }
        return hash;
    }

    private boolean isMark(byte[] source) {
        return textTo - textFrom <= LONGEST_MARK
                && MARKS.contains(
                        new String(
                                source, textFrom, textTo - textFrom, StandardCharsets.ISO_8859_1));
    }

    private int unquoted(int from) {
        int at = from;
        while (!stops[bytes[at] & 0xff]) {
            at++;
        }
        textFrom = from;
        textTo = at;
        return at;
    }

    /** Takes the text out of its quotes; returns where they end, -1 if they do not. */
    private int quoted(int from) {
        int length = 0;
        int at = from + 1;
        while (true) {
            byte next = bytes[at++];
            if (next == 0) {
                return -1;
            }
            if (next == '"') {
                if (bytes[at] != '"') {
                    break;
                }
                at++;
            }
            if (length + PADDING >= unquoted.length) {
                unquoted = Arrays.copyOf(unquoted, unquoted.length * 2);
            }
            unquoted[length++] = next;
        }
        Arrays.fill(unquoted, length, length + PADDING, (byte) 0);
        textFrom = 0;
        textTo = length;
        return at;
    }

    QuickTally tally(int column) {
        return tallies[column];
    }

    /** Returns whether a text has come that the column, as it was begun, does not hold. */
    boolean isOther(int column) {
        return isOther[column];
    }

    boolean hasOther() {
        for (boolean other : isOther) {
            if (other) {
                return true;
            }
        }
        return false;
    }

    /** Makes the texts; returns whether all their bytes are UTF-8. */
    boolean end() {
        bytes = NO_BYTES;
        for (var each : texts) {
            made.add(each == null ? List.of() : each.known().texts());
        }
        return made.stream().flatMap(List::stream).noneMatch(text -> text.indexOf('\uFFFD') >= 0);
    }

    /** Returns the texts of a column in the order of their numbers, when all has been read. */
    List<String> texts(int column) {
        return made.get(column);
    }
}
