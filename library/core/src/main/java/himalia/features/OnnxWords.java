package himalia.features;

import himalia.onnx.OnnxOperator;
import himalia.onnx.OnnxType;
import himalia.onnx.OnnxValue;

/** Texts cut into words, in a graph of ONNX. ONNX itself cuts texts nowhere, so ONNX Runtime's own {@code Tokenizer} does. */
final class OnnxWords {
    /** What stands behind a row's last word; no word is one. */
    static final String END = " ";

    /** As {@link TextTokens}: letters, digits and underlines, two or more. */
    private static final String WORD = "[\\p{L}\\p{N}_]{2,}";

    /** Every system has it, where texts of a language need that language's. */
    private static final String LOCALE = "C.UTF-8";

    private OnnxWords() {}

    /** Returns the words of each row in their order, as many columns as the longest row has words. */
    static OnnxValue of(OnnxValue texts, boolean lowercase) {
        var graph = texts.graph();
        var line = texts.line();
        var whole =
                lowercase
                        ? graph.node(
                                new OnnxOperator("StringNormalizer")
                                        .with("case_change_action", "LOWER")
                                        .with("locale", LOCALE),
                                OnnxType.TEXT,
                                1,
                                line)
                        : line;
        return graph.node(
                new OnnxOperator("Tokenizer")
                        .in(OnnxOperator.RUNTIME)
                        .with("mark", 0L)
                        .with("mincharnum", 1L)
                        .with("pad_value", END)
                        .with("tokenexp", WORD),
                OnnxType.TEXT,
                1,
                whole);
    }

    /**
     * Refuses terms that a stop word stands within: no operator moves words together.
     *
     * @param single the same step, of single words
     */
    static void refuseGaps(TextTokens tokens, String single) {
        if (tokens.most() > 1 && !tokens.stopWords().isEmpty()) {
            throw new UnsupportedOperationException(
                    "terms of several words with stop words left out have no form in ONNX; count single words, %s, or leave stopWords empty"
                            .formatted(single));
        }
    }
}
