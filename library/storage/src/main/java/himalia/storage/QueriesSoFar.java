package himalia.storage;

import com.google.gson.JsonObject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * The statements that a database was asked: as long as all were queries, no function is one that a user has made, and no
 * transaction is open. A query that was asked of late is not parsed again.
 */
final class QueriesSoFar {
    /** One query, whatever it is of. */
    private static final Pattern QUERY =
            Pattern.compile(
                    "(?is)(?:\\s|--[^\\n]*+\\n|/\\*.*?\\*/)*+(?:select|from|with|values|\\()\\b[^;]*;?\\s*");

    private static final String MADE =
            "SELECT count(*) FROM duckdb_functions() WHERE macro_definition IS NOT NULL AND NOT internal";

    private static final int MOST_KNOWN = 16;

    private final DuckDBConnection duck;
    private final boolean isAlone;
    private @Nullable PreparedStatement asking;

    /** What a database is at the beginning. */
    private @Nullable Boolean all = true;

    private boolean mayHaveViews;

    private final Map<String, JsonObject> known =
            new LinkedHashMap<>(MOST_KNOWN, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, JsonObject> oldest) {
                    return size() > MOST_KNOWN;
                }
            };

    QueriesSoFar(DuckDBConnection duck, boolean isAlone) {
        this.duck = duck;
        this.isAlone = isAlone;
    }

    /** Returns whether the database is as after queries only. */
    boolean areAll() throws SQLException {
        if (!isAlone) {
            return false;
        }
        if (all == null) {
            all = !KeptCopies.isWithinTransaction(duck) && !hasFunctions();
        }
        return all;
    }

    /** Returns whether that is known; the database is not asked. */
    boolean wereAll() {
        return isAlone && all != null && all;
    }

    private boolean hasFunctions() throws SQLException {
        try (var statement = duck.createStatement();
                var made = statement.executeQuery(MADE)) {
            made.next();
            return made.getLong(1) > 0;
        }
    }

    /** Returns whether a statement may have made a view: what a query reads by its name, the query does not say. */
    boolean mayHaveViews() {
        return mayHaveViews;
    }

    /** Notes that a statement was run; returns whether it was a query. */
    boolean ran(String sql) {
        boolean isQuery = QUERY.matcher(sql).matches();
        if (!isQuery) {
            mayHaveViews = true;
            all = null;
        }
        return isQuery;
    }

    /** Returns what DuckDB takes a query for; nothing where it is none. */
    Optional<JsonObject> parsed(String sql) throws SQLException {
        var found = known.get(sql);
        if (found == null) {
            if (!QUERY.matcher(sql).matches()) {
                return Optional.empty();
            }
            if (asking == null || asking.isClosed()) {
                asking = duck.prepareStatement(ParsedQuery.ASKING);
            }
            found = ParsedQuery.of(asking, sql);
            known.put(sql, found);
        }
        return Optional.of(found).filter(parsed -> parsed.has("statements"));
    }
}
