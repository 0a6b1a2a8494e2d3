package himalia.magics.storage;

import himalia.storage.Sql;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What files and the database of a line have, as far as a glance tells.
 *
 * @param columns of the files and tables that are named
 * @param tables of the database
 */
record WrittenColumns(Set<String> columns, Set<String> tables) {
    private static final String OF_DUCK =
            "select table_name, column_name from duckdb_columns() where not internal and schema_name <> 'elt' order by table_name, column_index";
    private static final String OF_LITE =
            "select t.name as table_name, c.name as column_name from sqlite_master t join pragma_table_info(t.name) c where t.type in ('table', 'view')";

    /** Takes {@code --db FILE} and texts in quotes among the words; a database elsewhere is not asked while somebody types. */
    static WrittenColumns of(List<String> words, Path folder) {
        var found = new WrittenColumns(new LinkedHashSet<>(), new LinkedHashSet<>());
        for (var file : files(words, folder)) {
            found.addFile(file);
        }
        int database = words.indexOf("--db");
        if (database >= 0 && database + 1 < words.size()) {
            found.addDatabase(SharedSql.resolved(words.get(database + 1), folder), words);
        }
        return found;
    }

    /** Takes words that are names of files, as a line has them. */
    static WrittenColumns ofFiles(List<String> words, Path folder) {
        return of(
                words.stream()
                        .filter(word -> word.indexOf('.') > 0 && !word.contains("'"))
                        .map(word -> "'" + word + "'")
                        .toList(),
                folder);
    }

    private static List<String> files(List<String> words, Path folder) {
        var files = new ArrayList<String>();
        for (var word : words) {
            if (word.length() > 2 && word.startsWith("'") && word.contains(".")) {
                try {
                    files.add(folder.resolve(word.substring(1, word.length() - 1)).toString());
                } catch (InvalidPathException e) {
                    // A text, and no file.
                    continue;
                }
            }
        }
        return files;
    }

    private void addFile(String file) {
        boolean isPattern = file.contains("*") || file.contains("?");
        if (!isPattern && !Files.isRegularFile(Path.of(file))) {
            return;
        }
        try (var sql = Sql.open()) {
            var told = sql.query("describe select * from '%s'".formatted(file.replace("'", "''")));
            columns.addAll(told.stringColumn("column_name").asList());
        } catch (IllegalArgumentException e) {
            // Half a name, or a file that DuckDB does not read.
            return;
        }
    }

    private void addDatabase(String database, List<String> words) {
        var file = database.replaceFirst("^jdbc:(?:duckdb|sqlite):", "");
        if (file.startsWith("jdbc:") || !Files.isRegularFile(Path.of(file))) {
            return;
        }
        try (var sql = Sql.open(database)) {
            for (var row : sql.query(sql.isDuckDb() ? OF_DUCK : OF_LITE)) {
                var table = row.getString("table_name");
                tables.add(table);
                if (words.contains(table)) {
                    columns.add(row.getString("column_name"));
                }
            }
        } catch (IllegalArgumentException e) {
            // Another process has it open, or it is no database.
            return;
        }
    }
}
