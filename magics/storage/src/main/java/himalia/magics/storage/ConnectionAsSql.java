package himalia.magics.storage;

import himalia.magics.spi.ArgumentConversion;
import himalia.storage.Sql;
import java.sql.Connection;
import java.util.Optional;

/** Takes a connection wherever a magic takes a database. */
public final class ConnectionAsSql implements ArgumentConversion<Sql> {
    @Override
    public Class<Sql> type() {
        return Sql.class;
    }

    @Override
    public Optional<Sql> convert(Object value) {
        return value instanceof Connection open ? Optional.of(Sql.of(open)) : Optional.empty();
    }
}
