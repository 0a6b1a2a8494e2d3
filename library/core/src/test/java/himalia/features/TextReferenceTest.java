package himalia.features;

import static himalia.reference.ModelReference.doubles;
import static himalia.reference.ModelReference.elements;
import static himalia.reference.ModelReference.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Vectorizers of texts against what scikit-learn computed. */
class TextReferenceTest {
    private static final CountVectorizer COUNTS = new CountVectorizer("doc");

    private interface Vectorizer {
        FittedVectorizer fit(Table table);
    }

    private static final Map<String, Vectorizer> VECTORIZERS =
            Map.of(
                    "count", COUNTS::fit,
                    "count_bigrams_min_2", COUNTS.ngrams(1, 2).minDf(2)::fit,
                    "count_max_half_4", COUNTS.maxDf(0.5).maxFeatures(4)::fit,
                    "count_case_binary_stop",
                            new CountVectorizer(
                                            "doc",
                                            new TextTokens(false, 1, 1, List.of("the", "cat")),
                                            1,
                                            1,
                                            0,
                                            true)
                                    ::fit,
                    "tfidf_sublinear_l1",
                            new TfidfVectorizer(COUNTS)
                                            .sublinearTf(true)
                                            .norm(TfidfVectorizer.Norm.L1)
                                    ::fit,
                    "tfidf_raw_no_smooth",
                            new TfidfVectorizer(
                                            COUNTS, TfidfVectorizer.Norm.NONE, true, false, false)
                                    ::fit,
                    "tfidf_no_idf",
                            new TfidfVectorizer(COUNTS, TfidfVectorizer.Norm.L2, false, true, false)
                                    ::fit,
                    "hashing_16", new HashingVectorizer("doc", 16)::fit,
                    "hashing_1024_l1_bigrams",
                            new HashingVectorizer(
                                            "doc",
                                            1024,
                                            new TextTokens(true, 1, 2, List.of()),
                                            TfidfVectorizer.Norm.L1)
                                    ::fit);

    static Stream<JsonObject> vectorized() {
        return elements(json("features").getAsJsonArray("text")).map(JsonElement::getAsJsonObject);
    }

    private static Table docs(JsonObject reference) {
        var texts = elements(reference.getAsJsonArray("docs")).map(JsonElement::getAsString);
        return Table.create(StringColumn.create("doc", texts));
    }

    @ParameterizedTest
    @MethodSource("vectorized")
    void everyVectorizerDoesAsScikitLearn(JsonObject expected) {
        var docs = docs(json("features"));
        var fitted = VECTORIZERS.get(expected.get("vectorizer").getAsString()).fit(docs);

        var rows = fitted.sparse(docs);

        if (expected.has("vocabulary")) {
            assertThat(fitted.terms())
                    .isEqualTo(
                            elements(expected.getAsJsonArray("vocabulary"))
                                    .map(JsonElement::getAsString)
                                    .toList());
        }
        var table = fitted.apply(docs);
        for (int row = 0; row < rows.rows(); row++) {
            var dense = new double[rows.columns()];
            for (var pair : expected.getAsJsonArray("rows").get(row).getAsJsonArray()) {
                var one = pair.getAsJsonArray();
                dense[one.get(0).getAsInt()] = one.get(1).getAsDouble();
            }
            for (int column = 0; column < dense.length; column++) {
                assertThat(rows.value(row, column)).isCloseTo(dense[column], within(1e-8));
                assertThat(table.doubleColumn(column).getDouble(row))
                        .isEqualTo(rows.value(row, column));
            }
        }
    }

    @Test
    void countsAndWeightsAreTheReferences() {
        var expected = json("preprocessing").getAsJsonObject("text");
        var docs = docs(expected);
        var counts = COUNTS.fit(docs);
        var weights = new TfidfVectorizer("doc").fit(docs);

        assertThat(counts.terms())
                .isEqualTo(
                        elements(expected.getAsJsonArray("vocabulary"))
                                .map(JsonElement::getAsString)
                                .toList());
        assertRows(counts.apply(docs), expected.getAsJsonArray("counts"));
        assertRows(weights.apply(docs), expected.getAsJsonArray("tfidf_l2"));
        assertThat(
                        COUNTS.tokens(new TextTokens(true, 1, 2, List.of("the", "a")))
                                .minDf(2)
                                .fit(docs)
                                .terms())
                .isEqualTo(
                        elements(expected.getAsJsonArray("bigrams_min_df_2_without_the_a"))
                                .map(JsonElement::getAsString)
                                .toList());
    }

    private static void assertRows(Table done, JsonArray rows) {
        for (int i = 0; i < rows.size(); i++) {
            int row = i;
            assertThat(
                            IntStream.range(0, done.columnCount())
                                    .mapToDouble(j -> done.doubleColumn(j).getDouble(row))
                                    .toArray())
                    .containsExactly(doubles(rows.get(i).getAsJsonArray()), within(1e-8));
        }
    }

    @Test
    void slipsAreToldWithTheWayOut() {
        var docs = Table.create(StringColumn.create("doc", "a b", ""));
        assertThatThrownBy(() -> COUNTS.fit(docs))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the texts of column 'doc' hold no term: they are empty, or of stop words and of words of one letter, which are none; make longer words of them, or leave the column out with table.rejectColumns(\"doc\")");
        assertThatThrownBy(() -> COUNTS.fit(docs.emptyCopy()))
                .hasMessage("there are no rows; there is nothing to learn from");
        assertThatThrownBy(() -> COUNTS.fit(Table.create(DoubleColumn.create("doc", 1, 2))))
                .hasMessage("column 'doc' holds numbers, and CountVectorizer takes texts");
        assertThatThrownBy(() -> new HashingVectorizer("doc").fit(docs).apply(docs))
                .hasMessage(
                        "the texts of column 'doc' have 1,048,576 hashes in 2 rows, too many for columns of a table; keep fewer, new HashingVectorizer(\"doc\", 256), or take sparse(table)");
    }

    @Test
    void theLengthOfARowIsComputedOnce() {
        var notes = Table.create(StringColumn.create("note", "cat mat hat", "cat bat rat"));

        assertThat(new TfidfVectorizer("note").fit(notes).sql("homes"))
                .containsOnlyOnce("list_sum")
                .containsOnlyOnce("list_transform(\"(numbers)\", lambda n: round_even((n /");
    }
}
