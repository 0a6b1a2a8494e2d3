package himalia.storage;

import himalia.table.Tables;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * NumPy's file of one array. One or two axes are columns called {@code x0}, {@code x1}; an array with fields has a column for
 * each. The format is that of NEP 1, versions 1 to 3.
 */
final class NumpyReader {
    /** What the file begins with. */
    static final byte[] BEGIN = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([^)]*)\\)");
    private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern PLAIN = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
    private static final Pattern FIELDS =
            Pattern.compile("'descr'\\s*:\\s*\\[(.*)\\]", Pattern.DOTALL);
    private static final Pattern FIELD =
            Pattern.compile(
                    "\\(\\s*('(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\")\\s*,\\s*'([^']*)'\\s*(,[^)]*\\))?\\s*\\)?");

    /** More than any header; a file that says more is none. */
    private static final int LONGEST_HEADER = 1 << 24;

    private final Path file;
    private final String header;

    private NumpyReader(Path file, String header) {
        this.file = file;
        this.header = header;
    }

    static Table read(Path file, String name) throws IOException {
        try (var in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            in.skipNBytes(BEGIN.length);
            int version = in.readUnsignedByte();
            in.skipNBytes(1);
            int length =
                    version == 1
                            ? Short.toUnsignedInt(Short.reverseBytes(in.readShort()))
                            : Integer.reverseBytes(in.readInt());
            if (version < 1 || version > 3 || length < 0 || length > LONGEST_HEADER) {
                throw BadFile.because(
                        "%s has a header that no version of NumPy writes"
                                .formatted(file.getFileName()));
            }
            var header =
                    new String(
                            in.readNBytes(length),
                            version < 3 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
            return new NumpyReader(file, header).table(in).setName(name);
        } catch (IOException | RuntimeException broken) {
            throw BadFile.of(file, broken);
        }
    }

    private Table table(DataInputStream in) throws IOException {
        int[] shape =
                Arrays.stream(find(SHAPE).split(","))
                        .filter(axis -> !axis.isBlank())
                        .mapToInt(axis -> Integer.parseInt(axis.strip()))
                        .toArray();
        boolean isFortran = find(ORDER).equals("True");
        var fields = FIELDS.matcher(header);
        if (fields.find()) {
            if (shape.length != 1) {
                throw axes(shape);
            }
            return records(in, shape[0], fields.group(1));
        }
        if (shape.length == 0 || shape.length > 2) {
            throw axes(shape);
        }
        int rows = shape[0];
        int columns = shape.length == 1 ? 1 : shape[1];
        var type = NumpyType.of(find(PLAIN), "the array of " + file.getFileName());
        var names = IntStream.range(0, columns).mapToObj(at -> "x" + at).toList();
        var types = names.stream().map(each -> type).toList();
        return isFortran && columns > 1
                ? table(
                        names,
                        types,
                        TurnedColumns.rows(
                                elements(in, columns, rows, Collections.nCopies(rows, type))))
                : table(names, types, elements(in, rows, columns, types));
    }

    private Table records(DataInputStream in, int rows, String fields) throws IOException {
        var names = new ArrayList<String>();
        var types = new ArrayList<NumpyType>();
        var field = FIELD.matcher(fields);
        while (field.find()) {
            var quoted = field.group(1);
            var name = quoted.substring(1, quoted.length() - 1).replaceAll("\\\\(.)", "$1");
            if (field.group(3) != null) {
                throw BadFile.because(
                        "field '%s' of %s holds an array in each row, which a table does not"
                                .formatted(name, file.getFileName()));
            }
            names.add(name);
            types.add(
                    NumpyType.of(
                            field.group(2),
                            "field '%s' of %s".formatted(name, file.getFileName())));
        }
        TwinNames.refuseTwins(file, "fields", names);
        return table(names, types, elements(in, rows, names.size(), types));
    }

    private static Table table(
            List<String> names, List<NumpyType> types, List<List<@Nullable Object>> rows) {
        var shown = rows;
        for (int at = 0; at < names.size(); at++) {
            int column = at;
            if (rows.stream().anyMatch(row -> row.get(column) instanceof BigInteger)) {
                shown = shown.stream().map(row -> withText(row, column)).toList();
            }
        }
        var table = Tables.of(shown, names.toArray(String[]::new));
        for (int at = 0; at < names.size(); at++) {
            // Where no value tells what a column holds, the file does.
            if (Tables.countMissing(table.column(at)) == rows.size()) {
                table.replaceColumn(at, types.get(at).missing(names.get(at), rows.size()));
            }
        }
        return table;
    }

    /** Numbers past the largest long are texts, as they are of other files. */
    private static List<@Nullable Object> withText(List<@Nullable Object> row, int column) {
        var texts = new ArrayList<@Nullable Object>(row);
        texts.set(column, String.valueOf(row.get(column)));
        return texts;
    }

    private List<List<@Nullable Object>> elements(
            DataInputStream in, int rows, int columns, List<NumpyType> types) throws IOException {
        int width = types.stream().mapToInt(NumpyType::size).sum();
        var bytes = ByteBuffer.allocate(width);
        var all = new ArrayList<List<@Nullable Object>>();
        for (int row = 0; row < rows; row++) {
            in.readFully(bytes.array());
            bytes.rewind();
            var line = new ArrayList<@Nullable Object>(columns);
            for (int at = 0; at < columns; at++) {
                line.add(types.get(at).read(bytes));
            }
            all.add(line);
        }
        return all;
    }

    private String find(Pattern pattern) throws IOException {
        var found = pattern.matcher(header);
        if (!found.find()) {
            throw BadFile.because(
                    "%s does not say what its array is: %s"
                            .formatted(file.getFileName(), BadFile.shortened(header.strip())));
        }
        return found.group(1);
    }

    private IOException axes(int[] shape) {
        return BadFile.because(
                "%s holds an array with %d axes %s, and a table has two: array.reshape(len(array), -1) makes one"
                        .formatted(file.getFileName(), shape.length, Arrays.toString(shape)));
    }
}
