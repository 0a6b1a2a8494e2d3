package himalia.storage;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Progress;
import himalia.display.bundle.WholeFile;
import himalia.table.Tables;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * Extracts, loads and transforms: files go into a database as they are, and steps of SQL make tables of tables there.
 *
 * <pre>{@code
 * Elt shop = Elt.into(Path.of("shop.duckdb"))
 *     .load("orders", Path.of("orders-*.csv"))
 *     .load("people", train)
 *     .step("daily", "select day, sum(amount) as total from orders group by day");
 * shop.run()   // draws the way from files to tables
 * shop.run()   // runs nothing: no file and no step has changed
 * }</pre>
 *
 * <p>A table is made anew when the files, the table of the notebook or the SQL that it is made of have changed, or a table
 * before it was made anew. So is one that somebody else has changed, or taken away, since, which a run sees by reading it.
 * Files are known by path, size and time. A step that reads files itself, asks for the time or for chance, pivots, or reads
 * tables that are not named here runs each time. What was made last is noted in the database, in {@code elt.steps}, and what
 * it held in {@code elt.holds}. A run happens whole or not at all: after an error, everything is as it was before.
 */
public final class Elt implements Serializable {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");

    private final Path warehouse;
    private final List<Part> parts;

    private Elt(Path warehouse, List<Part> parts) {
        this.warehouse = warehouse;
        this.parts = List.copyOf(parts);
    }

    /**
     * A table to be made.
     *
     * @param source where its rows come from; null where it is made by SQL
     * @param sql makes it of others
     */
    record Part(String table, @Nullable EltSource source, String sql, List<Object> values) {}

    /** Begins with the file of a DuckDB database, {@code .duckdb}; it is made where it is not there. */
    public static Elt into(Path warehouse) {
        var path = FileNames.of(given(warehouse, "warehouse", "name a file, such as shop.duckdb"));
        if (!String.valueOf(path.getFileName()).endsWith(".duckdb")) {
            throw new IllegalArgumentException(
                    "'%s' is no warehouse; its name must end in .duckdb"
                            .formatted(path.getFileName()));
        }
        return new Elt(path, List.of());
    }

    /** Begins with the database at a path, as {@link #into(Path)} does. */
    public static Elt into(String warehouse) {
        return into(FileNames.of(warehouse));
    }

    /**
     * Loads a file, all files whose names a pattern such as {@code orders-*.csv} fits, also one of folders, or
     * those of a folder, into a table; what folders are called, as {@code year=2024}, is a column. All files have the same
     * columns, and each of them holds one kind of values: a run refuses numbers in one beside texts in another, by their names.
     *
     * @throws IllegalArgumentException if the name is none, or was given before
     */
    public Elt load(String table, Path files) {
        return with(new Part(table, new EltSource.FilesNamed(FileNames.of(files)), "", List.of()));
    }

    /** Loads the files at a path, as {@link #load(String, Path)} does. */
    public Elt load(String table, String files) {
        return load(table, FileNames.of(files));
    }

    /** Loads a table of the notebook. */
    public Elt load(String table, Table rows) {
        return with(new Part(table, new EltSource.Rows(table, Tables.given(rows)), "", List.of()));
    }

    /**
     * Makes a table by a query over tables that were named before.
     *
     * @param sql a {@code select}, with a {@code ?} for each of {@code values}
     */
    public Elt step(String table, String sql, Object... values) {
        return with(new Part(table, null, given(sql, "sql"), List.of(given(values, "values"))));
    }

    /** Returns the database that it makes. */
    public Path warehouse() {
        return warehouse;
    }

    /** Returns the files that it loads, or patterns of their names. */
    public List<Path> files() {
        var files = new ArrayList<Path>();
        for (var part : parts) {
            if (part.source() instanceof EltSource.FilesNamed named) {
                files.add(named.pattern());
            }
        }
        return files;
    }

    private Object writeReplace() throws IOException {
        return EltWritten.of(warehouse, parts);
    }

    private Elt with(Part part) {
        if (!NAME.matcher(given(part.table(), "table")).matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no name of a table here: letters, digits and _, and no digit first"
                            .formatted(part.table()));
        }
        if (parts.stream().anyMatch(other -> other.table().equalsIgnoreCase(part.table()))) {
            throw new IllegalArgumentException(
                    "'%s' is made twice; give one of them another name".formatted(part.table()));
        }
        var more = new ArrayList<>(parts);
        more.add(part);
        return new Elt(warehouse, more);
    }

    /**
     * Makes what has changed.
     *
     * @throws IllegalArgumentException if the database refuses a step, naming it and the line; nothing has changed then
     * @throws IOException if a file cannot be read; nothing has changed then
     */
    public EltRun run() throws IOException {
        WholeFile.makeFolder(warehouse);
        return FileWork.run(
                warehouse,
                Progress.whenLong("% of " + warehouse.getFileName(), 100),
                job -> {
                    try (var open = EltWarehouse.open(warehouse, job)) {
                        return new EltRun(warehouse, open.run(parts));
                    } catch (SQLException e) {
                        throw SqlProblem.of(e);
                    }
                });
    }
}
