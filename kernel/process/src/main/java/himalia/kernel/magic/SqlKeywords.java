package himalia.kernel.magic;

import himalia.kernel.help.Completion.Candidate;
import java.util.List;
import java.util.Locale;

/** The words of SQL that completion offers. */
final class SqlKeywords {
    static final List<String> ALL =
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

    /** What a statement of a cell of steps begins with. */
    static final List<String> STEPS = List.of("load", "create table", "create or replace table");

    private SqlKeywords() {}

    /** Returns those that begin so; in large letters where that is. */
    static List<Candidate> of(List<String> words, String prefix) {
        boolean isLarge = !prefix.isEmpty() && prefix.equals(prefix.toUpperCase(Locale.ROOT));
        return words.stream()
                .filter(word -> SqlCompleter.startsWith(word, prefix))
                .map(word -> isLarge ? word.toUpperCase(Locale.ROOT) : word)
                .map(word -> new Candidate(word, "keyword", ""))
                .toList();
    }
}
