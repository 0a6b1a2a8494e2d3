package himalia.features;

import himalia.model.Feature;
import himalia.onnx.OnnxGraph;
import himalia.onnx.OnnxOperator;
import himalia.onnx.OnnxType;
import himalia.onnx.OnnxValue;
import java.util.ArrayList;
import java.util.List;

/** {@link Murmur3} in a graph of ONNX: ONNX Runtime has an operator of its own for it. */
final class OnnxHashes {
    private OnnxHashes() {}

    /** Returns the signed hashes of texts. */
    static OnnxValue of(OnnxValue texts) {
        return texts.graph()
                .node(
                        new OnnxOperator("MurmurHash3")
                                .in(OnnxOperator.RUNTIME)
                                .with("positive", 0L)
                                .with("seed", 0L),
                        OnnxType.INTEGER_32,
                        texts.width(),
                        texts)
                .as(OnnxType.INTEGER);
    }

    /**
     * Adds up numbers by the buckets of their hashes, and takes away those of negative ones.
     *
     * @param numbers what each hash counts
     */
    static OnnxValue sums(OnnxValue hashes, OnnxValue numbers, int buckets) {
        var graph = hashes.graph();
        var places = hashes.by("Abs").modulo(buckets);
        var signed = hashes.isBelow(0).choose(numbers.times(-1), numbers);
        // As many rows of zeros as there are rows: of the hashes, since 0 times an infinite number
        // is none.
        var zeros = hashes.sum().times(0).as(OnnxType.NUMBER).plus(graph.row(new double[buckets]));
        return graph.node(
                new OnnxOperator("ScatterElements").with("axis", 1L).with("reduction", "add"),
                OnnxType.NUMBER,
                buckets,
                zeros,
                places,
                signed);
    }

    /** Returns the buckets of categories and numbers. */
    static OnnxValue columns(OnnxGraph graph, List<Feature> reads, int buckets) {
        var hashes = new ArrayList<OnnxValue>();
        var counted = new ArrayList<OnnxValue>();
        for (var read : reads) {
            var column = OnnxParts.finite(read, graph.column(read.name()), "HashingEncoder");
            var isMissing = column.isMissing();
            hashes.add(hashes(read, column));
            counted.add(
                    isMissing.choose(
                            graph.number(0), read.type().isNumber() ? column : graph.number(1)));
        }
        return sums(OnnxValue.beside(hashes), OnnxValue.beside(counted), buckets);
    }

    private static OnnxValue hashes(Feature read, OnnxValue column) {
        var graph = column.graph();
        if (column.type() == OnnxType.TEXT) {
            return of(graph.text(read.name() + "=").joined(column));
        }
        var name = read.name();
        var numbers = graph.integer(Murmur3.of(name));
        return read.type().isNumber()
                ? column.isMissing().choose(numbers, numbers)
                : column.isEqual(1)
                        .choose(
                                graph.integer(Murmur3.of(name + "=true")),
                                graph.integer(Murmur3.of(name + "=false")));
    }

    /** Returns how often rows have terms, by the buckets of the terms' hashes. */
    static OnnxValue counts(OnnxValue texts, HashingVectorizer step) {
        var tokens = step.tokens();
        OnnxWords.refuseGaps(
                tokens,
                "new HashingVectorizer(\"%s\", %d)".formatted(step.column(), step.features()));
        var words = OnnxWords.of(texts, tokens.lowercase());
        var ends = new ArrayList<>(tokens.stopWords());
        ends.add(OnnxWords.END);
        var zeros = new long[ends.size()];
        var hashes = new ArrayList<OnnxValue>();
        var counts = new ArrayList<OnnxValue>();
        for (int length = tokens.fewest(); length <= tokens.most(); length++) {
            hashes.add(of(terms(words, length)));
            var last = columns(words, length - 1L, Long.MAX_VALUE);
            counts.add(last.places(ends, zeros, 1).as(OnnxType.NUMBER));
        }
        var sums = sums(OnnxValue.beside(hashes), OnnxValue.beside(counts), step.features());
        return OnnxTerms.normalized(sums, step.norm());
    }

    /** Returns some of a row's words; places below 0 count from the end, of which only the reader knows where it is. */
    private static OnnxValue columns(OnnxValue words, long from, long to) {
        var graph = words.graph();
        return graph.node(
                new OnnxOperator("Slice"),
                OnnxType.TEXT,
                1,
                words,
                graph.lengths(from),
                graph.lengths(to),
                graph.lengths(1));
    }

    /** Joins each word with those behind it. */
    private static OnnxValue terms(OnnxValue words, int length) {
        var graph = words.graph();
        var terms = columns(words, 0, length == 1 ? Long.MAX_VALUE : 1L - length);
        for (int each = 1; each < length; each++) {
            int left = length - 1 - each;
            terms =
                    terms.joined(graph.text(" "))
                            .joined(columns(words, each, left == 0 ? Long.MAX_VALUE : -left));
        }
        return terms;
    }
}
