package himalia.features;

import himalia.onnx.OnnxOperator;
import himalia.onnx.OnnxType;
import himalia.onnx.OnnxValue;
import java.util.ArrayList;
import java.util.List;

/**
 * How often texts have terms, in a graph of ONNX. ONNX itself cuts texts nowhere, so ONNX Runtime's own {@code Tokenizer}
 * does.
 */
final class OnnxTerms {
    /** As {@link TextTokens}: letters, digits and underlines, two or more. */
    private static final String WORD = "[\\p{L}\\p{N}_]{2,}";

    /** Every system has it, where texts of a language need that language's. */
    private static final String LOCALE = "C.UTF-8";

    private OnnxTerms() {}

    /** Returns the counts of terms, side by side. */
    static OnnxValue counts(OnnxValue texts, List<String> terms, CountVectorizer step) {
        var tokens = step.tokens();
        if (tokens.most() > 1 && !tokens.stopWords().isEmpty()) {
            throw new UnsupportedOperationException(
                    "terms of several words without stop words have no form in ONNX; count single words, new CountVectorizer(\"%s\").ngrams(1, 1), or leave stopWords empty"
                            .formatted(step.column()));
        }
        var graph = texts.graph();
        var line = texts.line();
        var whole =
                tokens.lowercase()
                        ? graph.node(
                                new OnnxOperator("StringNormalizer")
                                        .with("case_change_action", "LOWER")
                                        .with("locale", LOCALE),
                                OnnxType.TEXT,
                                1,
                                line)
                        : line;
        var words =
                graph.node(
                        new OnnxOperator("Tokenizer")
                                .in(OnnxOperator.RUNTIME)
                                .with("mark", 0L)
                                .with("mincharnum", 1L)
                                .with("pad_value", " ")
                                .with("tokenexp", WORD),
                        OnnxType.TEXT,
                        1,
                        whole);
        var counts =
                graph.node(pool(terms, tokens), OnnxType.FLOAT, terms.size(), words)
                        .as(OnnxType.NUMBER);
        return step.binary()
                ? counts.isBelow(0.5).choose(graph.number(0), graph.number(1))
                : counts;
    }

    /** Terms by how many words they have, each with its column. */
    private static OnnxOperator pool(List<String> terms, TextTokens tokens) {
        var words = new ArrayList<String>();
        var starts = new long[tokens.most()];
        var columns = new ArrayList<Long>();
        for (int length = 1; length <= tokens.most(); length++) {
            starts[length - 1] = words.size();
            for (int k = 0; k < terms.size(); k++) {
                var its = List.of(terms.get(k).split(" "));
                if (its.size() == length) {
                    words.addAll(its);
                    columns.add((long) k);
                }
            }
        }
        return new OnnxOperator("TfIdfVectorizer")
                .with("mode", "TF")
                .with("min_gram_length", (long) tokens.fewest())
                .with("max_gram_length", (long) tokens.most())
                .with("max_skip_count", 0L)
                .with("ngram_counts", starts)
                .with("ngram_indexes", columns.stream().mapToLong(Long::longValue).toArray())
                .with("pool_strings", words);
    }

    /** Weighs counts by how rare their terms are, and gives each row its length. */
    static OnnxValue weighed(OnnxValue counts, double[] rarities, TfidfVectorizer step) {
        var graph = counts.graph();
        var weights = counts;
        if (step.sublinearTf()) {
            weights = weights.isBelow(0.5).choose(graph.number(0), weights.by("Log").plus(1));
        }
        weights = weights.times(graph.row(rarities));
        var length =
                switch (step.norm()) {
                    case NONE -> graph.number(1);
                    case L1 -> weights.by("Abs").sum();
                    case L2 -> weights.times(weights).sum().by("Sqrt");
                };
        return weights.over(length.isEqual(0).choose(graph.number(1), length));
    }
}
