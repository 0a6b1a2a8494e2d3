package himalia.magics.storage;

import himalia.magics.spi.Candidates;
import himalia.magics.spi.LineSoFar;
import himalia.storage.Sql;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

/** Offers the variables that are databases. */
public final class OpenDatabases implements Candidates {
    @Override
    public List<String> of(LineSoFar line) {
        var names = new ArrayList<>(line.variables(Sql.class).keySet());
        names.addAll(line.variables(Connection.class).keySet());
        return names;
    }
}
