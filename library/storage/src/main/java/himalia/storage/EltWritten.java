package himalia.storage;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectStreamException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/** How a warehouse's steps are written, to be run in another process: files by their whole paths, tables with their rows. */
record EltWritten(String warehouse, ArrayList<Part> parts) implements Serializable {
    private static final long serialVersionUID = 1;
    private static final String ENDING = ".arrow";

    /** One table: of files, of rows, or of a query. */
    record Part(
            String table,
            @Nullable String files,
            byte @Nullable [] rows,
            String sql,
            ArrayList<Object> values)
            implements Serializable {
        private static final long serialVersionUID = 1;
    }

    static EltWritten of(Path warehouse, List<Elt.Part> parts) throws IOException {
        var written = new ArrayList<Part>();
        for (var part : parts) {
            var source = part.source();
            written.add(
                    new Part(
                            part.table(),
                            source instanceof EltSource.FilesNamed named
                                    ? named.pattern().toAbsolutePath().normalize().toString()
                                    : null,
                            source instanceof EltSource.Rows rows ? bytes(rows.table()) : null,
                            part.sql(),
                            new ArrayList<>(part.values())));
        }
        return new EltWritten(warehouse.toAbsolutePath().normalize().toString(), written);
    }

    private Object readResolve() throws ObjectStreamException {
        var elt = Elt.into(warehouse);
        for (var part : parts) {
            if (part.files() != null) {
                elt = elt.load(part.table(), Path.of(part.files()));
            } else if (part.rows() != null) {
                elt = elt.load(part.table(), table(part.table(), part.rows()));
            } else {
                elt = elt.step(part.table(), part.sql(), part.values().toArray());
            }
        }
        return elt;
    }

    private static byte[] bytes(Table table) throws IOException {
        var file = Files.createTempFile("rows-", ENDING);
        try {
            Storage.write(table, file);
            return Files.readAllBytes(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static Table table(String name, byte[] bytes) throws InvalidObjectException {
        try {
            var file = Files.createTempFile("rows-", ENDING);
            try {
                Files.write(file, bytes);
                return Storage.read(file).setName(name);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            var failure =
                    new InvalidObjectException("the rows of '%s' cannot be read".formatted(name));
            failure.initCause(e);
            throw failure;
        }
    }
}
