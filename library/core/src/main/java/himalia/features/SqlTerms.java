package himalia.features;

import himalia.model.Feature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How often texts have terms, in DuckDB's SQL: a list of the text's terms, then one of the counts, then its columns. */
final class SqlTerms {
    private static final String TERMS = "(terms)";

    /** The list that becomes columns. */
    static final String NUMBERS = "(numbers)";

    private static final String LENGTH = "(length)";

    private SqlTerms() {}

    /** Writes a query of counts in the place of a column of texts. */
    static String counts(
            Feature feature,
            List<String> terms,
            List<String> names,
            CountVectorizer step,
            String from) {
        var free = NewColumns.free(from, names, List.of(feature), step.name());
        return columns(List.of(feature.name()), names, numbers(feature, terms, step, free));
    }

    /** Writes a query of weighed counts. */
    static String weighed(
            Feature feature,
            List<String> terms,
            List<String> names,
            double[] rarities,
            TfidfVectorizer step,
            String from) {
        var rare = IntStream.range(0, rarities.length).mapToObj(k -> SqlText.number(rarities[k]));
        var count = step.sublinearTf() ? "CASE WHEN n > 0 THEN 1 + ln(n) ELSE 0 END" : "n";
        var weights =
                "list_transform(%s, lambda n, i: (%s) * [%s][i])"
                        .formatted(
                                SqlText.name(NUMBERS),
                                count,
                                rare.collect(Collectors.joining(", ")));
        var free = NewColumns.free(from, names, List.of(feature), step.name());
        var query = replacing(NUMBERS, weights, numbers(feature, terms, step.counts(), free));
        return columns(List.of(feature.name()), names, overLength(query, step.norm()));
    }

    /** The length is a column for a while: within the list's lambda it would be computed again for each term. */
    static String overLength(String query, TfidfVectorizer.Norm norm) {
        if (norm == TfidfVectorizer.Norm.NONE) {
            return query;
        }
        var sum =
                switch (norm) {
                    case NONE -> "1";
                    case L1 -> "list_sum(list_transform(%s, lambda n: abs(n)))";
                    case L2 -> "sqrt(list_sum(list_transform(%s, lambda n: n * n)))";
                };
        var length = SqlText.name(LENGTH);
        var shares =
                "list_transform(%s, lambda n: %s)"
                        .formatted(
                                SqlText.name(NUMBERS),
                                TwelveDigits.sql(
                                        "n / CASE WHEN %1$s > 0 THEN %1$s ELSE 1 END"
                                                .formatted(length)));
        var measured =
                SqlText.adding(
                        Map.of(LENGTH, sum.formatted(SqlText.name(NUMBERS))), "(" + query + ")");
        return SqlText.select(
                Map.of(NUMBERS, Map.of(NUMBERS, shares), LENGTH, Map.of()), "(" + measured + ")");
    }

    private static String numbers(
            Feature feature, List<String> terms, CountVectorizer step, String from) {
        var has = "len(list_filter(%s, lambda t: t = w))".formatted(SqlText.name(TERMS));
        var count = step.binary() ? "CAST(" + has + " > 0 AS INTEGER)" : has;
        var known = terms.stream().map(SqlText::text).collect(Collectors.joining(", "));
        var cut = SqlText.adding(Map.of(TERMS, cut(feature, step.tokens())), from);
        return SqlText.select(
                Map.of(
                        TERMS,
                        Map.of(
                                NUMBERS,
                                "list_transform([%s], lambda w: CAST(%s AS DOUBLE))"
                                        .formatted(known, count))),
                "(" + cut + ")");
    }

    /** Returns the list of a text's terms; a missing one has none. */
    static String cut(Feature feature, TextTokens tokens) {
        var there = "coalesce(" + SqlText.name(feature.name()) + ", '')";
        var whole = tokens.lowercase() ? "lower(" + there + ")" : there;
        var words = "regexp_extract_all(%s, '[\\p{L}\\p{N}_]{2,}')".formatted(whole);
        if (!tokens.stopWords().isEmpty()) {
            words =
                    "list_filter(%s, lambda w: w NOT IN (%s))"
                            .formatted(
                                    words,
                                    tokens.stopWords().stream()
                                            .map(SqlText::text)
                                            .collect(Collectors.joining(", ")));
        }
        if (tokens.most() == 1) {
            return words;
        }
        var all = new ArrayList<String>();
        for (int length = tokens.fewest(); length <= tokens.most(); length++) {
            all.add(
                    "list_transform(range(1, greatest(len(t) - %1$s, 0) + 1), lambda i: array_to_string(t[i:i + %2$s], ' '))"
                            .formatted(length - 1, length - 1));
        }
        return "list_transform([%s], lambda t: flatten([%s]))[1]"
                .formatted(words, String.join(", ", all));
    }

    private static String replacing(String column, String expression, String from) {
        return SqlText.select(Map.of(column, Map.of(column, expression)), "(" + from + ")");
    }

    /** Writes a query that puts the list's numbers in the place of columns. */
    static String columns(List<String> read, List<String> names, String numbers) {
        var columns = new LinkedHashMap<String, String>();
        for (int k = 0; k < names.size(); k++) {
            columns.put(names.get(k), SqlText.name(NUMBERS) + "[" + (k + 1) + "]");
        }
        var instead = new LinkedHashMap<String, Map<String, String>>();
        read.forEach(name -> instead.put(name, instead.isEmpty() ? columns : Map.of()));
        instead.put(NUMBERS, Map.of());
        return SqlText.select(instead, "(" + numbers + ")");
    }
}
