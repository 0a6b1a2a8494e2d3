package himalia.storage;

import java.sql.SQLException;
import java.util.Map;

/**
 * What the tables of a warehouse held when they were made, as one text each. The notes are a table of their own: an older
 * Himalia writes {@code elt.steps}, whose columns it knows by their number.
 */
final class EltContents {
    private final EltDatabase duck;

    EltContents(EltDatabase duck) {
        this.duck = duck;
    }

    void begin() throws SQLException {
        duck.execute(
                "CREATE TABLE IF NOT EXISTS %s.holds (name VARCHAR, made_of VARCHAR, holds VARCHAR)"
                        .formatted(duck.schema()));
        duck.execute("ALTER TABLE %s.steps DROP COLUMN IF EXISTS holds".formatted(duck.schema()));
    }

    /** Returns whether a table holds what was made; one of an older Himalia's run is taken to, for nothing tells. */
    boolean areAsMade(String table, Map<String, String> columns) throws SQLException {
        var made =
                duck.text(
                        "SELECT holds FROM %1$s.holds JOIN %1$s.steps USING (name, made_of) WHERE name = ?"
                                .formatted(duck.schema()),
                        table);
        if (made.isEmpty()) {
            note(table, columns);
        }
        return made.isEmpty() || made.equals(of(table, columns));
    }

    /** Notes what a table holds, beside what it was made of. */
    void note(String table, Map<String, String> columns) throws SQLException {
        try (var old =
                        duck.prepare(
                                "DELETE FROM %s.holds WHERE name = ?".formatted(duck.schema()));
                var now =
                        duck.prepare(
                                "INSERT INTO %1$s.holds SELECT name, made_of, ? FROM %1$s.steps WHERE name = ?"
                                        .formatted(duck.schema()))) {
            old.setString(1, table);
            old.execute();
            now.setString(1, of(table, columns));
            now.setString(2, table);
            now.execute();
        }
    }

    /** Returns what is another text when a row, or a column's name or type, is another one. */
    private String of(String table, Map<String, String> columns) throws SQLException {
        // A column of this name would be hashed in the place of the row.
        var row = new StringBuilder("t");
        while (columns.keySet().stream().anyMatch(row.toString()::equalsIgnoreCase)) {
            row.append('_');
        }
        var rows =
                "SELECT sum(hash(%1$s)), count(*) FROM %2$s AS %1$s"
                        .formatted(row, CsvScan.identifier(table));
        try (var asked = duck.prepare(rows);
                var found = duck.ask(asked)) {
            found.next();
            return EltWarehouse.hash(columns + " " + found.getString(1) + " " + found.getString(2));
        }
    }
}
