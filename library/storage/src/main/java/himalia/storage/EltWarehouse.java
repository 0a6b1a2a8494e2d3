package himalia.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The database that tables are made in, and the notes in it of what they were made of. */
final class EltWarehouse implements AutoCloseable {
    private static final Pattern LINE = Pattern.compile("(?m)^LINE (\\d+): ");

    private static final Pattern QUOTED =
            Pattern.compile("(?m)^line \\d+: (?<blanks> *)\\S.*\\n(?<under> +)\\^");

    private static final Pattern ABSENT = Pattern.compile("Table with name (\\w+) does not exist");

    /** In which names of tables are not looked for. */
    private static final Pattern TEXTS =
            Pattern.compile("'(?:[^']|'')*'|--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);

    private final EltDatabase duck;
    private final EltContents contents;
    private final Map<String, String> prints = new LinkedHashMap<>();

    private EltWarehouse(EltDatabase duck) {
        this.duck = duck;
        contents = new EltContents(duck);
    }

    static EltWarehouse open(Path file, FileWork job) throws SQLException {
        return new EltWarehouse(EltDatabase.open(file, job));
    }

    List<EltStep> run(List<Elt.Part> parts) throws SQLException, IOException {
        duck.execute("BEGIN TRANSACTION");
        try {
            duck.execute("CREATE SCHEMA IF NOT EXISTS " + duck.schema());
            duck.execute(
                    "CREATE TABLE IF NOT EXISTS %s.steps (name VARCHAR, made_of VARCHAR)"
                            .formatted(duck.schema()));
            contents.begin();
            var steps = new ArrayList<EltStep>();
            for (var part : parts) {
                steps.add(
                        part.source() == null
                                ? made(part, parts)
                                : loaded(part, part.source(), parts));
            }
            duck.execute("COMMIT");
            return steps;
        } catch (SQLException | IOException | RuntimeException e) {
            try {
                duck.execute("ROLLBACK");
            } catch (SQLException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    private EltStep loaded(Elt.Part part, EltSource source, List<Elt.Part> all)
            throws SQLException, IOException {
        var print = hash(source.fingerprint());
        var others = all.stream().map(Elt.Part::source).filter(Objects::nonNull).toList();
        return step(
                part, source.names(others), print, () -> EltLoad.run(duck, part.table(), source));
    }

    private EltStep made(Elt.Part part, List<Elt.Part> all) throws SQLException, IOException {
        var words = TEXTS.matcher(part.sql()).replaceAll(" ");
        var from = prints.keySet().stream().filter(name -> hasWord(words, name)).toList();
        var print = new StringBuilder("sql " + part.sql().strip() + " values " + part.values());
        from.forEach(name -> print.append(" from ").append(name).append(prints.get(name)));
        if (hasWord(words, part.table()) && SelfReading.is(duck, part.sql(), part.table())) {
            throw new IllegalArgumentException(
                    "step '%s' reads the table that it makes, so that each run would make another one of it; give the new one another name"
                            .formatted(part.table()));
        }
        if (!RepeatableQuery.is(duck, part.sql(), prints.keySet())) {
            // Nor is a table the same that is made of this one.
            print.append(" in the run ").append(UUID.randomUUID());
        }
        return step(part, from, hash(print.toString()), () -> transform(part, all));
    }

    private static boolean hasWord(String sql, String word) {
        return Pattern.compile("(?i)(?<!\\w)" + Pattern.quote(word) + "(?!\\w)")
                .matcher(sql)
                .find();
    }

    private interface Making {
        void run() throws SQLException, IOException;
    }

    private EltStep step(Elt.Part part, List<String> from, String print, Making making)
            throws SQLException, IOException {
        var table = part.table();
        prints.put(table, print);
        var before = columns(table);
        if (!before.isEmpty() && noted(table).isEmpty()) {
            throw new IllegalArgumentException(
                    "the warehouse has a table '%s' that no run of Elt has made, and it would be lost; give the new one another name"
                            .formatted(table));
        }
        var changes = new ArrayList<String>();
        long begin = System.nanoTime();
        if (!before.isEmpty() && print.equals(noted(table))) {
            if (contents.areAsMade(table, before)) {
                return new EltStep(
                        table,
                        part.source() != null,
                        from,
                        false,
                        rows(table),
                        seconds(begin),
                        List.of());
            }
            changes.add("it was no longer as the last run had made it");
        }
        making.run();
        note(table, print);
        double seconds = seconds(begin);
        if (!before.isEmpty()) {
            changes.addAll(changes(before, columns(table)));
        }
        return new EltStep(table, part.source() != null, from, true, rows(table), seconds, changes);
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static List<String> changes(Map<String, String> before, Map<String, String> after) {
        var changes = new ArrayList<String>();
        after.forEach(
                (name, type) -> {
                    var was = before.get(name);
                    if (was == null) {
                        changes.add("column '%s' is new (%s)".formatted(name, type));
                    } else if (!was.equals(type)) {
                        changes.add("column '%s' was %s and is %s".formatted(name, was, type));
                    }
                });
        before.keySet().stream()
                .filter(name -> !after.containsKey(name))
                .forEach(name -> changes.add("column '%s' is gone".formatted(name)));
        return changes;
    }

    private void transform(Elt.Part part, List<Elt.Part> all) throws SQLException {
        try {
            duck.create("TABLE", part.table(), part.sql(), part.values());
        } catch (SQLException e) {
            var problem = SqlProblem.of(e);
            var message =
                    LINE.matcher(String.valueOf(problem.getMessage()))
                            .replaceAll(
                                    found ->
                                            Matcher.quoteReplacement(
                                                    ofQuery(found.group(), found.group(1))));
            message = withoutBlanks(message);
            throw new IllegalArgumentException(
                    "step '%s': %s%s\nNothing was changed in the warehouse."
                            .formatted(part.table(), message, ofLater(message, all)),
                    problem);
        }
    }

    /** A table that is not there yet, and will be. */
    private String ofLater(String message, List<Elt.Part> all) {
        var absent = ABSENT.matcher(message);
        return absent.find()
                ? all.stream()
                        .map(Elt.Part::table)
                        .filter(absent.group(1)::equalsIgnoreCase)
                        .filter(name -> !prints.containsKey(name))
                        .findFirst()
                        .map(
                                "\nThe table '%s' is made further down; its step stands above those that read it"
                                        ::formatted)
                        .orElse("")
                : "";
    }

    /** Returns what stands before the line that is quoted, as long as it was: a mark below points at a place in it. */
    private static String ofQuery(String was, String line) {
        var now = "line %d: ".formatted(Integer.parseInt(line) - 1);
        return now + " ".repeat(was.length() - now.length());
    }

    /** Where a cell has "create table … as" before a step, its SQL has blanks; a mark below the line moves with it. */
    private static String withoutBlanks(String message) {
        var quoted = QUOTED.matcher(message);
        if (!quoted.find()) {
            return message;
        }
        int blanks = Math.min(quoted.group("blanks").length(), quoted.group("under").length() - 1);
        return message.substring(0, quoted.start("blanks"))
                + message.substring(quoted.start("blanks") + blanks, quoted.start("under"))
                + message.substring(quoted.start("under") + blanks);
    }

    private Map<String, String> columns(String table) throws SQLException {
        var columns = new LinkedHashMap<String, String>();
        try (var asked =
                duck.prepare(
                        "SELECT column_name, data_type FROM duckdb_columns() WHERE schema_name = 'main'"
                                + " AND database_name = current_database() AND lower(table_name) = lower(?)"
                                + " ORDER BY column_index")) {
            asked.setString(1, table);
            try (var found = asked.executeQuery()) {
                while (found.next()) {
                    columns.put(found.getString(1), found.getString(2));
                }
            }
        }
        return columns;
    }

    /** Returns an empty text where nothing is noted. */
    private String noted(String table) throws SQLException {
        return duck.text(
                "SELECT made_of FROM %s.steps WHERE name = ?".formatted(duck.schema()), table);
    }

    private void note(String table, String print) throws SQLException {
        var steps = duck.schema() + ".steps";
        try (var old = duck.prepare("DELETE FROM " + steps + " WHERE name = ?");
                var now = duck.prepare("INSERT INTO " + steps + " (name, made_of) VALUES (?, ?)")) {
            old.setString(1, table);
            old.execute();
            now.setString(1, table);
            now.setString(2, print);
            now.execute();
        }
        contents.note(table, columns(table));
    }

    private long rows(String table) throws SQLException {
        try (var asked = duck.prepare("SELECT count(*) FROM " + CsvScan.identifier(table));
                var count = asked.executeQuery()) {
            count.next();
            return count.getLong(1);
        }
    }

    static String hash(String text) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void close() throws SQLException {
        duck.close();
    }
}
