package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.model.Feature;
import himalia.model.Provenance;
import himalia.onnx.OnnxGraph;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Counts the words of texts: a column for each, how often a row's text has it.
 *
 * <pre>{@code
 * new CountVectorizer("note").fit(train, "churned").apply(test)               // note_cat, note_mat in place of note
 * new CountVectorizer("note").ngrams(1, 2).minDf(2).maxFeatures(1_000)       // pairs of words too
 * new CountVectorizer("note").fit(train).sparse(test)                         // where there are many
 * }</pre>
 *
 * <p>As scikit-learn's; {@code minDf} is a number of rows, {@code maxDf} a share of them. Of terms as frequent, the first by the alphabet are
 * kept.
 *
 * <p>In ONNX it takes ONNX Runtime's own {@code Tokenizer}, which its standard builds have; see {@link Onnx}.
 *
 * @param column the column of texts
 * @param tokens how texts are cut
 * @param minDf how many rows have a term at least, for it to be kept
 * @param maxDf in which share of the rows it is at most
 * @param maxFeatures how many terms are kept at most, the most frequent ones; 0 for any number
 * @param binary whether only that a term is there counts
 */
public record CountVectorizer(
        String column, TextTokens tokens, int minDf, double maxDf, int maxFeatures, boolean binary)
        implements Step {
    public CountVectorizer {
        given(column, "column");
        given(tokens, "tokens");
        if (minDf < 1) {
            throw new IllegalArgumentException("minDf must be at least 1 row, got " + minDf);
        }
        if (!(maxDf > 0 && maxDf <= 1)) {
            throw new IllegalArgumentException(
                    "maxDf must be a share of the rows, above 0 and up to 1, got " + maxDf);
        }
        if (maxFeatures < 0) {
            throw new IllegalArgumentException(
                    "maxFeatures must be a number of terms, or 0 for any, got " + maxFeatures);
        }
    }

    /** Counts all words of a column of texts. */
    public CountVectorizer(String column) {
        this(column, TextTokens.DEFAULT, 1, 1, 0, false);
    }

    /** Returns the same, of so many words in a row. */
    public CountVectorizer ngrams(int fewest, int most) {
        return tokens(new TextTokens(tokens.lowercase(), fewest, most, tokens.stopWords()));
    }

    /** Returns the same, with texts cut in another way. */
    public CountVectorizer tokens(TextTokens how) {
        return new CountVectorizer(column, given(how, "tokens"), minDf, maxDf, maxFeatures, binary);
    }

    /** Returns the same, of terms that at least so many rows have. */
    public CountVectorizer minDf(int rows) {
        return new CountVectorizer(column, tokens, rows, maxDf, maxFeatures, binary);
    }

    /** Returns the same, of terms that at most such a share of rows has. */
    public CountVectorizer maxDf(double share) {
        return new CountVectorizer(column, tokens, minDf, share, maxFeatures, binary);
    }

    /** Returns the same, of the most frequent terms. */
    public CountVectorizer maxFeatures(int most) {
        return new CountVectorizer(column, tokens, minDf, maxDf, most, binary);
    }

    @Override
    public FittedVectorizer fit(Table features) {
        return fitted(features, List.of());
    }

    /** Learns from a table with a label, whose name no new column gets. */
    @Override
    public FittedVectorizer fit(Table table, String label) {
        return fitted(NewColumns.features(table, label, List.of(column)), List.of(label));
    }

    private FittedVectorizer fitted(Table features, List<String> others) {
        var chosen = VectorizedText.chosen(features, column, name());
        var terms = Vocabulary.of(texts(features, chosen), this).terms();
        return new FittedCounts(
                this, chosen, terms, names(features, terms, others), Provenance.of(features));
    }

    StringColumn texts(Table features, List<Feature> chosen) {
        NumberColumns.refuseNoRows(features);
        return VectorizedText.texts(features, chosen.get(0), name());
    }

    List<String> names(Table features, List<String> terms, List<String> others) {
        var taken = NewColumns.of(features, List.of(column), others);
        return terms.stream().map(term -> taken.add(column + "_" + term)).toList();
    }

    /** The terms that are counted. */
    record FittedCounts(
            CountVectorizer step,
            List<Feature> reads,
            List<String> terms,
            List<String> names,
            Provenance provenance)
            implements FittedVectorizer {
        FittedCounts {
            reads = List.copyOf(reads);
            terms = List.copyOf(terms);
            names = List.copyOf(names);
        }

        @Override
        public FittedCounts withoutRows() {
            return new FittedCounts(step, reads, terms, names, Provenance.UNKNOWN);
        }

        @Override
        public String toString() {
            return Learnt.line(this);
        }

        @Override
        public SparseRows sparse(Table table) {
            return Vocabulary.count(
                    VectorizedText.texts(table, reads.get(0), step.name()), terms, step);
        }

        @Override
        public String sql(String from) {
            return SqlTerms.counts(reads.get(0), terms, names, step, from);
        }

        @Override
        public void onnx(OnnxGraph graph) {
            var name = reads.get(0).name();
            var made = OnnxTerms.counts(graph.column(name), terms, step);
            graph.replace(Map.of(name, OnnxParts.named(names, made)));
        }
    }
}
