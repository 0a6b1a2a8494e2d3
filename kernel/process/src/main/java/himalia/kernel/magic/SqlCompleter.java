package himalia.kernel.magic;

import himalia.kernel.help.Completion;
import himalia.kernel.help.Completion.Candidate;
import himalia.magics.spi.MagicDescription;
import himalia.magics.spi.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Completes SQL below a magic that takes it: columns of the tables that it names, tables, and SQL's own words. */
public final class SqlCompleter {
    /** What the last word is where the others stand in SQL. */
    private static final String MARK = "%%sql";

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\d_]*");

    private static final Pattern TYPED = Pattern.compile("(?:" + NAME + ")?\\z");

    /** A name, or a text in quotes. */
    private static final Pattern WORD = Pattern.compile(NAME + "|'[^'\\n]+'");

    private static final Pattern LINE = Pattern.compile("(?:^|=)\\s*(?:%time\\s+)?%(\\w+)(\\s.*)$");

    private static final Pattern DATABASE = Pattern.compile("\\s--db[\\s=]+\"?([^\\s\"]+)");

    private static final Pattern NEW =
            Pattern.compile(
                    "(?i)(?:\\bload\\s+[\\w\"]+\\s+from|\\bcreate(?:\\s+or\\s+replace)?(?:\\s+(?:table|view))?)\\s+\\w*\\z");

    /** A cell of steps loads and makes tables, and nothing else. */
    private static final String STEPS = "elt";

    /** What a word is where only the notebook's own tables stand. */
    private static final String OF_NOTEBOOK = "%%load";

    private static final Pattern LOADS = Pattern.compile("(?i)\\bload\\s+\\w*\\z");

    private static final Pattern LOADED = Pattern.compile("(?i)\\bload\\s+[\\w\"]+\\s+\\w*\\z");

    private final Magics magics;

    /** Completes below those of the magics that take SQL. */
    public SqlCompleter(Magics magics) {
        this.magics = magics;
    }

    /** SQL up to the cursor and behind it, and the words of the line of its magic. */
    private record Typed(MagicDescription magic, String line, String before, String after) {
        /** Whether a statement begins with the word at the cursor. */
        boolean begins(String prefix) {
            var above = before.substring(0, before.length() - prefix.length());
            int from = Math.max(above.lastIndexOf(';'), above.indexOf('\n'));
            return from >= 0 && above.substring(from + 1).isBlank();
        }

        /** Whether the word at the cursor names a table of the notebook that is loaded. */
        boolean isLoaded() {
            return magic.name().equals(STEPS) && LOADS.matcher(before).find();
        }

        /** Whether this is where a table gets its name, or a file its quotes, so that no name fits. */
        boolean isNewName() {
            return NEW.matcher(before).find();
        }
    }

    /** Returns what the word at the cursor may be; nothing where that is in no SQL, or in a quoted text or braces in it. */
    public Optional<Completion> complete(String code, int cursor) {
        return typed(code, cursor)
                .filter(typed -> isPlain(typed.before()))
                .map(
                        typed -> {
                            var found = TYPED.matcher(typed.before());
                            var prefix = found.find() ? found.group() : "";
                            return new Completion(
                                    cursor - prefix.length(), cursor, candidates(prefix, typed));
                        });
    }

    /** Returns where the text begins that is open at the cursor, and may name a file; nothing where that is in none of SQL's. */
    public Optional<Integer> openText(String code, int cursor) {
        return typed(code, cursor)
                .map(Typed::before)
                .flatMap(
                        before -> {
                            int at = 0;
                            while (at < before.length()) {
                                int after = SqlText.skip(before, at);
                                if (after >= before.length() && before.charAt(at) == '\'') {
                                    return isOpen(before.substring(at))
                                            ? Optional.of(cursor - before.length() + at + 1)
                                            : Optional.empty();
                                }
                                at = Math.max(after, at + 1);
                            }
                            return Optional.empty();
                        });
    }

    private static boolean isOpen(String quoted) {
        return quoted.chars().filter(c -> c == '\'').count() % 2 == 1;
    }

    private Optional<Typed> typed(String code, int cursor) {
        var head = SqlHead.in(code, magics);
        if (head.isEmpty()) {
            return inLine(code, cursor);
        }
        int end = head.get().end();
        if (cursor <= end) {
            return Optional.empty();
        }
        int line = code.indexOf('\n', end);
        return Optional.of(
                new Typed(
                        head.get().magic(),
                        code.substring(end, line < 0 ? code.length() : line),
                        code.substring(end, cursor),
                        code.substring(cursor)));
    }

    /** {@code %sql select …} has its query in one line, behind its options. */
    private Optional<Typed> inLine(String code, int cursor) {
        int end = code.indexOf('\n', cursor);
        var after = code.substring(cursor, end < 0 ? code.length() : end);
        var found = LINE.matcher(code.substring(code.lastIndexOf('\n', cursor - 1) + 1, cursor));
        var magic =
                found.find()
                        ? magics.ofCell(found.group(1))
                                .filter(each -> each.kind() == MagicDescription.Kind.SQL_BODY)
                        : Optional.<MagicDescription>empty();
        if (magic.isEmpty()) {
            return Optional.empty();
        }
        try {
            var words = found.group(2);
            var sql = CodeLine.of(magic.get(), words, 1).code().stripLeading();
            return sql.isEmpty() || sql.startsWith("-")
                    ? Optional.empty()
                    : Optional.of(
                            new Typed(
                                    magic.get(),
                                    words.substring(0, words.length() - sql.length()),
                                    sql,
                                    after));
        } catch (MagicSyntaxException e) {
            // Its options are not whole yet.
            return Optional.empty();
        }
    }

    /** Whether no text, comment or brace is open. */
    private static boolean isPlain(String before) {
        int at = 0;
        int open = 0;
        while (at < before.length()) {
            int after = SqlText.skip(before, at);
            if (after >= before.length() && after > at) {
                return false;
            }
            open += before.charAt(at) == '{' ? 1 : before.charAt(at) == '}' ? -1 : 0;
            at = Math.max(after, at + 1);
        }
        return open <= 0;
    }

    private List<Candidate> candidates(String prefix, Typed typed) {
        var before = typed.before();
        if (typed.magic().name().equals(STEPS)) {
            if (typed.begins(prefix)) {
                return SqlKeywords.of(SqlKeywords.STEPS, prefix);
            }
            if (LOADED.matcher(before).find()) {
                return SqlKeywords.of(List.of("from"), prefix);
            }
        }
        boolean isMember = before.endsWith("." + prefix);
        var found = new ArrayList<Candidate>();
        if (!typed.isNewName()) {
            for (var name : magics.values().ofText(words(prefix, typed, isMember))) {
                if (startsWith(name, prefix)) {
                    found.add(new Candidate(written(name), "column", ""));
                }
            }
        }
        if (!prefix.isEmpty() && !isMember && !typed.isLoaded()) {
            // Below %%elt a view is none of the statements.
            boolean isSteps = typed.magic().name().equals(STEPS);
            var words =
                    SqlKeywords.ALL.stream()
                            .filter(word -> !isSteps || !word.contains("view"))
                            .toList();
            found.addAll(SqlKeywords.of(words, prefix));
        }
        return found;
    }

    /** The database, a dot where a column must stand, names, and texts in quotes, which may be files. */
    private static List<String> words(String prefix, Typed typed, boolean isMember) {
        var words = new ArrayList<String>();
        var database = DATABASE.matcher(typed.line());
        if (database.find()) {
            words.addAll(List.of("--db", database.group(1)));
        }
        if (isMember) {
            words.add(".");
        }
        if (typed.isLoaded()) {
            words.add(OF_NOTEBOOK);
        }
        // The word at the cursor names nothing yet.
        var sql =
                typed.before().substring(0, typed.before().length() - prefix.length())
                        + typed.after();
        WORD.matcher(sql).results().map(MatchResult::group).forEach(words::add);
        words.add(MARK);
        return words;
    }

    static boolean startsWith(String name, String prefix) {
        return name.regionMatches(true, 0, prefix, 0, prefix.length());
    }

    /** A name that is no word stands in quotes. */
    private static String written(String name) {
        return NAME.matcher(name).matches() ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
}
