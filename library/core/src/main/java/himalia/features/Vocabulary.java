package himalia.features;

import himalia.display.bundle.InterruptCheck;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.StringColumn;

/**
 * The terms of texts that are kept.
 *
 * @param terms in the order of the alphabet
 * @param documents how many texts have each
 */
record Vocabulary(List<String> terms, int[] documents) {
    /** How often a term came, and in how many texts. */
    private static final class Seen {
        private int times;
        private int documents;
        private int last = -1;
    }

    static Vocabulary of(StringColumn texts, CountVectorizer step) {
        Map<String, Seen> all = new HashMap<>();
        var stops = new HashSet<>(step.tokens().stopWords());
        var interrupt = new InterruptCheck();
        for (int row = 0; row < texts.size(); row++) {
            interrupt.ask();
            int now = row;
            step.tokens()
                    .cut(
                            texts.get(row),
                            stops,
                            term -> {
                                var seen = all.get(term);
                                if (seen == null) {
                                    seen = new Seen();
                                    all.put(term, seen);
                                }
                                if (seen.last != now || !step.binary()) {
                                    seen.times++;
                                }
                                seen.documents += seen.last == now ? 0 : 1;
                                seen.last = now;
                            });
        }
        double most = step.maxDf() * texts.size();
        var kept =
                all.entrySet().stream()
                        .filter(each -> each.getValue().documents >= step.minDf())
                        .filter(each -> each.getValue().documents <= most)
                        .sorted(Map.Entry.comparingByKey())
                        .toList();
        if (step.maxFeatures() > 0 && kept.size() > step.maxFeatures()) {
            kept =
                    kept.stream()
                            .sorted(Comparator.comparingInt(each -> -each.getValue().times))
                            .limit(step.maxFeatures())
                            .sorted(Map.Entry.comparingByKey())
                            .toList();
        }
        if (all.isEmpty()) {
            throw new IllegalArgumentException(
                    "the texts of column '%s' hold no term: they are empty, or of stop words and of words of one letter, which are none; make longer words of them, or leave the column out with table.rejectColumns(\"%s\")"
                            .formatted(step.column(), step.column()));
        }
        if (kept.isEmpty()) {
            throw new IllegalArgumentException(
                    "the texts of column '%s' have no term to keep of %,d; lower minDf, raise maxDf, or leave the column out with table.rejectColumns(\"%s\")"
                            .formatted(step.column(), all.size(), step.column()));
        }
        return new Vocabulary(
                kept.stream().map(Map.Entry::getKey).toList(),
                kept.stream().mapToInt(each -> each.getValue().documents).toArray());
    }

    static SparseRows count(StringColumn texts, List<String> terms, CountVectorizer step) {
        Map<String, Integer> places = new HashMap<>();
        for (var term : terms) {
            places.put(term, places.size());
        }
        var rows =
                VectorizedText.count(
                        texts,
                        step.tokens(),
                        terms.size(),
                        term -> places.getOrDefault(term, -1),
                        false);
        if (step.binary()) {
            Arrays.fill(rows.values(), 1);
        }
        return rows;
    }
}
