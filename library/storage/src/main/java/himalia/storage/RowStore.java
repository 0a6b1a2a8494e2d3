package himalia.storage;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Display;
import himalia.display.bundle.Displayable;
import himalia.display.bundle.MimeBundle;
import himalia.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Rows in a file that grows: each is appended whole, and read back whole.
 *
 * <pre>{@code
 * RowStore people = RowStore.create("people.avro", train);   // with the columns of the table
 * people.append(train);
 * people.append(Map.of("name", "Di", "age", 22));
 * people.row(0)          // {name=Ann, age=30}
 * people.scan("age")     // the column, for which all rows are gone through
 * people.close();
 * }</pre>
 *
 * <p>The file is Avro's container ({@code .avro}) or holds JSON, one object a line ({@code .jsonl}); {@link Storage#read}
 * and other tools read it. JSON has no schema: to open such a file, it is read once to find the columns.
 *
 * <p>Rows wait in memory until some 64 kB of them are written together, or until {@link #flush}. A process that is killed
 * loses what waits; what it was writing in that moment is cut off when the file is opened again, see {@link
 * #recovered()}. An orderly end of the session closes the store. A file has one writer at a time. Any thread may append.
 */
public final class RowStore implements AutoCloseable, Displayable {
    private final Path path;
    private final BlockFile file;
    private final RowFormat format;
    private final RowValues values;
    private final long recovered;
    private final WaitingRows waiting;
    private final UnpackedBlocks unpacked;
    private final Runnable forgetEnd;
    private boolean isClosed;

    /** To ask a class anew for each row would take longer than to write the row. */
    private @Nullable RecordParts parts;

    private RowStore(RowFiles.Opened opened) {
        this.path = opened.path();
        this.file = opened.file();
        this.format = opened.format();
        this.values = new RowValues(String.valueOf(path.getFileName()), format.columns());
        this.recovered = opened.recovered();
        this.waiting = new WaitingRows(file, format);
        this.unpacked = new UnpackedBlocks(file, format);
        this.forgetEnd = Display.onEnd("row store " + path.getFileName(), this::close);
    }

    /**
     * Opens a store that is there.
     *
     * @throws IOException if it is not there, is none, is damaged, or is being written already
     */
    public static RowStore open(Path file) throws IOException {
        return new RowStore(RowFiles.open(FileNames.of(file)));
    }

    /** Opens the store at a path, as {@link #open(Path)} does. */
    public static RowStore open(String file) throws IOException {
        return open(FileNames.of(file));
    }

    /**
     * Makes a store with the columns of a table, which may be empty; its rows are not taken.
     *
     * @throws IOException if the file is there, or cannot be written
     */
    public static RowStore create(Path file, Table columns) throws IOException {
        return create(file, RowValues.columns(Tables.given(columns)));
    }

    /** Makes a store at a path, as {@link #create(Path, Table)} does. */
    public static RowStore create(String file, Table columns) throws IOException {
        return create(FileNames.of(file), columns);
    }

    /**
     * Makes a store whose rows are records of a type; each component is a column.
     *
     * @throws IllegalArgumentException if a component is nested, naming it
     * @throws IOException if the file is there, or cannot be written
     */
    public static RowStore create(Path file, Class<? extends Record> type) throws IOException {
        return create(file, RowValues.columns(given(type, "type", "name a record's class")));
    }

    /** Makes a store at a path, as {@link #create(Path, Class)} does. */
    public static RowStore create(String file, Class<? extends Record> type) throws IOException {
        return create(FileNames.of(file), type);
    }

    private static RowStore create(Path file, List<RowColumn> columns) throws IOException {
        return new RowStore(RowFiles.create(FileNames.of(file), columns));
    }

    /** Makes a store with all rows of a table; where that fails, nothing is left of it. */
    static RowStore filled(Path file, Table rows) throws IOException {
        var store = create(file, rows);
        try {
            return store.append(rows).flush();
        } catch (IOException | RuntimeException | Error e) {
            try {
                store.close();
            } catch (IOException second) {
                e.addSuppressed(second);
            }
            Files.deleteIfExists(store.file());
            throw e;
        }
    }

    /** Returns the file. */
    public Path file() {
        return path;
    }

    /** Returns the names of the columns. */
    public List<String> columns() {
        return RowValues.names(format.columns());
    }

    /** Returns how many bytes of an unfinished block were cut off when the store was opened: 0 after an orderly end. */
    public long recovered() {
        return recovered;
    }

    /** Returns how many rows there are, those that wait in memory included. */
    public synchronized long size() {
        return file.rows() + waiting.count();
    }

    /**
     * Appends a row, by the names of the columns; what is missing is null.
     *
     * @throws IllegalArgumentException if it lacks a column, has another one, or a value does not fit; nothing is written then
     */
    public synchronized RowStore append(Map<String, ?> row) throws IOException {
        checkOpen();
        waiting.take(format.encode(values.of(given(row, "row"))));
        return this;
    }

    /** Appends a record, as {@link #append(Map)} does a map. */
    public synchronized RowStore append(Record row) throws IOException {
        checkOpen();
        var type = given(row, "row").getClass();
        if (parts == null || parts.type() != type) {
            parts = RecordParts.of(type);
        }
        waiting.take(format.encode(values.of(row, parts)));
        return this;
    }

    /**
     * Appends all rows of a table, or none.
     *
     * @throws IllegalArgumentException if a column is missing, is one more, or holds a value that does not fit
     * @throws IOException if they cannot be written, since the disk is full; none is there then
     */
    public synchronized RowStore append(Table rows) throws IOException {
        checkOpen();
        var encoded = new ArrayList<byte[]>(rows.rowCount());
        for (var row : values.of(Tables.given(rows))) {
            encoded.add(format.encode(row));
        }
        waiting.takeAll(encoded);
        return this;
    }

    /** Writes what waits, and returns when it is on the disk: no end of the process or of the machine takes it from there. */
    public synchronized RowStore flush() throws IOException {
        checkOpen();
        waiting.write();
        file.force();
        return this;
    }

    /**
     * Returns a row by its number: one block of the file is read, unless it was lately. Blocks of up to 16 MB in all stay unpacked
     * in memory.
     *
     * @throws IndexOutOfBoundsException if there is none
     */
    public synchronized Map<String, @Nullable Object> row(long number) throws IOException {
        checkOpen();
        if (number < 0 || number >= size()) {
            throw new IndexOutOfBoundsException(
                    "no row %d in %s, which has %d, counted from 0"
                            .formatted(number, values.store(), size()));
        }
        if (number >= file.rows()) {
            return values.map(format.decode(waiting.get((int) (number - file.rows()))));
        }
        try {
            return values.map(unpacked.row(number));
        } catch (IOException | RuntimeException e) {
            throw BadFile.of(path, e);
        }
    }

    /**
     * Returns all values of a column. It is the dear way to ask a file of rows: all of it is gone through.
     *
     * @throws IllegalArgumentException if there is no such column, naming the nearest
     */
    public Column<?> scan(String column) throws IOException {
        if (!columns().contains(given(column, "column"))) {
            throw values.unknown(column);
        }
        return read(List.of(column)).column(0);
    }

    /** Returns all rows as a table in memory, as {@link Storage#read} gives them. */
    public Table toTable() throws IOException {
        return read(columns());
    }

    /** Returns all rows as columns in memory. */
    public ColumnStore toColumns() throws IOException {
        return ColumnStore.of(toTable());
    }

    private synchronized Table read(List<String> names) throws IOException {
        checkOpen();
        waiting.write();
        if (file.rows() == 0) {
            return RowColumn.table(Reading.name(path), format.columns(), names);
        }
        return FileWork.run(path, Reading.progress(path), job -> format.read(path, names));
    }

    private void checkOpen() {
        if (isClosed) {
            throw new IllegalStateException(
                    "%s is closed; RowStore.open(…) goes on with it".formatted(values.store()));
        }
    }

    /** Writes what waits, and gives the file free. */
    @Override
    public synchronized void close() throws IOException {
        if (isClosed) {
            return;
        }
        try (file) {
            flush();
        } finally {
            isClosed = true;
            unpacked.forget();
            forgetEnd.run();
        }
    }

    @Override
    public MimeBundle bundle() {
        return MimeBundle.plain(toString());
    }

    @Override
    public synchronized String toString() {
        var rows = "%,d row%s".formatted(size(), size() == 1 ? "" : "s");
        return "%s: %s%s; %s%s"
                .formatted(
                        values.store(),
                        rows,
                        isClosed
                                ? ", closed"
                                : waiting.count() == 0
                                        ? ", all written"
                                        : ", of which %,d wait to be written"
                                                .formatted(waiting.count()),
                        values.words(),
                        recovered == 0
                                ? ""
                                : "\nits last writer was stopped: %,d bytes of a block that was not whole are cut off"
                                        .formatted(recovered));
    }
}
