package himalia.storage;

import himalia.display.bundle.Nearest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds out which database is meant by a name, and why it cannot be opened. */
final class SqlDatabase {
    private static final Map<String, String> BY_ENDING =
            Map.of(
                    ".duckdb", "jdbc:duckdb:",
                    ".sqlite", "jdbc:sqlite:",
                    ".sqlite3", "jdbc:sqlite:",
                    ".db", "jdbc:sqlite:");

    /** In bytes: as many tell whose file it is. */
    private static final int BEGIN = 16;

    private static final int DUCK_AT = 8;

    private SqlDatabase() {}

    /** Returns the URL by which Java's driver knows it. */
    static String url(String database) {
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
        return written(database).orElse(kind) + database;
    }

    /** Returns whose file it is by what it begins with; nothing for an empty one. */
    private static Optional<String> written(String file) {
        try (var in = Files.newInputStream(Path.of(file))) {
            var begin = new String(in.readNBytes(BEGIN), StandardCharsets.ISO_8859_1);
            if (begin.startsWith("SQLite format 3")) {
                return Optional.of("jdbc:sqlite:");
            }
            if (begin.startsWith("DUCK", DUCK_AT)) {
                return Optional.of("jdbc:duckdb:");
            }
            if (begin.isEmpty()) {
                return Optional.empty();
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "'%s' cannot be read: %s".formatted(file, e.getMessage()), e);
        }
        throw new IllegalArgumentException(
                "'%s' is no file of DuckDB or of SQLite".formatted(file));
    }

    private static boolean isFile(String name) {
        try {
            return Files.isRegularFile(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Says why it cannot be opened. */
    static IllegalArgumentException refused(String url, SQLException cause) {
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
