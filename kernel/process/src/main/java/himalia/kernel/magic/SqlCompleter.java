package himalia.kernel.magic;

import himalia.kernel.help.Completion;
import himalia.kernel.help.Completion.Candidate;
import himalia.magics.spi.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Completes SQL below a magic that takes it: columns of the tables that it names, tables, and SQL's own words. */
public final class SqlCompleter {
    /** What the last word is where the others stand in SQL. */
    private static final String MARK = "%%sql";

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\d_]*");

    private static final Pattern TYPED = Pattern.compile("(?:" + NAME + ")?\\z");

    private static final List<String> WORDS =
            List.of(
                    "select",
                    "from",
                    "where",
                    "group by",
                    "having",
                    "order by",
                    "limit",
                    "offset",
                    "join",
                    "left join",
                    "full join",
                    "cross join",
                    "on",
                    "using",
                    "as",
                    "with",
                    "union",
                    "union all",
                    "except",
                    "intersect",
                    "distinct",
                    "case",
                    "when",
                    "then",
                    "else",
                    "end",
                    "and",
                    "or",
                    "not",
                    "in",
                    "is null",
                    "is not null",
                    "between",
                    "like",
                    "ilike",
                    "over",
                    "partition by",
                    "qualify",
                    "asc",
                    "desc",
                    "nulls last",
                    "count(*)",
                    "count",
                    "sum",
                    "avg",
                    "min",
                    "max",
                    "median",
                    "stddev",
                    "quantile_cont",
                    "row_number()",
                    "rank()",
                    "lag",
                    "lead",
                    "coalesce",
                    "cast",
                    "round",
                    "date_trunc",
                    "extract",
                    "exclude",
                    "pivot",
                    "unpivot",
                    "describe",
                    "summarize",
                    "load",
                    "create table",
                    "create or replace table",
                    "create view",
                    "insert into",
                    "values",
                    "update",
                    "delete from",
                    "drop table");

    private final Magics magics;

    /** Completes below those of the magics that take SQL. */
    public SqlCompleter(Magics magics) {
        this.magics = magics;
    }

    /** Returns what the word at the cursor may be; nothing where that is in no SQL, or in a quoted text or braces in it. */
    public Optional<Completion> complete(String code, int cursor) {
        var head = SqlHead.in(code, magics);
        int end = head.map(SqlHead::end).orElse(code.length());
        if (cursor <= end) {
            return Optional.empty();
        }
        var before = code.substring(end, cursor);
        if (!isPlain(before)) {
            return Optional.empty();
        }
        var typed = TYPED.matcher(before);
        var prefix = typed.find() ? typed.group() : "";
        return Optional.of(
                new Completion(
                        cursor - prefix.length(),
                        cursor,
                        candidates(
                                prefix,
                                before,
                                // The word at the cursor names nothing yet.
                                code.substring(end, cursor - prefix.length())
                                        + code.substring(cursor))));
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

    private List<Candidate> candidates(String prefix, String before, String sql) {
        var words = new ArrayList<>(NAME.matcher(sql).results().map(MatchResult::group).toList());
        words.add(MARK);
        var found = new ArrayList<Candidate>();
        for (var name : magics.values().ofText(words)) {
            if (startsWith(name, prefix)) {
                found.add(new Candidate(written(name), "column", ""));
            }
        }
        boolean isMember = before.endsWith("." + prefix);
        if (!prefix.isEmpty() && !isMember) {
            boolean isLarge = prefix.equals(prefix.toUpperCase(Locale.ROOT));
            WORDS.stream()
                    .filter(word -> startsWith(word, prefix))
                    .map(word -> isLarge ? word.toUpperCase(Locale.ROOT) : word)
                    .forEach(word -> found.add(new Candidate(word, "keyword", "")));
        }
        return found;
    }

    private static boolean startsWith(String name, String prefix) {
        return name.regionMatches(true, 0, prefix, 0, prefix.length());
    }

    /** A name that is no word stands in quotes. */
    private static String written(String name) {
        return NAME.matcher(name).matches() ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
}
