package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.model.Feature;
import himalia.model.Provenance;
import himalia.onnx.OnnxGraph;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.Table;

/**
 * Weighs the words of texts: how often a text has a word, times how rare the word is among all texts.
 *
 * <pre>{@code
 * new TfidfVectorizer("note").fit(train, "churned").apply(test)
 * new TfidfVectorizer(new CountVectorizer("note").ngrams(1, 2).minDf(5)).sublinearTf(true).fit(train).sparse(test)
 * }</pre>
 *
 * <p>As scikit-learn's: a word's rarity is {@code ln((1 + rows) / (1 + rows with it)) + 1}.
 *
 * <p>In ONNX it takes ONNX Runtime's own {@code Tokenizer}, which its standard builds have; see {@link Onnx}.
 *
 * @param counts what is counted
 * @param norm what length a row gets
 * @param useIdf whether rarity counts
 * @param smoothIdf whether it is told as if one text more had every word
 * @param sublinearTf whether a word that comes n times counts {@code 1 + ln(n)}
 */
public record TfidfVectorizer(
        CountVectorizer counts, Norm norm, boolean useIdf, boolean smoothIdf, boolean sublinearTf)
        implements Step {
    /** What length a row gets. */
    public enum Norm {
        /** The sum of its absolute values is 1. */
        L1,
        /** The sum of its squares is 1. */
        L2,
        /** It stays as it is. */
        NONE
    }

    public TfidfVectorizer {
        given(counts, "counts");
        given(norm, "norm");
    }

    /** Weighs what is counted, and gives rows length 1. */
    public TfidfVectorizer(CountVectorizer counts) {
        this(counts, Norm.L2, true, true, false);
    }

    /** Weighs all words of a column of texts. */
    public TfidfVectorizer(String column) {
        this(new CountVectorizer(column));
    }

    /** Returns the same, in which a word that comes often counts less each time, or not. */
    public TfidfVectorizer sublinearTf(boolean is) {
        return new TfidfVectorizer(counts, norm, useIdf, smoothIdf, is);
    }

    /** Returns the same with another length of rows. */
    public TfidfVectorizer norm(Norm length) {
        return new TfidfVectorizer(counts, given(length, "norm"), useIdf, smoothIdf, sublinearTf);
    }

    @Override
    public FittedVectorizer fit(Table features) {
        return fitted(features, List.of());
    }

    /** Learns from a table with a label, whose name no new column gets. */
    @Override
    public FittedVectorizer fit(Table table, String label) {
        return fitted(NewColumns.features(table, label, List.of(counts.column())), List.of(label));
    }

    private FittedVectorizer fitted(Table features, List<String> others) {
        var chosen = VectorizedText.chosen(features, counts.column(), name());
        var vocabulary = Vocabulary.of(counts.texts(features, chosen), counts);
        int more = smoothIdf ? 1 : 0;
        var rarities =
                Arrays.stream(vocabulary.documents())
                        .mapToDouble(
                                rows ->
                                        useIdf
                                                ? Math.log(
                                                                (features.rowCount() + more)
                                                                        / (double) (rows + more))
                                                        + 1
                                                : 1)
                        .toArray();
        var terms = vocabulary.terms();
        return new FittedTfidf(
                this,
                chosen,
                terms,
                counts.names(features, terms, others),
                rarities,
                Provenance.of(features));
    }

    /**
     * The terms that are weighed.
     *
     * @param rarities how rare each is
     */
    record FittedTfidf(
            TfidfVectorizer step,
            List<Feature> reads,
            List<String> terms,
            List<String> names,
            double[] rarities,
            Provenance provenance)
            implements FittedVectorizer {
        FittedTfidf {
            reads = List.copyOf(reads);
            terms = List.copyOf(terms);
            names = List.copyOf(names);
        }

        @Override
        public FittedTfidf withoutRows() {
            return new FittedTfidf(step, reads, terms, names, rarities, Provenance.UNKNOWN);
        }

        @Override
        public String toString() {
            return Learnt.line(this);
        }

        @Override
        public SparseRows sparse(Table table) {
            var texts = VectorizedText.texts(table, reads.get(0), step.name());
            var rows = Vocabulary.count(texts, terms, step.counts());
            var values = rows.values();
            for (int i = 0; i < values.length; i++) {
                double count = step.sublinearTf() ? 1 + Math.log(values[i]) : values[i];
                values[i] = count * rarities[rows.places()[i]];
            }
            return VectorizedText.normalized(rows, step.norm());
        }

        @Override
        public String sql(String from) {
            return SqlTerms.weighed(reads.get(0), terms, names, rarities, step, from);
        }

        @Override
        public void onnx(OnnxGraph graph) {
            var name = reads.get(0).name();
            var made =
                    OnnxTerms.weighed(
                            OnnxTerms.counts(graph.column(name), terms, step.counts()),
                            rarities,
                            step);
            graph.replace(Map.of(name, OnnxParts.named(names, made)));
        }
    }
}
