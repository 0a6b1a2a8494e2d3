package himalia.magics.table;

import himalia.magics.spi.Candidates;
import himalia.magics.spi.LineSoFar;
import java.util.LinkedHashSet;
import java.util.List;
import tech.tablesaw.api.Table;

/** Offers the columns of the tables that the line names; of all tables, where it names none yet. */
public final class TableColumns implements Candidates {
    @Override
    public List<String> of(LineSoFar line) {
        var columns = new LinkedHashSet<String>();
        line.meant(Table.class).values().forEach(table -> columns.addAll(table.columnNames()));
        return List.copyOf(columns);
    }
}
