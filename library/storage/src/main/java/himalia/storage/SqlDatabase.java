package himalia.storage;

import himalia.display.bundle.Nearest;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds out which database is meant by a name, and why it cannot be opened. */
final class SqlDatabase {
    private static final Map<String, String> BY_ENDING =
            Map.of(
                    ".duckdb", "jdbc:duckdb:",
                    ".sqlite", "jdbc:sqlite:",
                    ".sqlite3", "jdbc:sqlite:",
                    ".db", "jdbc:sqlite:");

    /** The number that SQLite gives to a file that is none of its own; a larger one tells more of it. */
    private static final int NOT_SQLITE = 26;

    private static final String NOT_DUCK = "not a valid DuckDB database file";

    /** What DuckDB would read such a file with, which is not fetched. */
    private static final String IS_SQLITE = "sqlite_scanner";

    private SqlDatabase() {}

    /** Connects to a database by its URL or its file. */
    static Connection connect(String database) {
        var url = url(database);
        try {
            if (url.startsWith(OpenDuck.IN_MEMORY)) {
                return duck(url, database);
            }
            var connection = DriverManager.getConnection(url);
            return database.equals(url) ? connection : orDuck(connection, database);
        } catch (SQLException e) {
            throw refused(url, e);
        }
    }

    private static Connection duck(String url, String database) throws SQLException {
        try {
            return duck(url);
        } catch (SQLException e) {
            if (!String.valueOf(e.getMessage()).contains(IS_SQLITE)) {
                throw e;
            }
            var file = url.substring(OpenDuck.IN_MEMORY.length());
            throw new IllegalArgumentException(
                    "'%s' is a file of SQLite, not of DuckDB; jdbc:sqlite:%s opens it"
                            .formatted(database, file),
                    e);
        }
    }

    static Connection duck(String url) throws SQLException {
        var connection = OpenDuck.at(url);
        try (var statement = connection.createStatement()) {
            // What is not there is fetched from the network only where the query says so.
            statement.execute("SET autoinstall_known_extensions = false");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * A file whose name ends with {@code .db} may be either's. It is not told by its bytes: who closes a file that SQLite has
     * open takes its locks away.
     */
    private static Connection orDuck(Connection lite, String file) throws SQLException {
        try (var statement = lite.createStatement()) {
            statement.executeQuery("PRAGMA schema_version").close();
            return lite;
        } catch (SQLException e) {
            lite.close();
            if ((e.getErrorCode() & 0xff) != NOT_SQLITE) {
                throw new IllegalArgumentException(
                        "'%s' cannot be read: %s".formatted(file, SqlProblem.of(e).getMessage()),
                        e);
            }
        }
        try {
            return duck(OpenDuck.IN_MEMORY + file);
        } catch (SQLException e) {
            if (!String.valueOf(e.getMessage()).contains(NOT_DUCK)) {
                throw SqlProblem.of(e);
            }
            throw new IllegalArgumentException(
                    "'%s' is no file of DuckDB or of SQLite".formatted(file), e);
        }
    }

    /** Returns the URL by which Java's driver knows it. */
    private static String url(String database) {
        if (database.startsWith("jdbc:")) {
            return database;
        }
        var name = database.toLowerCase(Locale.ROOT);
        var kind =
                BY_ENDING.entrySet().stream()
                        .filter(each -> name.endsWith(each.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "'%s' is no database: a URL as jdbc:postgresql://host/name is one, or a file that ends with .duckdb, .sqlite, .sqlite3 or .db"
                                                        .formatted(database)));
        if (!isFile(database)) {
            // The drivers would make an empty one.
            throw new IllegalArgumentException(
                    "there is no file '%s'; %s%s makes a new database"
                            .formatted(database, kind, database));
        }
        return kind + database;
    }

    private static boolean isFile(String name) {
        try {
            return Files.isRegularFile(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Says why it cannot be opened. */
    private static IllegalArgumentException refused(String url, SQLException cause) {
        if (!String.valueOf(cause.getMessage()).startsWith("No suitable driver")) {
            return SqlProblem.of(cause);
        }
        var kind = url.replaceFirst("jdbc:(\\w*).*", "$1");
        var drivers =
                Map.of(
                        "postgresql", "org.postgresql:postgresql",
                        "mysql", "com.mysql:mysql-connector-j",
                        "mariadb", "org.mariadb.jdbc:mariadb-java-client",
                        "sqlserver", "com.microsoft.sqlserver:mssql-jdbc",
                        "oracle", "com.oracle.database.jdbc:ojdbc11",
                        "h2", "com.h2database:h2",
                        "sqlite", "org.xerial:sqlite-jdbc");
        var known = drivers.get(kind);
        return new IllegalArgumentException(
                "there is no driver for %s%s"
                        .formatted(
                                url.replaceFirst("(jdbc:\\w*:).*", "$1…"),
                                known != null
                                        ? "; %maven " + known + " gets it"
                                        : Nearest.hint(kind, List.copyOf(drivers.keySet()))),
                cause);
    }
}
