package himalia.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What strategies say to slips. */
class StrategyTest {
    @Test
    void aNumberThatIsNoRatioIsNotTakenForAClass() {
        var table =
                Table.create(IntColumn.create("y", 0, 0, 0, 1), IntColumn.create("x", 1, 2, 3, 4));

        for (var text : List.of("-1", "7", "-0.5", "1e3")) {
            assertThatThrownBy(
                            () ->
                                    new RandomOverSampler(new Strategy(text), 42)
                                            .resample(table, "y"))
                    .hasMessage(
                            "strategy %s must be above 0.333, the ratio there is, and at most 1"
                                    .formatted(text));
        }
    }

    private static final Table ROWS =
            Table.create(
                    DoubleColumn.create("x", IntStream.range(0, 12).asDoubleStream().toArray()),
                    StringColumn.create(
                            "y",
                            Stream.concat(
                                            Collections.nCopies(8, "ham").stream(),
                                            Collections.nCopies(4, "spam").stream())
                                    .toList()));

    private static void refuses(Sampler sampler, String words) {
        assertThatThrownBy(() -> sampler.resample(ROWS, "y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    @Test
    void aNumberOfRowsIsANumber() {
        refuses(
                new RandomOverSampler(new Strategy("spam=x"), 42),
                "strategy wants a number of rows for class 'spam', got 'x'; write spam=4");
        refuses(
                new RandomOverSampler(new Strategy("spam=3000000000"), 42),
                "strategy asks for 3000000000 rows of class 'spam', and a table has 2147483647 at most; write fewer, such as spam=4");
        refuses(
                new RandomOverSampler(new Strategy("spam"), 42),
                "strategy names class 'spam' without a number of rows; write spam=4");
    }

    @Test
    void aSamplerThatCleansTakesNoNumberOfRows() {
        refuses(
                new TomekLinks(new Strategy("ham=5")),
                "strategy asks for 5 rows of class 'ham', and this sampler drops only rows that are in the way; write ham alone");
    }

    @Test
    void theNearestRuleOrClassIsNamed() {
        refuses(new TomekLinks(new Strategy("autoo")), "did you mean 'auto'? There are: ham, spam");
        refuses(new TomekLinks(new Strategy("hamm")), "did you mean 'ham'?");
    }

    @Test
    void whatIsNeitherClassNorRuleIsAnsweredWithBoth() {
        refuses(
                new Smote(2, new Strategy("foo"), 42),
                "strategy names class 'foo', which does not occur. There are: ham, spam; or auto, all, majority, minority, not-majority, not-minority, or a ratio such as 0.5");
    }

    @Test
    void moreRowsThanThereIsMemoryForAreRefusedBeforeTheFirst() {
        var most = new Strategy("spam=2147483000");
        for (var sampler : List.of(new RandomOverSampler(most, 42), new Smote(2, most, 42))) {
            refuses(
                    sampler,
                    "strategy spam=2147483000 adds 2,147,482,996 rows of 2 columns, which is more than there is memory for; ask for fewer, or give Java more of it, in a notebook by %jvm --heap 8g");
        }
    }

    @Test
    void aRatioOfWhatIsBalancedSaysSo() {
        var table =
                Table.create(
                        IntColumn.create("y", 0, 0, 1, 1), DoubleColumn.create("x", 1, 2, 3, 4));

        for (var sampler :
                List.of(
                        new RandomUnderSampler(new Strategy("0.5"), 42),
                        new RandomOverSampler(new Strategy("0.5"), 42))) {
            assertThatThrownBy(() -> sampler.resample(table, "y"))
                    .hasMessage(
                            "strategy 0.5 is a ratio, and there is nothing to balance: both classes have 2 rows already");
        }
    }

    @Test
    void namesOfClassesAreTakenAsTheyAreWritten() {
        var signed =
                Table.create(
                        StringColumn.create("y", "-1", "-1", "1", "1", "1"),
                        DoubleColumn.create("x", 1, 2, 3, 4, 5));
        var more = new RandomOverSampler(new Strategy("-1=4"), 42).resample(signed, "y");
        assertThat(more.stringColumn("y").countOccurrences("-1")).isEqualTo(4);
        assertThat(more.stringColumn("y").countOccurrences("1")).isEqualTo(3);
        var plus =
                Table.create(
                        StringColumn.create("y", "-1", "-1", "+1", "+1", "+1"),
                        DoubleColumn.create("x", 1, 2, 3, 4, 5));
        assertThatThrownBy(() -> new RandomUnderSampler(new Strategy("+1"), 42).resample(plus, "y"))
                .hasMessage("strategy names class '+1' without a number of rows; write +1=3");
        var fewer = new RandomUnderSampler(new Strategy("+1=1"), 42).resample(plus, "y");
        assertThat(fewer.stringColumn("y").countOccurrences("+1")).isEqualTo(1);
        var dashed =
                Table.create(
                        StringColumn.create("y", "a-b", "a b", "a b"),
                        DoubleColumn.create("x", 1, 2, 3));
        var other = new RandomOverSampler(new Strategy("a-b=2,a b=3"), 42).resample(dashed, "y");
        assertThat(other.stringColumn("y").countOccurrences("a-b")).isEqualTo(2);
        assertThat(other.stringColumn("y").countOccurrences("a b")).isEqualTo(3);
        assertThat(new Strategy("not-minority")).isEqualTo(new Strategy("not minority"));
    }

    @Test
    void aNegativeNumberOfRowsAndAClassNamedTwiceAreRefused() {
        refuses(
                new RandomOverSampler(new Strategy("spam=-5"), 42),
                "strategy asks for -5 rows of class 'spam'; it is 0 or more, such as spam=4");
        refuses(
                new RandomOverSampler(new Strategy("spam=5,spam=6"), 42),
                "strategy 'spam=5,spam=6' names class 'spam' twice; name it once");
        refuses(new TomekLinks(new Strategy("ham,ham")), "names class 'ham' twice");
    }

    @Test
    void aFunctionOfTheCountsIsAsGoodAsTheirNames() {
        var byFunction =
                Strategy.by(ROWS, "y", counts -> Map.of("spam", counts.get("ham") / 2 + 2));

        assertThat(byFunction).isEqualTo(new Strategy("spam=6"));
        assertThat(new RandomOverSampler(byFunction, 42).resample(ROWS, "y").rowCount())
                .isEqualTo(14);
        assertThatThrownBy(() -> Strategy.of(Map.of()))
                .hasMessage(
                        "rows names no class; give one and how many rows it shall have, such as Map.of(\"spam\", 500)");
        assertThatThrownBy(() -> Strategy.by(ROWS, "y", counts -> Map.of()))
                .hasMessageStartingWith("the function returns an empty map, which names none of {")
                .hasMessageEndingWith(
                        "; return how many rows a class shall have, or take Strategy.AUTO");
        assertThatThrownBy(() -> Strategy.of(Map.of("spam", -4)))
                .hasMessage("strategy asks for -4 rows of class 'spam'; it is 0 or more");
    }

    @Test
    void commasInNamesOfClassesPartNothing() {
        var table =
                Table.create(
                        StringColumn.create("y", "c,d", "c", "c", "e", "e", "e"),
                        DoubleColumn.create("x", 1, 2, 3, 4, 5, 6));

        for (var strategy :
                List.of(new Strategy("c=4, c,d=2,e=3"), Strategy.of(Map.of("c,d", 2, "c", 4)))) {
            var y = new RandomOverSampler(strategy, 42).resample(table, "y").stringColumn("y");
            assertThat(y.countOccurrences("c,d")).isEqualTo(2);
            assertThat(y.countOccurrences("c")).isEqualTo(4);
        }
        assertThatThrownBy(
                        () -> new RandomOverSampler(new Strategy("d,c=4"), 42).resample(table, "y"))
                .hasMessageStartingWith("strategy names class 'd'");
    }

    /** imbalanced-learn refuses both by "required to remove samples", and 0.5 and 0.6 of the smaller class are no rows to drop. */
    @Test
    void aRatioThatAddsNoRowIsRefused() {
        for (var ratio : List.of("0.5", "0.6")) {
            refuses(
                    new RandomOverSampler(new Strategy(ratio), 42),
                    "strategy %s adds no row: of 8 rows it makes 4, which there are; take 0.625 or more"
                            .formatted(ratio));
        }
        for (int many = 2; many < 400; many++) {
            for (int rows = 1; rows <= many; rows++) {
                double told = Double.parseDouble(StrategyParts.leastRatio(rows, many));
                assertThat((int) (many * told)).isGreaterThanOrEqualTo(rows);
                assertThat((int) (many * (told - 2e-6))).isLessThan(rows);
            }
        }
        assertThat(new RandomOverSampler(new Strategy("0.625"), 42).resample(ROWS, "y").rowCount())
                .isEqualTo(13);
        assertThat(new RandomUnderSampler(new Strategy("0.5"), 42).resample(ROWS, "y").rowCount())
                .isEqualTo(12);
    }

    @Test
    void countsAreScaledToAPart() {
        var whole =
                Table.create(
                        IntColumn.create(
                                "y", IntStream.range(0, 100).map(i -> i % 10 / 9).toArray()));
        var part = whole.first(50);

        assertThat(new Strategy("1=90,0=90").scaled(whole, part, "y").text())
                .isEqualTo("1=45,0=45");
        assertThat(new Strategy("0.5").scaled(whole, part, "y").text()).isEqualTo("0.5");
        assertThat(new Strategy("1=few").scaled(whole, part, "y").text()).isEqualTo("1=few");
    }

    @Test
    void countsOfClassesWithCommasAreScaledByTheirOwnShare() {
        var names = List.of("a,b", "b", "c");
        var whole =
                Table.create(
                        StringColumn.create(
                                "y",
                                IntStream.range(0, 100).mapToObj(i -> names.get(i % 3)).toList()));
        // 10 of 34, 20 of 33 and 30 of 33 rows.
        var part =
                Table.create(
                        StringColumn.create(
                                "y",
                                IntStream.range(0, 60)
                                        .mapToObj(i -> names.get(i < 10 ? 0 : i < 30 ? 1 : 2))
                                        .toList()));

        assertThat(new Strategy("a,b=68, b=66,c=33").scaled(whole, part, "y").text())
                .isEqualTo("a,b=20,b=40,c=30");
        assertThat(new Strategy("a,b=68").scaled(whole, part, "y").text()).isEqualTo("a,b=20");
    }

    /** As in imbalanced-learn: SMOTE of {b: 30, a: 50} makes the rows of a first. */
    @Test
    void rowsAreDrawnInTheOrderOfTheClassesHoweverTheyAreNamed() {
        var y = IntStream.range(0, 60).map(i -> i < 45 ? 9 : 10).toArray();
        var table =
                Table.create(
                        DoubleColumn.create(
                                "x", IntStream.range(0, 60).mapToDouble(i -> i).toArray()),
                        IntColumn.create("y", y));
        var strategies =
                List.of(
                        new Strategy("10=30,9=50"),
                        new Strategy("9=50,10=30"),
                        Strategy.of(Map.of("10", 30, "9", 50)));

        for (var strategy : strategies) {
            var made = new Smote(5, strategy, 42).resample(table, "y").dropRange(60);

            assertThat(made.intColumn("y").asList().subList(0, 5)).containsOnly(9);
            assertThat(made.intColumn("y").asList().subList(5, 20)).containsOnly(10);
            assertThat(made.print())
                    .isEqualTo(
                            new Smote(5, strategies.get(0), 42)
                                    .resample(table, "y")
                                    .dropRange(60)
                                    .print());
        }
    }

    @Test
    void blanksAboutTheNameOfAClassAreItsOwn() {
        var names = List.of("a", "a ", "A");
        var table =
                Table.create(
                        DoubleColumn.create("x", IntStream.range(0, 300).asDoubleStream()),
                        StringColumn.create(
                                "y", IntStream.range(0, 300).mapToObj(i -> names.get(i % 3))));
        var strategies =
                List.of(
                        Strategy.by(table, "y", counts -> Map.of("a ", 10)),
                        Strategy.of(Map.of("a ", 10)),
                        new Strategy("a =10"),
                        new Strategy("a = 10 "));
        for (var strategy : strategies) {
            var sampler = new RandomUnderSampler(strategy, 1);
            var y = sampler.resample(table, "y").stringColumn("y");
            assertThat(y.countOccurrences("a ")).isEqualTo(10);
            assertThat(y.countOccurrences("a")).isEqualTo(100);
            assertThat(sampler.explain(table, "y").intColumn("then").asList())
                    .containsExactlyInAnyOrder(100, 10, 100);
        }
        assertThat(new Strategy("a =30").scaled(table, table.first(30), "y").text())
                .isEqualTo("a =3");
        var blank =
                Table.create(
                        DoubleColumn.create("x", 1, 2, 3, 4, 5),
                        StringColumn.create("y", " yes", " yes", "no", "no", "no"));
        for (var strategy :
                List.of(
                        Strategy.by(blank, "y", counts -> Map.of(" yes", 5, "no", 3)),
                        new Strategy("no=3, yes=5"),
                        new Strategy(" no = 3 , yes=5"))) {
            var y = new RandomOverSampler(strategy, 1).resample(blank, "y").stringColumn("y");
            assertThat(y.countOccurrences(" yes")).isEqualTo(5);
        }
        assertThatThrownBy(() -> Strategy.by(blank, "y", counts -> Map.of("yes", 5)))
                .hasMessageStartingWith(
                        "strategy names class 'yes'; did you mean ' yes'? There are: ");
        assertThat(new Strategy(" auto ")).isEqualTo(Strategy.AUTO);
        assertThat(new RandomOverSampler(new Strategy(" 1.0 "), 1).resample(blank, "y").rowCount())
                .isEqualTo(6);
    }

    @Test
    void namesThatReadAsAnotherClassAreRefused() {
        var names = Stream.of("a=1,b", "b", "a", "a").flatMap(each -> Stream.of(each, each));
        var table = Table.create("t", StringColumn.create("y", names.toArray(String[]::new)));

        assertThatThrownBy(() -> Strategy.by(table, "y", counts -> Map.of("a", 1, "b", 10)))
                .hasMessageContaining("'a=1,b=10', which is read as 'a=1,b'; rename classes");
        assertThat(Strategy.by(table, "y", counts -> Map.of("a=1,b", 10)).text())
                .isEqualTo("a=1,b=10");
    }
}
