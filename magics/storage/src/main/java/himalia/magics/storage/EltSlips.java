package himalia.magics.storage;

import himalia.display.bundle.Nearest;
import java.util.List;
import java.util.regex.Pattern;

/** What to do about a statement that neither loads nor makes a table. */
final class EltSlips {
    private static final Pattern LOAD_OF_FILE = start("load\\s+'(?<file>[^']*)'.*");
    private static final Pattern UNQUOTED =
            start("load\\s+(?<name>\\w+)\\s+from\\s+(?<file>[^'\\s?][^']*)");
    private static final Pattern OTHERWISE =
            start("load\\s+(?<name>\\w+)\\s+(?<rest>(?!from\\b)\\S.*)");
    private static final Pattern LOAD = start("load\\b.*");
    private static final Pattern VIEW =
            start(
                    "create\\s+(?:or\\s+replace\\s+)?(?:temp(?:orary)?\\s+)?view\\s+(?<name>[\\w\"]+).*");
    private static final Pattern COLUMNS =
            start("create\\s+(?:or\\s+replace\\s+)?table\\s+(?<name>[\\w\"]+)\\s*\\(.*");
    private static final Pattern CREATE = start("create\\b.*");
    private static final Pattern FIRST = start("(?<word>\\S+).*");

    private EltSlips() {}

    private static Pattern start(String form) {
        return Pattern.compile("(?is)" + EltScript.BLANK + form);
    }

    static String of(SqlStatement statement) {
        return "line %d: %s".formatted(statement.line() + 1, words(statement.sql()));
    }

    /** Without double quotes, in which a file would be the name of a column. */
    private static String bare(String file) {
        boolean isQuoted = file.length() > 1 && file.startsWith("\"") && file.endsWith("\"");
        return isQuoted ? file.substring(1, file.length() - 1) : file;
    }

    private static String words(String sql) {
        var ofFile = LOAD_OF_FILE.matcher(sql);
        if (ofFile.matches()) {
            return "what is loaded has a name: load sales from '%s'"
                    .formatted(ofFile.group("file"));
        }
        var unquoted = UNQUOTED.matcher(sql);
        if (unquoted.matches()) {
            return "files stand in quotes: load %s from '%s'"
                    .formatted(unquoted.group("name"), bare(unquoted.group("file").strip()));
        }
        var otherwise = OTHERWISE.matcher(sql);
        if (otherwise.matches()) {
            return "behind 'load %s' stands from '…', a file in quotes, or nothing, for a table of the notebook; and here stands %s"
                    .formatted(otherwise.group("name"), otherwise.group("rest").strip());
        }
        if (LOAD.matcher(sql).matches()) {
            return "load names a table and its files, load sales from 'sales-*.csv', or a table of the notebook, load people";
        }
        var view = VIEW.matcher(sql);
        if (view.matches()) {
            return "a step makes a table, which is kept: create table %s as select …; a view would be asked anew each time, %%%%sql --db makes one"
                    .formatted(view.group("name"));
        }
        var columns = COLUMNS.matcher(sql);
        if (columns.matches()) {
            return "a step makes its table of a query, which says the columns: create table %s as select …"
                    .formatted(columns.group("name"));
        }
        if (CREATE.matcher(sql).matches()) {
            return "a step is create table NAME as select …, a name of letters, digits and _ alone, and this one is another create";
        }
        var first = FIRST.matcher(sql);
        var word = first.matches() ? first.group("word") : "";
        return "a statement is load … from '…' or create table … as select …, and this one begins with '%s'%s"
                .formatted(word, Nearest.hint(word, List.of("load", "create")));
    }
}
