package himalia.objectives;

import static himalia.reference.ModelReference.doubles;
import static himalia.reference.ModelReference.ints;
import static himalia.reference.ModelReference.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.google.gson.JsonObject;
import himalia.display.bundle.MimeBundle;
import himalia.table.Seeds;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** Rankings and fronts against selection.json. */
class ScoredItemsTest {
    private final JsonObject expected = json("selection").getAsJsonObject("decoupled_objectives");

    private static Table items(int count) {
        return Table.create("items", IntColumn.create("id", IntStream.range(0, count).toArray()));
    }

    private ScoredItems reference() {
        var scores = new LinkedHashMap<String, double[]>();
        scores.put("quality", doubles(expected.getAsJsonArray("quality_score")));
        scores.put("engagement", doubles(expected.getAsJsonArray("engagement_score")));
        return ScoredItems.of(items(scores.get("quality").length), scores);
    }

    private static ScoredItems of(double[]... scores) {
        var named = new LinkedHashMap<String, double[]>();
        for (int k = 0; k < scores.length; k++) {
            named.put("o" + k, scores[k]);
        }
        return ScoredItems.of(items(scores[0].length), named);
    }

    @Test
    void weightsOrderItemsAsTheReferenceDoes() {
        var rankings = expected.getAsJsonObject("ranking_by_weights");
        assertThat(rankings.size()).isEqualTo(3);
        for (var each : rankings.entrySet()) {
            var words = each.getKey().split(",?\\w+=");
            var items =
                    reference().with(Double.parseDouble(words[1]), Double.parseDouble(words[2]));

            var wanted = ints(each.getValue().getAsJsonArray());
            assertThat(items.ranking()).isEqualTo(wanted);
            assertThat(items.ranked().intColumn("id").asObjectArray())
                    .containsExactly(IntStream.of(wanted).boxed().toArray(Integer[]::new));
            assertThat(items.top(3).rowCount()).isEqualTo(3);
        }
        assertThat(reference().front()).isEqualTo(ints(expected.getAsJsonArray("pareto_front")));
    }

    @Test
    void theFrontHasWhatNoOtherItemBeats() {
        for (long seed = 0; seed < 20; seed++) {
            var random = Seeds.random(seed);
            int width = 2 + (int) seed % 3;
            var scores = new double[width][60];
            for (var of : scores) {
                // Few values, so that many are alike.
                Arrays.setAll(of, i -> random.nextInt(6));
            }
            var wanted =
                    IntStream.range(0, 60)
                            .filter(i -> IntStream.range(0, 60).noneMatch(j -> beats(scores, j, i)))
                            .toArray();
            assertThat(of(scores).front()).isEqualTo(wanted);
        }
        assertThat(of(new double[] {1, 2, 2, -0.0}, new double[] {1, 2, 2, 3}).front())
                .containsExactly(1, 2, 3);
        assertThat(of(new double[0]).front()).isEmpty();
    }

    private static boolean beats(double[][] scores, int one, int other) {
        boolean isBetter = false;
        for (var of : scores) {
            if (of[one] < of[other]) {
                return false;
            }
            isBetter |= of[one] > of[other];
        }
        return isBetter;
    }

    @Test
    void itemsAlikeKeepTheirOrder() {
        assertThat(of(new double[] {0, -0.0, 1, 1}).ranking()).containsExactly(2, 3, 0, 1);
        assertThat(reference().with(0, 0).ranking())
                .isEqualTo(IntStream.range(0, reference().ranking().length).toArray());
    }

    /** A third objective that is the same for all changes no front, and is looked at in another way. */
    @Test
    void aFrontOfTwoIsThatOfThreeOfWhichOneTellsNothing() {
        var random = Seeds.random(5);
        for (int i = 0; i < 200; i++) {
            var one = random.ints(30, 0, 8).asDoubleStream().map(v -> v == 0 ? -0.0 : v).toArray();
            var other = random.ints(30, 0, 8).asDoubleStream().toArray();
            assertThat(of(one, other).front())
                    .isEqualTo(of(one, other, new double[30]).front())
                    .isEqualTo(of(one, other).with(3, 1).front());
        }
        var up = IntStream.range(0, 50_000).asDoubleStream().toArray();
        var down = Arrays.stream(up).map(v -> -v).toArray();
        assertTimeout(
                Duration.ofSeconds(5), () -> assertThat(of(up, down).front()).hasSize(50_000));
    }

    @Test
    void twoObjectivesHaveAPicture() {
        assertThat(reference().bundle().data()).containsKeys(MimeBundle.PNG, MimeBundle.PLAIN);
        assertThat(reference().bundle().text()).contains("score(quality)").contains("total");
        var three = of(new double[] {1}, new double[] {2}, new double[] {3});
        assertThat(three.bundle().data()).containsKey(MimeBundle.HTML);
        assertThatThrownBy(three::chart)
                .hasMessage("two objectives have a picture, and there are 3; ask ranked()");
        assertThat(reference().with(1, 0.2))
                .hasToString("12 items by 1.0 × quality + 0.2 × engagement");
    }

    @Test
    void slipsAreToldWithTheirValueAndTheWayOut() {
        assertThatThrownBy(() -> reference().with(1))
                .hasMessage("there are 2 objectives and 1 weights; each has one");
        assertThatThrownBy(() -> reference().with(1, -1))
                .hasMessage(
                        "the weight of 'engagement' must be 0 or more and finite, got -1.0; of what is to be small, let a model predict the negative");
        assertThatThrownBy(() -> of(new double[] {1, Double.NaN}))
                .hasMessage(
                        "objective 'o0' has NaN for item 1, which has no place in an order; leave the item out");
        assertThatThrownBy(() -> ScoredItems.of(items(2), Map.of("a", new double[1])))
                .hasMessage("objective 'a' has 1 scores for 2 items; each has one");
        assertThatThrownBy(() -> ScoredItems.of(items(2), Map.of()))
                .hasMessage("there are no objectives; give one at least");
        assertThatThrownBy(() -> reference().scores("price"))
                .hasMessage("no objective 'price'; there are: [quality, engagement]");
        assertThatThrownBy(() -> reference().top(0)).hasMessage("count must be at least 1, got 0");
    }
}
