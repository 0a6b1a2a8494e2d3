package himalia.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/** How rows lie in a file that grows at its end, in blocks that are whole or are not there. */
interface RowFormat {
    List<RowColumn> columns();

    /** Returns a row's bytes; the values are of the columns' kinds. */
    byte[] encode(@Nullable Object[] row) throws IOException;

    /** Returns what stands in the file for some rows. */
    byte[] block(List<byte[]> rows) throws IOException;

    /** Returns the rows of a block. */
    Rows rows(byte[] block) throws IOException;

    /** A block, unpacked. */
    interface Rows {
        /** Returns how much memory it takes. */
        int bytes();

        /** Returns a row as the values of its columns. */
        @Nullable Object[] row(int row) throws IOException;
    }

    /** Returns the values of a row that is in no block yet. */
    @Nullable Object[] decode(byte[] row) throws IOException;

    /** Reads some columns of the file. */
    Table read(Path file, List<String> columns) throws IOException;
}
