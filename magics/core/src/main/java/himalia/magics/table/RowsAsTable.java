package himalia.magics.table;

import himalia.magics.spi.ArgumentConversion;
import himalia.magics.spi.JavaText;
import himalia.table.RowLists;
import himalia.table.Tables;
import java.util.Optional;
import tech.tablesaw.api.Table;

/** Takes a list of records or of maps wherever a magic takes a table. */
public final class RowsAsTable implements ArgumentConversion<Table> {
    @Override
    public Class<Table> type() {
        return Table.class;
    }

    @Override
    public Optional<Table> convert(Object value) {
        return RowLists.table(value);
    }

    @Override
    public Optional<String> java(JavaText java, String source) {
        return Optional.of(java.type(Tables.class) + ".of(" + source + ")");
    }
}
