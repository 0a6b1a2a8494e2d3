package himalia.features;

import himalia.model.Feature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is added up in buckets by hashes, in DuckDB's SQL: lists of places, whose signs are those of the hashes. */
final class SqlHashes {
    private static final String PLACES = "(places)";
    private static final String COUNTED = "(counted)";

    private SqlHashes() {}

    /** Writes a query of a category's or a number's buckets. */
    static String columns(List<Feature> reads, List<String> names, String from) {
        var free = NewColumns.free(from, names, reads, "HashingEncoder");
        var lists = new LinkedHashMap<String, String>();
        lists.put(
                PLACES,
                SqlText.list(reads.stream().map(read -> place(read, names.size())).toList()));
        lists.put(COUNTED, SqlText.list(reads.stream().map(SqlHashes::counted).toList()));
        var sum =
                "list_sum(list_transform(%s, lambda p, i: CASE WHEN p = b THEN %2$s[i] WHEN p = -b THEN -%2$s[i] ELSE 0 END))"
                        .formatted(SqlText.name(PLACES), SqlText.name(COUNTED));
        var instead = new LinkedHashMap<String, Map<String, String>>();
        instead.put(PLACES, Map.of(SqlTerms.NUMBERS, buckets(names.size(), sum)));
        instead.put(COUNTED, Map.of());
        var numbers = SqlText.select(instead, "(" + SqlText.adding(lists, free) + ")");
        return SqlTerms.columns(reads.stream().map(Feature::name).toList(), names, numbers);
    }

    private static String place(Feature read, int buckets) {
        if (read.type().isNumber()) {
            return String.valueOf(place(read.name(), buckets));
        }
        if (read.type() == Feature.Type.BOOLEAN) {
            return "CASE WHEN %s THEN %s ELSE %s END"
                    .formatted(
                            SqlText.name(read.name()),
                            place(read.name() + "=true", buckets),
                            place(read.name() + "=false", buckets));
        }
        var level =
                SqlText.text(read.name() + "=")
                        + " || coalesce("
                        + SqlText.name(read.name())
                        + ", '')";
        return SqlMurmur3.signedPlace(SqlMurmur3.of(level), buckets);
    }

    private static int place(String text, int buckets) {
        int hash = Murmur3.of(text);
        return (Murmur3.bucket(hash, buckets) + 1) * (hash < 0 ? -1 : 1);
    }

    private static String counted(Feature read) {
        return read.type().isNumber()
                ? SqlText.finite(
                        List.of(read),
                        "coalesce(" + SqlText.number(read) + ", 0)",
                        "HashingEncoder")
                : "CASE WHEN " + SqlText.isMissing(read) + " THEN 0e0 ELSE 1e0 END";
    }

    /** Writes a query of how often texts have terms, by the buckets of the terms' hashes. */
    static String terms(Feature read, List<String> names, HashingVectorizer step, String from) {
        var free = NewColumns.free(from, names, List.of(read), step.name());
        var places =
                "list_transform(%s, lambda t: %s)"
                        .formatted(
                                SqlTerms.cut(read, step.tokens()),
                                SqlMurmur3.signedPlace(SqlMurmur3.of("t"), names.size()));
        var count =
                "CAST(len(list_filter(%1$s, lambda p: p = b)) - len(list_filter(%1$s, lambda p: p = -b)) AS DOUBLE)"
                        .formatted(SqlText.name(PLACES));
        var numbers =
                SqlText.select(
                        Map.of(PLACES, Map.of(SqlTerms.NUMBERS, buckets(names.size(), count))),
                        "(" + SqlText.adding(Map.of(PLACES, places), free) + ")");
        return SqlTerms.columns(
                List.of(read.name()), names, SqlTerms.overLength(numbers, step.norm()));
    }

    private static String buckets(int count, String each) {
        return "list_transform(range(1, %s), lambda b: %s)".formatted(count + 1, each);
    }
}
