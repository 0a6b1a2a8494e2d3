package himalia.features;

import himalia.onnx.OnnxOperator;
import himalia.onnx.OnnxType;
import himalia.onnx.OnnxValue;
import java.util.ArrayList;
import java.util.List;

/** How often texts have terms, in a graph of ONNX. */
final class OnnxTerms {
    private OnnxTerms() {}

    /** Returns the counts of terms, side by side. */
    static OnnxValue counts(OnnxValue texts, List<String> terms, CountVectorizer step) {
        var tokens = step.tokens();
        OnnxWords.refuseGaps(
                tokens, "new CountVectorizer(\"%s\").ngrams(1, 1)".formatted(step.column()));
        var graph = texts.graph();
        var counts =
                graph.node(
                                pool(terms, tokens),
                                OnnxType.FLOAT,
                                terms.size(),
                                OnnxWords.of(texts, tokens.lowercase()))
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
        return normalized(weights.times(graph.row(rarities)), step.norm());
    }

    /** Gives each row its length. */
    static OnnxValue normalized(OnnxValue weights, TfidfVectorizer.Norm norm) {
        if (norm == TfidfVectorizer.Norm.NONE) {
            return weights;
        }
        var length =
                norm == TfidfVectorizer.Norm.L1
                        ? weights.by("Abs").sum()
                        : weights.times(weights).sum().by("Sqrt");
        var one = weights.graph().number(1);
        return TwelveDigits.onnx(weights.over(length.isEqual(0).choose(one, length)));
    }
}
