package himalia.storage;

import com.google.gson.JsonArray;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringTokenizer;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Rows as libsvm and SVMlight write them: a label, perhaps {@code qid:3}, and {@code place:value} for what is not 0. Places
 * are counted from 1, or from 0 where a 0 is among them, as scikit-learn takes it.
 */
final class LibsvmReader {
    /** What we write in the first line where columns have names; others take it for a comment. */
    static final String NAMES = "# columns: ";

    static final String LABEL = "label";
    static final String QUERY = "qid";

    /** More are no table: each would be a column. */
    private static final int MOST_COLUMNS = 100_000;

    /** From here on, and at its negative, no whole number is a long of a table. */
    private static final double PAST_LONG = 0x1p63;

    private final Path file;
    private final TextLines lines;
    private final DoubleArrayList labels = new DoubleArrayList();
    private final LongArrayList queries = new LongArrayList();
    private final IntArrayList places = new IntArrayList();
    private final DoubleArrayList values = new DoubleArrayList();
    private final IntArrayList ends = new IntArrayList();
    private boolean isWhole = true;
    private int least = Integer.MAX_VALUE;
    private int most = -1;

    private LibsvmReader(Path file, TextLines lines) {
        this.file = file;
        this.lines = lines;
    }

    static Table read(Path file, String name) throws IOException {
        try (var lines = TextLines.of(file)) {
            return new LibsvmReader(file, lines).table(name);
        } catch (RuntimeException broken) {
            throw BadFile.of(file, broken);
        }
    }

    private Table table(String name) throws IOException {
        List<String> names = List.of();
        for (var line = lines.next(); line != null; line = lines.next()) {
            names = line.startsWith(NAMES) && names.isEmpty() ? names(line) : names;
            int comment = line.indexOf('#');
            var words = new StringTokenizer(comment < 0 ? line : line.substring(0, comment));
            if (words.hasMoreTokens()) {
                row(words);
            }
        }
        int first = least == 0 ? 0 : 1;
        int width = Math.max(names.size(), most + 1 - first);
        refuseLarge(width);
        var columns = new ArrayList<Column<?>>();
        columns.add(label());
        if (!queries.isEmpty()) {
            columns.add(LongColumn.create(QUERY, queries.toLongArray()));
        }
        var features = features(first, width);
        for (int at = 0; at < width; at++) {
            var called = at < names.size() ? names.get(at) : "f" + at;
            columns.add(DoubleColumn.create(called, features[at]));
        }
        return Table.create(name, columns);
    }

    /** Returns none where it is somebody's own comment. */
    private static List<String> names(String line) {
        try {
            var names = new ArrayList<String>();
            if (JsonParser.parseString(line.substring(NAMES.length())) instanceof JsonArray said) {
                said.forEach(each -> names.add(each.getAsString()));
            }
            return TwinNames.twins(names).isEmpty() ? names : List.of();
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException e) {
            return List.of();
        }
    }

    private void row(StringTokenizer words) throws IOException {
        var label = words.nextToken();
        if (label.contains(":")) {
            throw lines.refused("no label stands before '%s'".formatted(label));
        }
        if (label.contains(",")) {
            throw lines.refused("'%s' are several labels, and a row has one".formatted(label));
        }
        double number = number(label, "label");
        isWhole &= label.matches("[+-]?\\d+") && Math.abs(number) < PAST_LONG;
        labels.add(number);
        int before = -1;
        boolean isFirst = true;
        boolean hasQuery = false;
        while (words.hasMoreTokens()) {
            var word = words.nextToken();
            int colon = word.indexOf(':');
            if (colon < 1) {
                throw lines.refused("'%s' is no place:value".formatted(word));
            }
            var value = word.substring(colon + 1);
            if (isFirst && word.startsWith(QUERY + ":")) {
                hasQuery = true;
                queries.add(query(value));
            } else {
                int place = place(word.substring(0, colon), word);
                if (place <= before) {
                    throw lines.refused(
                            "place %d stands behind place %d, and they must grow"
                                    .formatted(place, before));
                }
                places.add(place);
                values.add(number(value, "value of " + word.substring(0, colon)));
                before = place;
                least = Math.min(least, place);
                most = Math.max(most, place);
            }
            isFirst = false;
        }
        if (hasQuery ? queries.size() < labels.size() : !queries.isEmpty()) {
            throw lines.refused(
                    hasQuery
                            ? "it has a qid, and the rows before it have none"
                            : "it has no qid, and the rows before it have one");
        }
        ends.add(places.size());
    }

    private double number(String text, String what) throws IOException {
        double number =
                PlainNumber.of(text)
                        .orElseThrow(
                                () ->
                                        lines.refused(
                                                "the %s is no number: %s".formatted(what, text)));
        if (PlainNumber.isRounded(text, number)) {
            throw lines.refused(
                    "the %s is %s, and values of a libsvm file are doubles, of which none is this number"
                            .formatted(what, text));
        }
        return number;
    }

    private long query(String text) throws IOException {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw lines.refused("the qid is no whole number: " + text);
        }
    }

    private int place(String text, String word) throws IOException {
        if (!text.matches("\\d{1,9}")) {
            throw lines.refused("'%s' is no place:value".formatted(word));
        }
        return Integer.parseInt(text);
    }

    private void refuseLarge(int width) throws IOException {
        double bytes = (double) width * labels.size() * Double.BYTES;
        if (width > MOST_COLUMNS || bytes > Runtime.getRuntime().maxMemory() / 4.0) {
            throw BadFile.because(
                    String.format(
                            Locale.ROOT,
                            "%s would be a table of %,d rows and %,d columns, which with their zeros do not fit the memory: keep the columns that matter, in the program that wrote it",
                            file.getFileName(),
                            labels.size(),
                            width));
        }
    }

    private Column<?> label() {
        if (!isWhole) {
            return DoubleColumn.create(LABEL, labels.toDoubleArray());
        }
        boolean isInt =
                labels.doubleStream()
                        .allMatch(each -> (int) each == each && each != Integer.MIN_VALUE);
        return isInt
                ? IntColumn.create(LABEL, labels.doubleStream().mapToInt(d -> (int) d).toArray())
                : LongColumn.create(LABEL, labels.doubleStream().mapToLong(d -> (long) d));
    }

    private double[][] features(int first, int width) {
        var features = new double[width][labels.size()];
        int at = 0;
        for (int row = 0; row < ends.size(); row++) {
            for (; at < ends.getInt(row); at++) {
                features[places.getInt(at) - first][row] = values.getDouble(at);
            }
        }
        return features;
    }
}
