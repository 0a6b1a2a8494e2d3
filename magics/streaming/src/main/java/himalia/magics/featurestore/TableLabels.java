package himalia.magics.featurestore;

import himalia.magics.spi.Candidates;
import himalia.magics.spi.LineSoFar;
import java.util.List;
import tech.tablesaw.api.Table;

/** Offers the columns of the table that is looked at; of all tables, where the line names none yet. */
public final class TableLabels implements Candidates {
    @Override
    public List<String> of(LineSoFar line) {
        return line.meant(Table.class).values().stream()
                .flatMap(table -> table.columnNames().stream())
                .distinct()
                .toList();
    }
}
