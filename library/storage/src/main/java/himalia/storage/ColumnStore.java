package himalia.storage;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Displayable;
import himalia.display.bundle.MimeBundle;
import himalia.table.TableRenderer;
import himalia.table.Tables;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Columns in memory, each in the encoding in which it is shortest: made to be gone through, not to grow.
 *
 * <pre>{@code
 * ColumnStore columns = ColumnStore.of(train);
 * columns.scan("age")          // copied from one place in memory
 * columns.row(3)               // put together from as many places as there are columns
 * columns.encodings()          // how each column is held, and in how many bytes
 * columns.write(Path.of("train.parquet"));
 * columns.close();
 * }</pre>
 *
 * <p>The values lie in Arrow's vectors: texts as a dictionary and the numbers of its entries, values that repeat as runs, each
 * where it is shorter than what it stands for. The memory is none of Java's heap and is given free by {@link #close()}. For
 * one thread at a time.
 */
public final class ColumnStore implements AutoCloseable, Displayable {
    private final String name;
    private StoredColumns stored;

    /** To put together anew what the columns are for each row would take longer than to read it. */
    private RowValues values;

    private boolean isClosed;

    private ColumnStore(String name, StoredColumns stored) {
        this.name = name;
        this.stored = stored;
        this.values = values(stored);
    }

    /** Takes the columns of a table; an empty text is a missing one, as there. */
    public static ColumnStore of(Table table) {
        return new ColumnStore(Tables.given(table).name(), StoredColumns.of(table));
    }

    /**
     * Takes the columns of a file of any {@link Format}.
     *
     * @throws IOException if it cannot be read
     */
    public static ColumnStore open(Path file) throws IOException {
        return of(Storage.read(file));
    }

    /** Takes the columns of the file at a path, as {@link #open(Path)} does. */
    public static ColumnStore open(String file) throws IOException {
        return open(FileNames.of(file));
    }

    /** Returns the names of the columns. */
    public List<String> columns() {
        return columnsHeld().stream().map(StoredColumn::name).toList();
    }

    /** Returns how many rows there are. */
    public int size() {
        return columnsHeld().isEmpty() ? 0 : columnsHeld().get(0).rows();
    }

    /**
     * Returns all values of a column: no other one is touched.
     *
     * @throws IllegalArgumentException if there is no such column, naming the nearest
     */
    public Column<?> scan(String column) {
        return reading(
                columns ->
                        columns.stream()
                                .filter(each -> each.name().equals(given(column, "column")))
                                .findFirst()
                                .orElseThrow(() -> values.unknown(column))
                                .scan());
    }

    /**
     * Returns a row by its number: a value is looked up in each column.
     *
     * @throws IndexOutOfBoundsException if there is none
     */
    public Map<String, @Nullable Object> row(int number) {
        if (number < 0 || number >= size()) {
            throw new IndexOutOfBoundsException(
                    "no row %d in %s, which has %d, counted from 0"
                            .formatted(number, store(), size()));
        }
        return reading(
                columns -> {
                    var row = new @Nullable Object[columns.size()];
                    for (int i = 0; i < row.length; i++) {
                        row[i] = columns.get(i).value(number);
                    }
                    return values.map(row);
                });
    }

    /**
     * Appends rows. It is the dear way to grow: all columns are decoded and encoded again, whatever is appended, so that
     * many rows go in at once, or into a {@link RowStore}.
     *
     * @throws IllegalArgumentException if a column is missing, is one more, or holds a value that does not fit
     */
    public ColumnStore append(Table rows) {
        return grown(valuesHeld().of(Tables.given(rows)));
    }

    /** Appends a row, at the same cost as {@link #append(Table)}; what is missing is null. */
    public ColumnStore append(Map<String, ?> row) {
        return grown(List.<@Nullable Object[]>of(valuesHeld().of(given(row, "row"))));
    }

    private ColumnStore grown(List<@Nullable Object[]> rows) {
        var table = toTable();
        for (var row : rows) {
            for (int i = 0; i < row.length; i++) {
                if (row[i] == null) {
                    table.column(i).appendMissing();
                } else {
                    table.column(i).appendObj(row[i]);
                }
            }
        }
        var before = stored;
        stored = StoredColumns.of(table);
        values = values(stored);
        before.close();
        return this;
    }

    /** Returns how many bytes all columns take. */
    public long bytes() {
        return columnsHeld().stream().mapToLong(StoredColumn::bytes).sum();
    }

    /**
     * Returns how each column is held: its type, the encoding, the bytes, and how many values are written down, which are
     * those that differ in a dictionary, and one of each run.
     */
    public Table encodings() {
        var names = StringColumn.create("column");
        var types = StringColumn.create("type");
        var encodings = StringColumn.create("encoding");
        var bytes = LongColumn.create("bytes");
        var values = IntColumn.create("values");
        for (var column : columnsHeld()) {
            names.append(column.name());
            types.append(StoredColumns.kind(column).words());
            encodings.append(column.encoding().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            bytes.append(column.bytes());
            values.append(column.values().getValueCount());
        }
        return Table.create("encodings", names, types, encodings, bytes, values);
    }

    /** Returns all rows as a table. */
    public Table toTable() {
        return reading(
                columns ->
                        Table.create(
                                name,
                                columns.stream().<Column<?>>map(StoredColumn::scan).toList()));
    }

    /** Writes the columns to a file, by its ending: {@code .parquet} and {@code .arrow} keep them by column. */
    public Conversion write(Path file) throws IOException {
        return Storage.write(toTable(), file);
    }

    /** Writes the columns to the file at a path, as {@link #write(Path)} does. */
    public Conversion write(String file) throws IOException {
        return write(FileNames.of(file));
    }

    /**
     * Makes a store of rows with all that is here.
     *
     * @param file a new one, {@code .avro} or {@code .jsonl}
     * @return the store, which is open
     */
    public RowStore toRows(Path file) throws IOException {
        var table = toTable();
        return RowStore.filled(file, table);
    }

    private List<StoredColumn> columnsHeld() {
        if (isClosed) {
            throw new IllegalStateException(
                    store() + " is closed; make it again, from its table or file");
        }
        return stored.all();
    }

    /** The memory is freed when nobody can reach the store any more, and that may be in the middle of its last call. */
    private <T> T reading(Function<List<StoredColumn>, T> read) {
        try {
            return read.apply(columnsHeld());
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    private RowValues valuesHeld() {
        columnsHeld();
        return values;
    }

    private RowValues values(StoredColumns columns) {
        return new RowValues(
                store(),
                columns.all().stream()
                        .map(column -> new RowColumn(column.name(), StoredColumns.kind(column)))
                        .toList());
    }

    private String store() {
        return "the column store '%s'".formatted(name);
    }

    @Override
    public void close() {
        isClosed = true;
        stored.close();
    }

    @Override
    public MimeBundle bundle() {
        return isClosed
                ? MimeBundle.plain(toString())
                : new TableRenderer().render(encodings().setName(toString()));
    }

    @Override
    public String toString() {
        return isClosed
                ? store() + ", closed"
                : "%s: %,d row%s in %,d bytes"
                        .formatted(store(), size(), size() == 1 ? "" : "s", bytes());
    }
}
