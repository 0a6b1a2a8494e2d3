package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.model.Feature;
import himalia.model.Provenance;
import himalia.onnx.OnnxGraph;
import himalia.table.ColumnNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Counts the words of texts in a fixed number of columns, by a hash of each word: there is no vocabulary to learn or to keep.
 *
 * <pre>{@code
 * new HashingVectorizer("note", 256).fit(train, "churned").apply(test)    // note_hash_0 to note_hash_255
 * }</pre>
 *
 * <p>As scikit-learn's: MurmurHash3 of 32 bits, whose sign says whether a word adds or takes away; rows have length 1.
 *
 * <p>In ONNX it takes ONNX Runtime's own {@code Tokenizer} and {@code MurmurHash3}, which its standard builds have; see {@link Onnx}.
 *
 * @param column the column of texts
 * @param features how many columns come
 * @param tokens how texts are cut
 * @param norm what length a row gets
 */
public record HashingVectorizer(
        String column, int features, TextTokens tokens, TfidfVectorizer.Norm norm) implements Step {
    public HashingVectorizer {
        given(column, "column");
        given(tokens, "tokens");
        given(norm, "norm");
        if (features < 1) {
            throw new IllegalArgumentException("features must be at least 1, got " + features);
        }
    }

    /** Counts all words of a column of texts. */
    public HashingVectorizer(String column, int features) {
        this(column, features, TextTokens.DEFAULT, TfidfVectorizer.Norm.L2);
    }

    /** Counts the same in 1,048,576 columns, too many for a table: see {@link FittedVectorizer#sparse}. */
    public HashingVectorizer(String column) {
        this(column, 1 << 20);
    }

    /** Returns true: it does the same whatever rows it was fitted on. */
    @Override
    public boolean isStateless() {
        return true;
    }

    @Override
    public FittedVectorizer fit(Table rows) {
        return fitted(rows, List.of());
    }

    /** Learns from a table with a label, whose name no new column gets. */
    @Override
    public FittedVectorizer fit(Table table, String label) {
        return fitted(NewColumns.features(table, label, List.of(column)), List.of(label));
    }

    private FittedVectorizer fitted(Table rows, List<String> others) {
        var chosen = VectorizedText.chosen(rows, column, name());
        return new FittedHashes(this, chosen, others, rows.columnNames(), Provenance.of(rows));
    }

    /**
     * The column that it hashes; names are made when they are wanted, since there may be a million.
     *
     * @param others names that no new column gets
     * @param there the columns that there were
     */
    record FittedHashes(
            HashingVectorizer step,
            List<Feature> reads,
            List<String> others,
            List<String> there,
            Provenance provenance)
            implements FittedVectorizer {
        FittedHashes {
            reads = List.copyOf(reads);
            others = List.copyOf(others);
            there = List.copyOf(there);
        }

        @Override
        public FittedHashes withoutRows() {
            return new FittedHashes(step, reads, others, there, Provenance.UNKNOWN);
        }

        @Override
        public String toString() {
            return Learnt.line(this);
        }

        @Override
        public List<String> terms() {
            return List.of();
        }

        @Override
        public List<String> names() {
            var stay = new ArrayList<>(others);
            stay.addAll(there);
            stay.remove(step.column());
            var taken = new ColumnNames(stay);
            return IntStream.range(0, step.features())
                    .mapToObj(each -> taken.add(step.column() + "_hash_" + each))
                    .toList();
        }

        @Override
        public SparseRows sparse(Table table) {
            var texts = VectorizedText.texts(table, reads.get(0), step.name());
            var rows =
                    VectorizedText.count(texts, step.tokens(), step.features(), Murmur3::of, true);
            return VectorizedText.normalized(rows, step.norm());
        }

        @Override
        public String sql(String from) {
            VectorizedText.checkForm(step.column(), step.features());
            return SqlHashes.terms(reads.get(0), names(), step, from);
        }

        @Override
        public void onnx(OnnxGraph graph) {
            VectorizedText.checkForm(step.column(), step.features());
            var made = OnnxHashes.counts(graph.column(step.column()), step);
            graph.replace(Map.of(step.column(), OnnxParts.named(names(), made)));
        }
    }
}
