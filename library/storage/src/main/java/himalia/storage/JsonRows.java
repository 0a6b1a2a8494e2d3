package himalia.storage;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of a JSON file: what stands in its array, or one value behind the other, each on a line or over many. What stands
 * in a file tells which; its name does not.
 */
final class JsonRows implements Closeable {
    /** How the rows are read. */
    enum Shape {
        /** Objects of one array. */
        ARRAY_OF_OBJECTS,
        /** Values of one array, of which some are no objects. */
        ARRAY,
        /** Objects behind each other. */
        OBJECTS,
        /** Values behind each other, of which some are no objects. */
        VALUES;

        boolean isArray() {
            return this == ARRAY || this == ARRAY_OF_OBJECTS;
        }

        boolean isRecords() {
            return this == OBJECTS || this == ARRAY_OF_OBJECTS;
        }
    }

    /** The shape that was begun with is not the file's. */
    static final class OtherShape extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Shape shape;

        OtherShape(Shape shape) {
            super("", null, false, false);
            this.shape = shape;
        }

        Shape shape() {
            return shape;
        }
    }

    private static final String ONLY = "json";

    private final Source source;
    private final JsonBytes bytes;
    private final Shape shape;
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private byte[][] written = new byte[16][];
    private byte[] kinds = new byte[16];
    private int[] froms = new int[16];
    private int[] tos = new int[16];
    private long[] rows = new long[16];
    private long row;
    private boolean begun;
    private boolean ended;
    private boolean isNull;

    private JsonRows(Source source, JsonBytes bytes, Shape shape) {
        this.source = source;
        this.bytes = bytes;
        this.shape = shape;
        if (!shape.isRecords()) {
            place(ONLY, new byte[0]);
        }
    }

    static JsonRows of(Source source, Shape shape) throws IOException {
        return new JsonRows(source, JsonBytes.of(source.file()), shape);
    }

    /** Reads objects in a part of a file. */
    static JsonRows of(Source source, long from, long to) throws IOException {
        return new JsonRows(
                source,
                new JsonBytes(source.file(), FileBytes.of(source.file(), from, to)),
                Shape.OBJECTS);
    }

    /** Returns the shape that a file seems to have by its first byte. */
    static Shape begin(Source source) throws IOException {
        try (var bytes = JsonBytes.of(source.file())) {
            return bytes.next() == '[' ? Shape.ARRAY_OF_OBJECTS : Shape.OBJECTS;
        }
    }

    /** Reads the next row, if there is one. */
    boolean next() throws IOException, OtherShape {
        bytes.mark();
        ended = ended || (shape.isArray() ? !isElementNext() : bytes.next() < 0);
        if (ended) {
            return false;
        }
        bytes.mark();
        row++;
        if (!shape.isRecords()) {
            read(0);
            return true;
        }
        int first = bytes.next();
        isNull = first == 'n';
        if (first == '{') {
            object();
        } else if (isNull) {
            bytes.value();
        } else {
            throw new OtherShape(shape.isArray() ? Shape.ARRAY : Shape.VALUES);
        }
        return true;
    }

    private boolean isElementNext() throws IOException, OtherShape {
        if (!begun) {
            begun = true;
            bytes.passes('[');
            if (!bytes.passes(']')) {
                return true;
            }
        } else if (bytes.passes(',')) {
            if (bytes.next() < 0) {
                throw bytes.unexpected("a row, or the ] that ends an array of rows,");
            }
            return true;
        } else {
            bytes.expect(']', "a comma or ]");
        }
        int next = bytes.next();
        if (next >= 0) {
            if (next == '[') {
                throw new OtherShape(Shape.VALUES);
            }
            throw bytes.unexpected("the end of the file, behind the ] of its rows,");
        }
        return false;
    }

    private void object() throws IOException {
        bytes.passes('{');
        if (bytes.passes('}')) {
            return;
        }
        int place = -1;
        do {
            bytes.next();
            int from = bytes.position();
            bytes.key();
            place = place(from, place + 1);
            if (rows[place] == row) {
                throw JsonProblem.of(
                        source.file(),
                        bytes.passed() - bytes.position() + from,
                        "the key '%s' stands twice in one row, and a table has one column of a name; rename one of them in the file"
                                .formatted(names.get(place)));
            }
            read(place);
        } while (bytes.passes(','));
        bytes.expect('}', "a comma or }");
    }

    private void read(int place) throws IOException {
        bytes.next();
        froms[place] = bytes.position();
        kinds[place] = bytes.value();
        tos[place] = bytes.position();
        rows[place] = row;
    }

    /** Rows mostly have the same keys in the same order. */
    private int place(int from, int guess) throws IOException {
        int at = bytes.offset() + from;
        var array = bytes.array();
        if (guess < names.size()) {
            var likely = written[guess];
            if (Arrays.equals(
                    array,
                    at,
                    Math.min(array.length, at + likely.length),
                    likely,
                    0,
                    likely.length)) {
                return guess;
            }
        }
        int end = at + 1;
        while (array[end] != '"') {
            end += array[end] == '\\' ? 2 : 1;
        }
        var key = JsonTexts.decoded(array, at, end + 1);
        var known = places.get(key);
        return known == null ? place(key, Arrays.copyOfRange(array, at, end + 1)) : known;
    }

    private int place(String name, byte[] key) {
        int place = names.size();
        names.add(name);
        places.put(name, place);
        if (place == kinds.length) {
            written = Arrays.copyOf(written, 2 * place);
            kinds = Arrays.copyOf(kinds, 2 * place);
            froms = Arrays.copyOf(froms, 2 * place);
            tos = Arrays.copyOf(tos, 2 * place);
            rows = Arrays.copyOf(rows, 2 * place);
        }
        written[place] = key;
        return place;
    }

    /** Returns the keys so far, in the order of the file. */
    List<String> names() {
        return names;
    }

    /** Returns what stands in the row in a column; {@link JsonBytes#NULL} where nothing does. */
    byte kind(int column) {
        return rows[column] == row ? kinds[column] : JsonBytes.NULL;
    }

    /** Returns whether the row is no object but null. */
    boolean isNull() {
        return isNull;
    }

    byte[] array() {
        return bytes.array();
    }

    /** Returns where the value of a column begins in the array. */
    int from(int column) {
        return bytes.offset() + froms[column];
    }

    /** Returns where it ends. */
    int to(int column) {
        return bytes.offset() + tos[column];
    }

    /** Returns how many bytes of the file have gone by. */
    long passed() {
        return bytes.passed();
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
