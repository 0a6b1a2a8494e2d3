package himalia.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import himalia.reference.ModelReference;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.Table;

/** Samplers that add rows where it matters, and those that drop some afterwards, against imbalanced-learn's results. */
class GrowthReferenceTest {
    private static Stream<JsonObject> cases(String file, String method) {
        return ModelReference.elements(ModelReference.json(file).getAsJsonArray("cases"))
                .map(JsonElement::getAsJsonObject)
                .filter(one -> method.isEmpty() || one.get("method").getAsString().equals(method));
    }

    static Stream<JsonObject> borderline() {
        return cases("over", "BorderlineSMOTE");
    }

    static Stream<JsonObject> adasyn() {
        return cases("over", "ADASYN");
    }

    static Stream<JsonObject> combined() {
        return cases("combine", "");
    }

    @ParameterizedTest
    @MethodSource("borderline")
    void theSameRowsAreInDanger(JsonObject one) {
        var settings = one.getAsJsonObject("params");
        var sampler =
                new BorderlineSmote(
                        settings.get("kind").getAsString().endsWith("1") ? 1 : 2,
                        settings.get("k_neighbors").getAsInt(),
                        settings.get("m_neighbors").getAsInt(),
                        Strategy.AUTO,
                        7);
        var table = ModelReference.table(one.get("data").getAsString());
        var examples = Examples.of(table, "y", "test");
        var began = new HashSet<Integer>();
        var danger = one.getAsJsonObject("danger");
        for (var name : danger.keySet()) {
            var code = examples.classes().names().indexOf(name);
            var rows = ModelReference.ints(danger.getAsJsonArray(name));

            var found = sampler.danger(examples.group(), examples.classes().rows(code), code);

            assertThat(found).isEqualTo(rows);
            IntStream.of(rows).forEach(began::add);
        }

        var done = sampler.trace(table, "y");

        assertThat(done.table().rowCount() - table.rowCount())
                .isEqualTo(one.get("n_new").getAsInt());
        var from = done.rows().intColumn("from");
        for (var row = table.rowCount(); row < from.size(); row++) {
            assertThat(began).contains(from.get(row));
        }
    }

    @ParameterizedTest
    @MethodSource("adasyn")
    void eachRowBeginsAsManyAsItHasForeignNeighbours(JsonObject one) {
        var neighbours = one.getAsJsonObject("params").get("n_neighbors").getAsInt();
        var sampler = new Adasyn(neighbours, 7);
        var table = ModelReference.table(one.get("data").getAsString());
        var examples = Examples.of(table, "y", "test");
        var done = sampler.trace(table, "y");
        for (var element : one.getAsJsonArray("classes")) {
            var expected = element.getAsJsonObject();
            var name = expected.get("class").getAsString();
            var code = examples.classes().names().indexOf(name);

            var shares = sampler.shares(examples, code);
            var each = Adasyn.each(shares, expected.get("asked").getAsInt(), name);

            assertThat(shares)
                    .containsExactly(
                            ModelReference.doubles(expected.getAsJsonArray("ratio")),
                            within(1e-12));
            assertThat(each).isEqualTo(ModelReference.ints(expected.getAsJsonArray("new_per_row")));
        }
        assertThat(done.table().rowCount()).isEqualTo(one.get("rows_out").getAsInt());
    }

    @ParameterizedTest
    @MethodSource("combined")
    void theSameRowsAreDroppedAfterwards(JsonObject one) {
        var examples =
                Examples.of(ModelReference.table(one.get("data").getAsString()), "y", "test");
        var points = new ArrayList<>(List.of(examples.points()));
        ModelReference.elements(one.getAsJsonArray("after_smote_x"))
                .map(JsonElement::getAsJsonArray)
                .forEach(point -> points.add(ModelReference.doubles(point)));
        var given = examples.points().length;
        var codes = Arrays.copyOf(examples.classes().codes(), points.size());
        Arrays.fill(codes, given, codes.length, 1);
        var group =
                new Group(
                        points.toArray(double[][]::new),
                        new Classes(examples.classes().names(), codes, 3),
                        IntStream.range(0, codes.length).toArray());

        var byTomek = new Draft(codes.length);
        new SmoteTomek(5, 42).tomek().clean(group, byTomek);
        var byEnn = new Draft(codes.length);
        new SmoteEnn(5, 42).edited().clean(group, byEnn, "test");

        assertThat(removed(byTomek)).isEqualTo(expected(one, "smote_tomek_removed"));
        assertThat(removed(byEnn)).isEqualTo(expected(one, "smote_enn_removed"));
    }

    private static Set<Integer> removed(Draft draft) {
        return IntStream.range(0, draft.entries())
                .filter(row -> !draft.stays(row))
                .collect(HashSet::new, Set::add, Set::addAll);
    }

    private static Set<Integer> expected(JsonObject one, String name) {
        return IntStream.of(ModelReference.ints(one.getAsJsonArray(name)))
                .collect(HashSet::new, Set::add, Set::addAll);
    }

    private static Table complete() {
        return Tables.dropMissing(ModelReference.table("mixed"));
    }

    @Test
    void categoriesMeasureAndAreDrawnAsInSmotenc() {
        var one = cases("over", "SMOTENC").findFirst().orElseThrow();
        var table = complete();
        var sampler = new Smotenc(List.of("colour", "city"), 5, 7);
        var numbers = new ArrayList<>(table.columnNames());
        numbers.removeAll(List.of("colour", "city", "y"));
        var examples = new Examples(table, "y", numbers, Classes.of(table, "y"), "test");
        var encoded = Categories.of(table, sampler.categories());
        var rows = ModelReference.ints(one.getAsJsonArray("minority_rows"));

        var segments = sampler.segments(examples, encoded, 1);

        assertThat(segments.bases()).isEqualTo(rows);
        assertThat(Smotenc.medianDeviation(examples, rows))
                .isCloseTo(one.get("median_std").getAsDouble(), within(1e-9));
        var candidates = one.getAsJsonArray("category_candidates");
        for (var i = 0; i < rows.length; i++) {
            var near = segments.partners()[i];
            assertThat(IntStream.of(near).sorted().toArray())
                    .isEqualTo(
                            ModelReference.ints(
                                    one.getAsJsonArray("neighbours").get(i).getAsJsonArray()));
            for (var column = 0; column < 2; column++) {
                var name = encoded.columns().get(column);
                var at = encoded.rows()[column];
                var found =
                        IntStream.of(encoded.commonest(column, near))
                                .mapToObj(c -> table.stringColumn(name).get(at[c]))
                                .toList();
                var wanted =
                        ModelReference.elements(
                                        candidates.get(i).getAsJsonObject().getAsJsonArray(name))
                                .map(JsonElement::getAsString)
                                .toList();
                assertThat(found).isEqualTo(wanted);
            }
        }
        assertThat(sampler.resample(table, "y").rowCount())
                .isEqualTo(one.get("rows_out").getAsInt());
    }

    @Test
    void valuesDifferAsTheirClassesDo() {
        var one = cases("over", "ValueDifferenceMetric").findFirst().orElseThrow();
        var table = complete();
        var encoded = Categories.of(table, List.of("colour", "city"));
        var metric = ValueDifference.of(encoded, Classes.of(table, "y"));
        var expected = one.getAsJsonArray("pairwise_first_25");
        for (var i = 0; i < expected.size(); i++) {
            var row = ModelReference.doubles(expected.get(i).getAsJsonArray());
            for (var j = 0; j < row.length; j++) {
                assertThat(metric.between(i, j)).isCloseTo(row[j], within(1e-9));
            }
        }
    }
}
