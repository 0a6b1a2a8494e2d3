package himalia.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchSpaceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "depth=int(2, 8), rate=log(0.01, 0.3)",
                "rounds=int(50, 400, 50), trees=logint(1, 1000)",
                "x=uniform(-5.0, 5.0), q=step(0.0, 1.0, 0.25)",
                "booster=choice(tree, linear), alpha=log(1.0E-4, 1.0) if booster=linear",
                "c=choice(1, 2.5, true, '1', 'a b', \"it's\")",
                "seed=int(0, 2000000000), of=choice(1234567890, 1.23456789E10)",
                "said=choice('it''s \"x\"', \"it's\", '\"x\"', '')",
            })
    void aSpaceIsReadAsItIsWritten(String text) {
        assertThat(SearchSpace.of(text)).hasToString(text);
        assertThat(SearchSpace.of(text.replace(", ", ",").replace("choice(", " choice ( ")))
                .hasToString(text.replace("a b", "a b"));
    }

    @Test
    void textAndJavaSayTheSame() {
        var space =
                SearchSpace.empty()
                        .whole("depth", 2, 8)
                        .choice("booster", "tree", "linear")
                        .when("booster", "linear", linear -> linear.log("alpha", 1e-4, 1))
                        .step("q", 0, 1, 0.5);
        assertThat(space)
                .hasToString(
                        "depth=int(2, 8), booster=choice(tree, linear), alpha=log(1.0E-4, 1.0) if booster=linear, q=step(0.0, 1.0, 0.5)");
        assertThat(space.isActive("alpha", Map.of("booster", "tree"))).isFalse();
        assertThat(space.isActive("alpha", Map.of("booster", "linear"))).isTrue();
        assertThat(space.at(name -> 0)).isEqualTo(Map.of("depth", 2, "booster", "tree", "q", 0.0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x=uniform(2, 1)|'x': the bounds of a range must be finite, the lower one first, got 2.0 and 1.0",
                "d=int(8, 2)|'d': the bounds of a range come with the lower one first, got 8 and 2",
                "r=log(0, 1)|'r': a range of factors begins above 0, got 0.0",
                "n=logint(0, 9)|'n': a range of factors begins at 1 or above, got 0",
                "s=step(0, 1, 0)|'s': a step must be above 0, got 0.0",
                "s=step(0, 1, 2)|'s': a step must be above 0 and at most as wide as the range, got 2.0 from 0.0 to 1.0",
                "d=int(2.5, 8)|'d': a bound of whole numbers is one from -2147483648 to 2147483647, got '2.5'; uniform(…) and log(…) take others",
                "x=uniform(a, 1)|'x': a bound is a number, got 'a'",
                "x=normal(0, 1)|'x': there is no 'normal'; there are: uniform, log, step, int, logint, choice",
                "x=int(1)|'x': int takes low and high, or a step too, got [1]",
                "x=int(1, 2), x=int(1, 2)|there are two settings 'x'",
                "c=choice(a, a)|'c': a choice is there twice in [a, a]",
                "a=int(1, 2) if b=1|no setting 'b' in the space; it is empty yet ",
                "c=choice(a, b), d=int(1, 2) if c=z|'c' is never z; it is of choice(a, b)",
                "x|a setting such as depth=int(2, 8) is wanted at 'x' of the space, such as depth=int(2, 8), rate=log(0.01, 0.3), kind=choice(a, b)",
                "x=int(1, 2|')' is wanted at the end of the space, such as depth=int(2, 8), rate=log(0.01, 0.3), kind=choice(a, b)",
            })
    void whatIsWrongIsNamed(String text, String message) {
        assertThatThrownBy(() -> SearchSpace.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(e -> assertThat(e.getMessage().strip()).isEqualTo(message.strip()));
    }

    @Test
    void everyValueHasAPlaceThatGivesItBack() {
        for (var text :
                List.of(
                        "x=uniform(-5, 5)",
                        "x=log(0.001, 10)",
                        "x=step(-1, 1, 0.3)",
                        "x=step(0.8, 1.05, 0.2)",
                        "x=step(0.2, 0.3, 0.1)",
                        "x=step(0.5, 0.5, 0.1)",
                        "x=int(3, 3, 2)",
                        "x=int(-3, 9)",
                        "x=int(10, 100, 7)",
                        "x=logint(1, 500)",
                        "x=choice(a, 2, true)")) {
            var values = SearchSpace.of(text).distribution("x");
            for (int i = 0; i < 200; i++) {
                var value = values.at(i / 200.0);
                assertThat(values.contains(value)).as(text + " " + value).isTrue();
                assertThat(values.value(values.number(value))).isEqualTo(value);
                var again = values.at(Math.min(values.place(value), Math.nextDown(1.0)));
                if (value instanceof Double number) {
                    assertThat((double) again).isCloseTo(number, Offset.offset(1e-9));
                } else {
                    assertThat(again).as(text).isEqualTo(value);
                }
            }
            assertThat(values.at(0)).isEqualTo(values.value(values.number(values.at(0))));
        }
        assertThat(SearchSpace.of("x=int(2, 4)").distribution("x").at(0.999)).isEqualTo(4);
        assertThat(SearchSpace.of("x=step(0, 1, 0.25)").distribution("x").size()).isEqualTo(5);
    }

    /** A condition under another one holds where both do, and a whole number is a value of a range of any. */
    @Test
    void conditionsWithinConditionsHoldTogether() {
        var space =
                SearchSpace.empty()
                        .choice("a", 1, 2)
                        .step("z", 0, 2, 1)
                        .when("a", 1, one -> one.when("z", 2, both -> both.uniform("c", 0, 1)));

        assertThat(space.isActive("c", Map.of("a", 1, "z", 2.0))).isTrue();
        assertThat(space.isActive("c", Map.of("a", 2, "z", 2.0))).isFalse();
        assertThat(space.isActive("c", Map.of("a", 1, "z", 1.0))).isFalse();
        assertThat(space).hasToString(SearchSpace.of(space.toString()).toString());
        assertThat(space.toString()).endsWith("c=uniform(0.0, 1.0) if a=1 and z=2.0");
    }

    @Test
    void theLastStepIsNotBeyondTheBound() {
        var range = new RealRange(0, 0.3, 0.1, false);

        assertThat(range.at(0.99)).isEqualTo(0.3);
        assertThat(range.contains(range.at(0.99))).isTrue();
        assertThatThrownBy(() -> new RealRange(0, 1, 1e-10, false))
                .hasMessageContaining("more values than can be counted");
    }

    @Test
    void whatIsThereForASettingThatIsLeftOutIsLeftOutToo() {
        var space =
                SearchSpace.of(
                        "rounds=int(1, 9), booster=choice(tree, linear), alpha=log(1.0E-4, 1.0) if booster=linear,"
                                + " kind=choice(a, b) if booster=tree, depth=int(1, 3) if kind=a");

        assertThat(space.without(List.of("booster", "none"))).hasToString("rounds=int(1, 9)");
        assertThat(space.without(List.of("kind")).names())
                .containsExactly("rounds", "booster", "alpha");
    }
}
